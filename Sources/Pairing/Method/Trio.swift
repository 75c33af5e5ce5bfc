/// Three nodes, any two of which have an edge, that are one another's partners.
struct Trio: Equatable, Hashable, Comparable {
  /// Ascending.
  let a: Int32
  let b: Int32
  let c: Int32

  init(_ a: Int, _ b: Int, _ c: Int) {
    self.a = Int32(a)
    self.b = Int32(b)
    self.c = Int32(c)
  }

  var nodes: [Int] { [Int(a), Int(b), Int(c)] }

  /// What a trio is worth whose three edges have this sum: a third, rounded down.
  static func worth(ofSum sum: Int) -> Int {
    // Division rounds towards zero.
    sum >= 0 ? sum / 3 : -((2 - sum) / 3)
  }

  /// How many of its nodes are flagged.
  func count(in flags: [Bool]) -> Int {
    (flags[Int(a)] ? 1 : 0) + (flags[Int(b)] ? 1 : 0) + (flags[Int(c)] ? 1 : 0)
  }

  /// By the smallest node, then the next.
  static func < (x: Self, y: Self) -> Bool { (x.a, x.b, x.c) < (y.a, y.b, y.c) }
}
