import Domain
import Opportunities

/// The options of a trio's three visits from which its columns are made: all of them, or where that would be too many
/// columns the cheapest of each day, and at last the cheapest of all.
struct TrioSelection {
  /// By visit.
  private(set) var options: [[Int]]
  /// How many were left out.
  let leftOut: Int
  /// How many columns of three visits they make at most.
  let columns: Int

  /// Selects from the `options` of three visits, each by date, so that at most `most` columns hold all three.
  init(_ options: [[Int]], _ rules: GroupRules, most: Int) {
    var kept = options
    var deepest = options.flatMap { rules.byDay($0) }.map(\.options.count).max() ?? 0
    var columns = Self.count(kept, rules)
    while columns > most {
      if deepest > 1 {
        deepest -= 1
        kept = kept.map { own in rules.byDay(own).flatMap { Self.cheapest($0.options, deepest, rules) } }
      } else {
        kept = kept.map { own in Self.cheapest(own, max(1, own.count / 2), rules) }
      }
      columns = Self.count(kept, rules)
    }
    self.columns = columns
    self.options = kept
    leftOut = options.joined().count - kept.joined().count
  }

  /// How many choices of three options there are whose days go together.
  private static func count(_ options: [[Int]], _ rules: GroupRules) -> Int {
    let days = options.map { rules.byDay($0) }
    var count = 0
    for a in days[0] {
      for b in days[1] {
        let both = a.options.count * b.options.count
        for c in days[2] where rules.gap.admits(a.date, b.date, c.date) { count += both * c.options.count }
      }
    }
    return count
  }

  /// The `limit` cheapest of `options`, in their order, and the one in which a fixed visit goes together with the others.
  private static func cheapest(_ options: [Int], _ limit: Int, _ rules: GroupRules) -> [Int] {
    let cost = rules.problem.cost
    var kept = Array(options.sorted { (cost[$0], $0) < (cost[$1], $1) }.prefix(limit))
    if let last = options.last, rules.problem.isFixed[last], !kept.contains(last) { kept.append(last) }
    return kept.sorted()
  }
}
