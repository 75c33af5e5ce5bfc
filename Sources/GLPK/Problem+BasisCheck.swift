import CGLPK

/// The solver aborts on a basis matrix that no choice of coefficients could make regular (an assertion in
/// its factorization), so a basis that was made by hand, or changed under its feet, is looked at first.
extension Problem {
  /// To be called before a run from the basis at hand.
  func repairBasis() {
    guard isBasisSuspect else { return }
    isBasisSuspect = false
    if !canBeRegular() { useAdvancedBasisSilently() }
  }

  /// Whether each basic column can be given a row of its own among the rows that are not basic themselves.
  private func canBeRegular() -> Bool {
    var freeRows: [Int32] = []
    for row in 0..<rowCount where glp_get_row_stat(pointer, Int32(row + 1)) != GLP_BS {
      freeRows.append(Int32(row + 1))
    }
    var matching = Matching(rowCount: rowCount, freeRows: freeRows)
    prepareScratch(length: rowCount, indices: 0)
    for column in 0..<columnCount where glp_get_col_stat(pointer, Int32(column + 1)) == GLP_BS {
      let length = Int(glp_get_mat_col(pointer, Int32(column + 1), scratch.indices, nil))
      matching.addColumn((0..<length).map { scratch.indices[$0 + 1] })
    }
    return matching.columnCount == freeRows.count && matching.isPerfect()
  }
}

/// Columns and the rows each could be given, for the augmenting-path method of Kuhn (1955).
private struct Matching {
  private var isFree: [Bool]
  private var columnOfRow: [Int]
  private var visited: [Int]
  private var starts = [0]
  private var rows: [Int32] = []

  init(rowCount: Int, freeRows: [Int32]) {
    isFree = [Bool](repeating: false, count: rowCount + 1)
    columnOfRow = [Int](repeating: -1, count: rowCount + 1)
    visited = [Int](repeating: -1, count: rowCount + 1)
    for row in freeRows { isFree[Int(row)] = true }
  }

  var columnCount: Int { starts.count - 1 }

  mutating func addColumn(_ candidates: [Int32]) {
    rows.append(contentsOf: candidates.filter { isFree[Int($0)] })
    starts.append(rows.count)
  }

  mutating func isPerfect() -> Bool {
    for column in 0..<columnCount {
      guard augment(from: column) else { return false }
    }
    return true
  }

  /// Depth first with its own stack, because a path may be as long as there are rows.
  private mutating func augment(from root: Int) -> Bool {
    // `entry` is the row by which the path came, owned by `column` so far; the root came by none.
    var path: [(column: Int, next: Int, entry: Int)] = [(root, starts[root], 0)]
    while let top = path.last {
      let candidates = starts[top.column]..<starts[top.column + 1]
      if let last = candidates.first(where: { columnOfRow[Int(rows[$0])] < 0 }) {
        var row = Int(rows[last])
        for step in path.reversed() {
          columnOfRow[row] = step.column
          row = step.entry
        }
        return true
      }
      guard top.next < candidates.upperBound else {
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let row = Int(rows[top.next])
      guard visited[row] != root else { continue }
      visited[row] = root
      path.append((columnOfRow[row], starts[columnOfRow[row]], row))
    }
    return false
  }
}
