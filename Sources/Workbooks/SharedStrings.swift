/// The texts of a workbook that cells refer to by number.
struct SharedStrings {
  private(set) var texts: [String] = []

  init() {}

  init(_ xml: WorkbookXML) throws(WorkbookFault) {
    var xml = xml
    var rich = RichText()
    while let event = try xml.next() {
      if case .start(let element) = event, element.name == "si" { rich = RichText() }
      rich.take(event)
      if case .end("si") = event { texts.append(rich.text) }
    }
  }
}

/// Collects the text of a cell that is written in pieces of different looks.
struct RichText {
  private(set) var written = ""
  private var isInText = false
  /// Readings of East Asian writing stand beside the text and are none of it.
  private var isInReading = false

  mutating func take(_ event: XMLScanner.Event) {
    switch event {
    case .start(let element):
      if element.name == "t" { isInText = true }
      if element.name == "rPh" { isInReading = true }
    case .end(let name):
      if name == "t" { isInText = false }
      if name == "rPh" { isInReading = false }
    case .text(let text): if isInText, !isInReading { written += text }
    case .finished: break
    }
  }

  /// The text, with `_x000D_` and the like read as the characters that they stand for.
  var text: String { Self.unescaped(written) }

  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "_x") {
      let code = rest[mark.upperBound...].prefix(5)
      guard code.utf8.count == 5, code.last == "_", let value = UInt32(code.dropLast(), radix: 16),
        let scalar = Unicode.Scalar(value)
      else {
        result += rest[..<mark.upperBound]
        rest = rest[mark.upperBound...]
        continue
      }
      result += rest[..<mark.lowerBound]
      result.unicodeScalars.append(scalar)
      rest = rest[code.endIndex...]
    }
    return result + rest
  }
}
