/// One property with what is needed of it (RFC 5545 section 3.1).
struct ContentLine {
  /// Where it begins in the file, from 1.
  let line: Int
  let property: CalendarProperty
  private(set) var parameters: [CalendarParameter: String] = [:]
  /// As written, without white space around it.
  let value: String

  /// Reads an unfolded line whose name ends at `nameEnd`; `nil` where it has no value.
  init?(property: CalendarProperty, unfolded bytes: [UInt8], nameEnd: Int, line: Int) {
    self.line = line
    self.property = property
    var index = nameEnd
    while index < bytes.count, bytes[index] == UInt8(ascii: ";") {
      let nameStart = index + 1
      index = nameStart
      while index < bytes.count, !Self.endsParameterName(bytes[index]) { index += 1 }
      let name = Self.text(bytes[nameStart..<index]).uppercased()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      let valueStart = index
      let parameter = CalendarParameter(rawValue: name)
      var isQuoted = false
      // Some write the name of a zone, as in `TZID=(UTC+01:00) Berlin`, without the quotes that its colon needs.
      var parentheses = 0
      let mayHoldColon = parameter == .zone && Self.closesParenthesis(bytes[valueStart...])
      while index < bytes.count, isQuoted || parentheses > 0 || !Self.endsParameter(bytes[index]) {
        if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if mayHoldColon, bytes[index] == UInt8(ascii: "(") { parentheses += 1 }
        if mayHoldColon, bytes[index] == UInt8(ascii: ")") { parentheses = 0 }
        index += 1
      }
      if let parameter {
        parameters[parameter] = Self.unquoted(bytes[valueStart..<index])
      }
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
    value = Self.text(bytes[(index + 1)...])
  }

  /// Whether the bytes begin with a parenthesis that is closed.
  private static func closesParenthesis(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: "(") && bytes.contains(UInt8(ascii: ")"))
  }

  private static func endsParameterName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || endsParameter(byte)
  }

  private static func endsParameter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
    text(bytes.filter { $0 != UInt8(ascii: "\"") }[...])
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let rest = bytes.drop(while: isSpace)
    let end = rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex
    return String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
  }
}
