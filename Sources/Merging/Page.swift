import Domain

/// A plain text for people: lines of at most 100 characters, lists cut off with how many more there are.
struct Page {
  /// The longest line, in characters.
  static let width = 100

  private(set) var lines: [String] = []

  /// The text, each line ended.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// The text on `most` lines; where it does not fit, the last says so.
  func text(atMost most: Int) -> String {
    guard lines.count > most else { return text }
    return (lines.prefix(most - 1) + ["and \(lines.count - most + 1) more lines"]).map { $0 + "\n" }.joined()
  }

  /// Adds a paragraph of its own, with a blank line before it.
  mutating func paragraph(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines += Self.wrapped(text, first: "", rest: "")
  }

  /// Adds a paragraph and under it the items, each on lines of its own, on `room` lines at most without the paragraph;
  /// where they do not fit, the last line says how many more there are. Nothing where there are no items.
  mutating func list(_ title: String, _ items: [String], room: Int) {
    guard !items.isEmpty else { return }
    paragraph(title)
    var left = room
    for (index, item) in items.enumerated() {
      let block = Self.wrapped(item, first: "  ", rest: "    ")
      // The last line may be needed for the rest.
      guard block.count + (index == items.count - 1 ? 0 : 1) <= left else {
        lines.append("  and \(items.count - index) more")
        return
      }
      lines += block
      left -= block.count
    }
  }

  /// The first `most` of `names` with commas, and how many more there are.
  static func names(_ names: [String], most: Int) -> String {
    if names.count <= most + 1 { return AwaitedList.list(names, "and") }
    return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
  }

  /// `text` broken at spaces, words that are longer than a line anywhere.
  private static func wrapped(_ text: String, first: String, rest: String) -> [String] {
    var lines: [String] = []
    var line = first
    var isBlank = true
    for word in text.onOneLine.split(separator: " ") {
      var word = word
      if !isBlank {
        if line.count + 1 + word.count <= width {
          line += " " + word
          continue
        }
        lines.append(line)
        line = rest
      }
      while line.count + word.count > width {
        let piece = word.prefix(width - line.count)
        lines.append(line + piece)
        word = word.dropFirst(piece.count)
        line = rest
      }
      line += word
      isBlank = false
    }
    return lines + [line]
  }
}
