/// What the solver would answer with an abort, or with silent nonsense, is refused here.
extension Problem {
  /// Doubles hold every whole number up to here.
  static let largest = 9_007_199_254_740_992.0
  static let smallest = 1e-15
  static let mostLines = 100_000_000
  static let mostEntries = 500_000_000

  func checkRow(_ row: Int) throws(GLPKError) {
    let count = rowCount
    guard row >= 0, row < count else { throw .rowOutOfRange(row, count: count) }
  }

  func checkColumn(_ column: Int) throws(GLPKError) {
    let count = columnCount
    guard column >= 0, column < count else { throw .columnOutOfRange(column, count: count) }
  }

  static func isFit(_ number: Double) -> Bool {
    let magnitude = number.magnitude
    return magnitude <= largest && (magnitude >= smallest || magnitude == 0)
  }

  static func check(_ number: Double, _ place: @autoclosure () -> String) throws(GLPKError) {
    guard isFit(number) else { throw .badNumber(number, place: place()) }
  }

  static func check(_ bounds: Bounds, _ place: @autoclosure () -> String) throws(GLPKError) {
    guard bounds.lower == -.infinity || isFit(bounds.lower) else {
      throw .badNumber(bounds.lower, place: place())
    }
    guard bounds.upper == .infinity || isFit(bounds.upper) else {
      throw .badNumber(bounds.upper, place: place())
    }
    guard bounds.lower <= bounds.upper else {
      throw .emptyBounds(lower: bounds.lower, upper: bounds.upper, place: place())
    }
  }

  static func check(name: String) throws(GLPKError) {
    guard name.utf8.count <= 255 else { throw .badName(name, reason: "is longer than 255 bytes") }
    guard !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw .badName(name, reason: "holds a control character")
    }
  }

  /// Checks flat sparse vectors: as many starts as vectors and one, in order, ending at the last entry.
  static func check(
    starts: [Int], count: Int, indexCount: Int, coefficientCount: Int, _ place: String
  ) throws(GLPKError) {
    guard starts.count == count + 1 else {
      throw .wrongLength(expected: count + 1, found: starts.count, place: "\(place) starts")
    }
    guard coefficientCount == indexCount else {
      throw .wrongLength(expected: indexCount, found: coefficientCount, place: "\(place) coefficients")
    }
    var last = 0
    guard starts.first == 0, starts.last == indexCount else {
      throw .wrongLength(expected: indexCount, found: starts.last ?? 0, place: "\(place) starts")
    }
    for start in starts {
      guard start >= last else {
        throw .wrongLength(expected: last, found: start, place: "\(place) starts")
      }
      last = start
    }
  }

  func checkRoom(rows: Int = 0, columns: Int = 0, entries: Int = 0) throws(GLPKError) {
    guard rowCount + rows <= Self.mostLines else { throw .tooLarge(place: "rows") }
    guard columnCount + columns <= Self.mostLines else { throw .tooLarge(place: "columns") }
    guard entryCount + entries <= Self.mostEntries else { throw .tooLarge(place: "entries") }
  }

  /// Checks one sparse vector against `count` indices; `marks` must have room for them.
  func check(
    indices: [Int], coefficients: [Double], count: Int, ofRows: Bool, _ place: @autoclosure () -> String
  ) throws(GLPKError) {
    guard indices.count == coefficients.count else {
      throw .wrongLength(expected: indices.count, found: coefficients.count, place: place())
    }
    prepareScratch(length: indices.count, indices: count)
    let stamp = freshStamp()
    let marks = scratch.marks
    for (index, coefficient) in zip(indices, coefficients) {
      guard index >= 0, index < count else {
        throw ofRows ? .rowOutOfRange(index, count: count) : .columnOutOfRange(index, count: count)
      }
      guard marks[index] != stamp else { throw .duplicateIndex(index, place: place()) }
      marks[index] = stamp
      try Self.check(coefficient, place())
    }
  }

  /// Checks a list of rows or columns: in range and without duplicates.
  func check(list: [Int], count: Int, ofRows: Bool, _ place: String) throws(GLPKError) {
    prepareScratch(length: list.count, indices: count)
    let stamp = freshStamp()
    let marks = scratch.marks
    for index in list {
      guard index >= 0, index < count else {
        throw ofRows ? .rowOutOfRange(index, count: count) : .columnOutOfRange(index, count: count)
      }
      guard marks[index] != stamp else { throw .duplicateIndex(index, place: place) }
      marks[index] = stamp
    }
  }
}
