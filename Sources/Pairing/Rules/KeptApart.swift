import Domain

/// Leaves out pairs that share a cell in one of the columns of `keep_apart`; a blank never matches.
struct KeptApart: EdgeRule {
  static let rule = Rule.keptApart

  private let columns: [String]
  /// By column and team, a number that two teams share if and only if they share the cell; `nil` where blank.
  private let cells: [[Int?]]

  /// The rule over `teams`, sorted by id; `nil` where nothing is kept apart.
  init?(columns: [String], teams: [Team]) {
    guard !columns.isEmpty else { return nil }
    self.columns = columns
    cells = columns.map { column in
      var numbers: [String: Int] = [:]
      return teams.map { team in
        guard let cell = team.value(of: column) else { return nil }
        if let number = numbers[cell] { return number }
        numbers[cell] = numbers.count
        return numbers.count - 1
      }
    }
  }

  func admits(_ pair: PairFigures) -> Bool {
    for column in cells {
      if let a = column[pair.a], let b = column[pair.b], a == b { return false }
    }
    return true
  }

  func predicate(_ count: Int) -> String {
    (count == 1 ? "shares" : "share") + " its " + columns.joined(separator: " or ")
  }

  func concession(for pair: PairFigures) -> Int? { 1 }

  func wording(conceding level: Int, to pair: PairFigures) -> String {
    let shared = zip(columns, cells).filter { _, cells in
      cells[pair.a].map { $0 == cells[pair.b] } ?? false
    }
    return "keep_apart without " + shared.map(\.0).joined(separator: " and ")
  }
}
