/// The string literals of a Swift file, each as the texts between its interpolations.
///
/// Knows line comments, escapes, nested interpolations and literals of several lines; no raw strings, which
/// these sources do not use.
struct SourceLiterals {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// Each literal's fixed texts in order; a literal inside an interpolation counts for itself.
  private(set) var literals: [[String]] = []

  init(of source: String) {
    scalars = Array(source.unicodeScalars)
    readCode(until: nil)
  }

  private func at(_ offset: Int) -> Unicode.Scalar? {
    index + offset < scalars.count ? scalars[index + offset] : nil
  }

  /// Reads code up to the parenthesis that closes an interpolation, or to the end.
  private mutating func readCode(until end: Unicode.Scalar?) {
    var depth = 0
    while let scalar = at(0) {
      if scalar == "/", at(1) == "/" {
        while let next = at(0), next != "\n" { index += next == "\n" ? 0 : 1 }
      } else if scalar == "\"" {
        readLiteral()
      } else {
        index += 1
        if scalar == "(" { depth += 1 }
        if scalar == ")" {
          if depth == 0, end != nil { return }
          depth -= 1
        }
      }
    }
  }

  private mutating func readLiteral() {
    let isLong = at(1) == "\"" && at(2) == "\""
    index += isLong ? 3 : 1
    var texts = [""]
    while let scalar = at(0) {
      if scalar == "\"", !isLong || (at(1) == "\"" && at(2) == "\"") {
        index += isLong ? 3 : 1
        break
      }
      if scalar == "\\" {
        readEscape(&texts)
      } else {
        index += 1
        texts[texts.count - 1].unicodeScalars.append(scalar)
      }
    }
    if isLong {
      texts = texts.map(Self.withoutIndentation)
      // The line that closes the literal is none of the text.
      if let last = texts.popLast() { texts.append(last.replacing("\n", with: "")) }
    }
    literals.append(texts)
  }

  private mutating func readEscape(_ texts: inout [String]) {
    let next = at(1)
    index += 2
    switch next {
    case "(":
      readCode(until: ")")
      texts.append("")
    case "\n":
      // The line goes on in the next, whose indentation is none of the text.
      while at(0) == " " { index += 1 }
    case "u":
      while let scalar = at(0), scalar != "}" { index += scalar == "}" ? 0 : 1 }
      index += 1
      texts.append("")
    case let scalar?: texts[texts.count - 1].unicodeScalars.append(scalar)
    case nil: break
    }
  }

  private static func withoutIndentation(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }.joined(separator: "\n").trimmingPrefix("\n").description
  }
}
