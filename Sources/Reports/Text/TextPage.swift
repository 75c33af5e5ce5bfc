import Domain

/// Plain text of at most a hundred columns, put together line by line.
///
/// Whatever comes from files is brought onto one line first, so that no name can begin a line of its own or
/// send a command to a terminal.
struct TextPage {
  /// The widest line.
  static let width = 100

  private var lines: [String] = []

  /// The page with a line feed after each line; no line ends in a space.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// An empty line, unless the page ends in one.
  mutating func gap() {
    if lines.last.map({ !$0.isEmpty }) ?? false { lines.append("") }
  }

  /// The page's own title, underlined.
  mutating func title(_ text: String) {
    let parts = Self.wrapped(text.onOneLine, to: Self.width)
    lines += parts
    lines.append(String(repeating: "=", count: parts.map(\.count).max() ?? 0))
  }

  /// The heading of a section, after an empty line.
  mutating func heading(_ text: String) {
    gap()
    lines += Self.wrapped(text.onOneLine, to: Self.width)
  }

  /// A paragraph: its first line after `lead`, the others under it.
  mutating func paragraph(_ text: String, lead: String = "") {
    let indent = String(repeating: " ", count: lead.count)
    let parts = Self.wrapped(text.onOneLine, to: Self.width - lead.count)
    for (index, part) in parts.enumerated() {
      lines.append(Self.trimmed((index == 0 ? lead : indent) + part))
    }
    if parts.isEmpty { lines.append(Self.trimmed(lead)) }
  }

  /// A table, two columns in.
  mutating func table(_ table: TextTable) {
    lines += table.lines(width: Self.width - 2).map { Self.trimmed("  " + $0) }
  }

  /// A table, two columns in and as wide as it needs to be: nothing of it is cut.
  mutating func wholeTable(_ table: TextTable) {
    lines += table.lines(width: .max).map { Self.trimmed("  " + $0) }
  }

  /// `text` broken at spaces into lines of at most `width`; a longer word is broken too.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
      while line.count > width {
        lines.append(String(line.prefix(width)))
        line = String(line.dropFirst(width))
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
