/// What the teams of a unit have in a column of teams.csv: units that have the same are balanced among themselves.
public struct Stratum: Sendable, Hashable, Comparable {
  /// A cell for each team, sorted by bytes; empty text for a blank one. No cells where nothing is stratified.
  public let cells: [String]

  /// The stratum of teams with these cells, in whatever order.
  public init(cells: [String?]) {
    self.cells = cells.map { $0 ?? "" }.sorted(by: Self.precedes)
  }

  /// All units together.
  public static let whole = Stratum(cells: [])

  /// Its name for people, as in `North + South`; `(blank)` stands for a blank cell.
  public var name: String {
    cells.map { $0.isEmpty ? "(blank)" : $0 }.joined(separator: " + ")
  }

  /// Byte by byte, as they are sorted: two spellings of one accented letter are two strata.
  public static func == (a: Self, b: Self) -> Bool {
    a.cells.elementsEqual(b.cells) { $0.utf8.elementsEqual($1.utf8) }
  }

  /// By bytes.
  public func hash(into hasher: inout Hasher) {
    for cell in cells { hasher.combine(Array(cell.utf8)) }
  }

  /// Cell by cell in byte order, blank ones first.
  public static func < (a: Self, b: Self) -> Bool {
    a.cells.lexicographicallyPrecedes(b.cells, by: precedes)
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
