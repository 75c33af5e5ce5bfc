/// What some duals prove and offer: a bound over all columns, and the columns that could improve the LP.
struct Pricing {
  /// In units of 1/`VisitsMaster.scale` minutes: no plan costs less.
  let scaledBound: Int
  /// For each group, the least price of its columns net of the duals.
  let leastOf: [Int]
  /// The duals' sum for each option.
  let optionDuals: [Int]

  /// Prices every column of every group under whole duals.
  init(_ master: VisitsMaster, duals: [Int]) {
    let optionDuals = master.optionDuals(duals)
    let columns = master.columns
    let scale = VisitsMaster.scale
    var least: [Int] = []
    for range in columns.columnsOf {
      var best = Int.max
      for column in range {
        best = min(best, Self.net(columns, column, optionDuals, scale))
      }
      least.append(best)
    }
    var bound = least.reduce(0, +)
    for (row, dual) in duals.enumerated() { bound += dual * master.rows[row].limit }
    self.optionDuals = optionDuals
    leastOf = least
    scaledBound = bound
  }

  /// The bound in whole minutes.
  var bound: Int {
    let scale = VisitsMaster.scale
    return scaledBound >= 0 ? (scaledBound + scale - 1) / scale : -(-scaledBound / scale)
  }

  /// The price of a column net of the duals, in units of 1/`scale` minutes.
  @inline(__always)
  static func net(_ columns: GroupColumns, _ column: Int, _ optionDuals: [Int], _ scale: Int) -> Int {
    var net = columns.cost[column] * scale
    let (a, b, c) = (columns.first[column], columns.second[column], columns.third[column])
    if a >= 0 { net -= optionDuals[Int(a)] }
    if b >= 0 { net -= optionDuals[Int(b)] }
    if c >= 0 { net -= optionDuals[Int(c)] }
    return net
  }

  /// How much a column's net price exceeds the least of its group.
  func excess(_ columns: GroupColumns, _ column: Int, group: Int) -> Int {
    Self.net(columns, column, optionDuals, VisitsMaster.scale) - leastOf[group]
  }

  /// Up to `limit` columns of `group` whose net price is below `threshold`, cheapest first.
  func cheapest(_ columns: GroupColumns, group: Int, below threshold: Int, limit: Int) -> [Int] {
    var best: [(net: Int, column: Int)] = []
    for column in columns.columnsOf[group] {
      let net = Self.net(columns, column, optionDuals, VisitsMaster.scale)
      guard net < threshold, best.count < limit || net < best[best.count - 1].net else { continue }
      let place = best.firstIndex { net < $0.net } ?? best.count
      best.insert((net, column), at: place)
      if best.count > limit { best.removeLast() }
    }
    return best.map(\.column)
  }
}
