/// The data of a MathProg model as text: sets, single figures and tables, in the order in which they are added.
///
/// The same data in the same order give the same bytes. Names of sets and parameters are the model's own and are
/// written as given; everything else is escaped.
public struct MathProgData: Sendable {
  private var lines = ["data;", ""]

  /// No data yet.
  public init() {}

  /// The whole section, from `data;` to `end;`.
  public var text: String { (lines + ["", "end;", ""]).joined(separator: "\n") }

  /// Adds a comment of one line; line breaks in it become spaces.
  public mutating func comment(_ text: String) {
    lines.append("# " + String(text.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }))
  }

  /// Adds a set: a list of members, each of one symbol or several.
  public mutating func set(_ name: String, _ members: [[MathProgSymbol]]) {
    lines.append("set \(name) :=")
    for member in members {
      let words = member.map(\.literal).joined(separator: ",")
      lines.append(member.count == 1 ? " " + words : " (" + words + ")")
    }
    lines.append(";")
  }

  /// Adds a parameter that is a single figure.
  public mutating func parameter(_ name: String, _ value: MathProgSymbol) {
    lines.append("param \(name) := \(value.literal);")
  }

  /// Adds parameters over a common set: each row is a member's symbols and then a figure for each of `columns`.
  ///
  /// Where `set` is named, the rows' members are that set.
  public mutating func table(_ set: String? = nil, _ columns: [String], _ rows: [[MathProgSymbol]]) {
    let names = columns.joined(separator: " ")
    lines.append("param : " + (set.map { "\($0) : " } ?? "") + names + " :=")
    for row in rows { lines.append(" " + row.map(\.literal).joined(separator: " ")) }
    lines.append(";")
  }
}
