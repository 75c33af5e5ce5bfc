/// What some duals prove and offer: a bound over all columns, and the columns that could improve the LP.
///
/// Of rows only: in a master with cuts the duals of these rows are still duals, and the bound holds without the cuts.
struct Pricing {
  /// In units of 1/`VisitsMaster.scale` minutes: no plan costs less. Nothing where groups were left out.
  let scaledBound: Int
  /// For each group, the least price of its columns net of the duals; nothing of those left out.
  let leastOf: [Int]
  /// The duals' sum for each option.
  let optionDuals: [Int]

  /// Prices every column of every group under whole duals, those of `skipped` groups left out.
  init(_ master: VisitsMaster, duals: [Int], skipping skipped: [Bool] = []) {
    let optionDuals = master.optionDuals(duals)
    let columns = master.columns
    var least = [Int](repeating: 0, count: columns.columnsOf.count)
    columns.withArrays { arrays in
      optionDuals.withUnsafeBufferPointer { duals in
        for (group, range) in columns.columnsOf.enumerated() where skipped.isEmpty || !skipped[group] {
          var best = Int.max
          for column in range { best = min(best, arrays.net(column, duals)) }
          least[group] = best
        }
      }
    }
    var bound = least.reduce(0, +)
    for (row, dual) in duals.enumerated() { bound += dual * master.rows[row].limit }
    self.optionDuals = optionDuals
    leastOf = least
    scaledBound = bound
  }

  /// The columns of `group` whose net price is below `threshold`, in order.
  func all(_ columns: GroupColumns, group: Int, below threshold: Int) -> [Int] {
    guard leastOf[group] < threshold else { return [] }
    var found: [Int] = []
    columns.withArrays { arrays in
      optionDuals.withUnsafeBufferPointer { duals in
        for column in columns.columnsOf[group] where arrays.net(column, duals) < threshold {
          found.append(column)
        }
      }
    }
    return found
  }

  /// Whether more than `most` columns have a net price of at most `excess` above the least of their group.
  func hasMore(_ columns: GroupColumns, than most: Int, within excess: Int) -> Bool {
    var count = 0
    return columns.withArrays { arrays in
      optionDuals.withUnsafeBufferPointer { duals in
        for (group, range) in columns.columnsOf.enumerated() {
          let limit = leastOf[group] + excess
          for column in range where arrays.net(column, duals) <= limit {
            count += 1
            if count > most { return true }
          }
        }
        return false
      }
    }
  }

  /// Up to `limit` columns of `group` whose net price is below `threshold`, cheapest first.
  func cheapest(_ columns: GroupColumns, group: Int, below threshold: Int, limit: Int) -> [Int] {
    guard leastOf[group] < threshold else { return [] }
    var best: [(net: Int, column: Int)] = []
    var below = threshold
    columns.withArrays { arrays in
      optionDuals.withUnsafeBufferPointer { duals in
        for column in columns.columnsOf[group] {
          let net = arrays.net(column, duals)
          guard net < below else { continue }
          let place = best.firstIndex { net < $0.net } ?? best.count
          best.insert((net, column), at: place)
          if best.count > limit { best.removeLast() }
          if best.count == limit { below = best[limit - 1].net }
        }
      }
    }
    return best.map(\.column)
  }
}

/// The columns as plain memory.
struct ColumnArrays {
  let first: UnsafeBufferPointer<Int32>
  let second: UnsafeBufferPointer<Int32>
  let third: UnsafeBufferPointer<Int32>
  let cost: UnsafeBufferPointer<Int>

  /// The price of a column net of the duals, in units of 1/`VisitsMaster.scale` minutes.
  @inline(__always)
  func net(_ column: Int, _ optionDuals: UnsafeBufferPointer<Int>) -> Int {
    var net = cost[column] * VisitsMaster.scale
    let (a, b, c) = (first[column], second[column], third[column])
    if a >= 0 { net -= optionDuals[Int(a)] }
    if b >= 0 { net -= optionDuals[Int(b)] }
    if c >= 0 { net -= optionDuals[Int(c)] }
    return net
  }
}

extension GroupColumns {
  /// Lends the columns as plain memory.
  func withArrays<Result>(_ body: (ColumnArrays) -> Result) -> Result {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        third.withUnsafeBufferPointer { third in
          cost.withUnsafeBufferPointer { cost in
            body(ColumnArrays(first: first, second: second, third: third, cost: cost))
          }
        }
      }
    }
  }
}
