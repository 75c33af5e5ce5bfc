import Domain

/// A sentence from the programme's files as lines for a terminal, two columns in.
struct Paragraph {
  /// The lines, at most eighty columns wide save for longer words.
  let text: String

  private static let width = 80
  private static let indent = "  "

  init(_ sentence: String) {
    var lines: [String] = []
    for word in sentence.onOneLine.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= Self.width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(Self.indent + word)
      }
    }
    text = lines.joined(separator: "\n")
  }
}
