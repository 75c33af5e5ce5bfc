/// The trios that an odd number of nodes may make, one at most: every three nodes any two of which have an edge.
///
/// A trio is worth a third of its three edges' sum, rounded down, and takes of each side row what the edge with the
/// largest coefficient would. Kept as square matrices: a sweep over all trios reads them row by row.
struct TrioTable {
  let nodeCount: Int
  /// Row by row; `absent` where there is no edge.
  let weights: [Int32]
  /// One matrix a side row.
  private let coefficients: [[Int32]]
  /// Whether a trio may be made; asked only of those that look good.
  private let admits: (Trio) -> Bool
  /// Trios that are not to be made all the same.
  private(set) var excluded: Set<Trio> = []
  /// A trio is worth at least so much, or is not made; `nil` allows any.
  private(set) var least: Int?
  /// Whether a trio counts nothing but the nodes it saves.
  private(set) var isCounting = false

  static let absent = Int32.min

  /// The trios over the edges of `problem`; `nil` where the number of nodes is even, fewer than three, or a number
  /// does not fit.
  init?(_ problem: MatchingProblem, admits: @escaping (Trio) -> Bool = { _ in true }) {
    let count = problem.nodeCount
    guard count % 2 == 1, count >= 3, problem.largestWeight < Int(Int32.max) / 4,
      problem.sideRows.allSatisfy({ $0.coefficients.allSatisfy { $0 < Int(Int32.max) } })
    else { return nil }
    nodeCount = count
    self.admits = admits
    func matrix(_ values: [Int], absent: Int32) -> [Int32] {
      var matrix = Array(repeating: absent, count: count * count)
      for edge in values.indices {
        let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
        matrix[u * count + v] = Int32(values[edge])
        matrix[v * count + u] = Int32(values[edge])
      }
      return matrix
    }
    weights = matrix(problem.weights, absent: Self.absent)
    coefficients = problem.sideRows.map { matrix($0.coefficients, absent: 0) }
  }

  /// Whether three nodes may be a trio, and what it is then worth.
  func weight(_ trio: Trio) -> Int? {
    guard let worth = worth(trio), isAdmitted(trio) else { return nil }
    return worth
  }

  /// What three nodes are worth as a trio; `nil` where two of them have no edge, or it is less than may be made.
  @inline(__always)
  func worth(_ trio: Trio) -> Int? {
    let (a, b, c) = (Int(trio.a), Int(trio.b), Int(trio.c))
    let (ab, ac, bc) = (weights[a * nodeCount + b], weights[a * nodeCount + c], weights[b * nodeCount + c])
    guard ab != Self.absent, ac != Self.absent, bc != Self.absent else { return nil }
    let worth = Trio.worth(ofSum: Int(ab) + Int(ac) + Int(bc))
    if let least, worth < least { return nil }
    return isCounting ? 0 : worth
  }

  /// Whether nothing but its worth could keep a trio from being made.
  func isAdmitted(_ trio: Trio) -> Bool { !excluded.contains(trio) && admits(trio) }

  /// What a trio takes of a side row.
  func coefficient(_ trio: Trio, row: Int) -> Int {
    let (a, b, c) = (Int(trio.a), Int(trio.b), Int(trio.c))
    let own = coefficients[row]
    return Int(max(own[a * nodeCount + b], own[a * nodeCount + c], own[b * nodeCount + c]))
  }

  /// For the solver, as `MatchingProblem.spreadWeight`: less than 1/n on top, no two trios' alike.
  func spread(_ trio: Trio) -> Double {
    let key = (Int(trio.a) * nodeCount + Int(trio.b)) * nodeCount + Int(trio.c)
    return MatchingProblem.spread(key ^ 1 << 40, nodeCount: nodeCount)
  }

  /// The same trios without those worth less than `least`; with `counting`, worth nothing but the nodes they save.
  func keeping(from least: Int?, counting: Bool = false) -> TrioTable {
    var table = self
    table.least = least ?? self.least
    table.isCounting = counting
    return table
  }

  /// The same trios without `trio`.
  func excluding(_ trio: Trio) -> TrioTable {
    var table = self
    table.excluded.insert(trio)
    return table
  }
}
