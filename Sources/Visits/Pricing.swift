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
        for (group, runs) in columns.runsOf.enumerated() where skipped.isEmpty || !skipped[group] {
          var best = Int.max
          arrays.each(in: runs, duals, below: best) { _, net in
            best = net
            return net
          }
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
        arrays.each(in: columns.runsOf[group], duals, below: threshold) { column, _ in
          found.append(column)
          return threshold
        }
      }
    }
    return found
  }

  /// Whether more than `most` columns have a net price of at most `excess` above the least of their group.
  func hasMore(_ columns: GroupColumns, than most: Int, within excess: Int) -> Bool {
    var count = 0
    columns.withArrays { arrays in
      optionDuals.withUnsafeBufferPointer { duals in
        for (group, runs) in columns.runsOf.enumerated() where count <= most {
          let limit = leastOf[group] + excess + 1
          arrays.each(in: runs, duals, below: limit) { _, _ in
            count += 1
            return count > most ? Int.min : limit
          }
        }
      }
    }
    return count > most
  }

  /// Up to `limit` columns of `group` whose net price is below `threshold`, cheapest first.
  func cheapest(_ columns: GroupColumns, group: Int, below threshold: Int, limit: Int) -> [Int] {
    guard leastOf[group] < threshold else { return [] }
    var best: [(net: Int, column: Int)] = []
    columns.withArrays { arrays in
      optionDuals.withUnsafeBufferPointer { duals in
        arrays.each(in: columns.runsOf[group], duals, below: threshold) { column, net in
          let place = best.firstIndex { net < $0.net } ?? best.count
          best.insert((net, column), at: place)
          if best.count > limit { best.removeLast() }
          return best.count == limit ? best[limit - 1].net : threshold
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
  let runs: UnsafeBufferPointer<GroupColumns.Run>

  /// Hands on, in order, every column of `runs` whose net price is below a limit, which what takes it may lower.
  ///
  /// No dual is above 0, so that nothing of a run nets less than its least cost and what its first option nets.
  @inline(__always)
  func each(
    in runs: Range<Int>, _ optionDuals: UnsafeBufferPointer<Int>, below limit: Int,
    _ take: (_ column: Int, _ net: Int) -> Int
  ) {
    var limit = limit
    for run in runs {
      let run = self.runs[run]
      var floor = run.least * VisitsMaster.scale
      if run.first >= 0 { floor -= optionDuals[Int(run.first)] }
      guard floor < limit else { continue }
      for column in run.columns {
        let net = net(column, optionDuals)
        if net < limit { limit = take(column, net) }
      }
    }
  }

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
            runs.withUnsafeBufferPointer { runs in
              body(ColumnArrays(first: first, second: second, third: third, cost: cost, runs: runs))
            }
          }
        }
      }
    }
  }
}
