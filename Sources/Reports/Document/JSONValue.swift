/// A JSON text whose members stay in the order given.
///
/// A writer of our own, because the order is for people (what a plan is comes before what is in it) and must
/// never depend on a hash, and because numbers are written from the integers inside, digit by digit.
indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case string(String)
  /// A number already in JSON's own form.
  case number(String)
  case array([JSONValue])
  case object(Members)

  /// The members of an object, in order.
  struct Members: Equatable, Sendable, ExpressibleByArrayLiteral {
    var list: [(String, JSONValue)]

    init(_ list: [(String, JSONValue)]) { self.list = list }
    init(arrayLiteral elements: (String, JSONValue)...) { list = elements }

    static func == (a: Self, b: Self) -> Bool {
      a.list.elementsEqual(b.list) { $0.0 == $1.0 && $0.1 == $1.1 }
    }
  }

  /// An object of those members, in that order.
  static func object(_ members: [(String, JSONValue)]) -> JSONValue { .object(Members(members)) }

  /// A whole number.
  static func integer(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }

  /// A number with exactly `places` decimals; `null` where it is no number.
  static func decimal(_ value: Double, places: Int) -> JSONValue {
    Figures.decimal(value, places: places).map(JSONValue.number) ?? .null
  }

  /// The text, or `null`.
  static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  /// The text in UTF-8, two spaces a level, short lists on one line, a line feed at the end.
  var bytes: [UInt8] {
    var text = ""
    write(to: &text, level: 0)
    text += "\n"
    return Array(text.utf8)
  }

  private var isScalar: Bool {
    switch self {
    case .null, .bool, .string, .number: true
    case .array, .object: false
    }
  }

  private func write(to text: inout String, level: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .string(let value): Self.write(value, to: &text)
    case .number(let digits): text += digits
    case .array(let values) where values.allSatisfy(\.isScalar):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(to: &text, level: level)
      }
      text += "]"
    case .array(let values):
      Self.write(values.count, between: "[", "]", to: &text, level: level) { index, text in
        values[index].write(to: &text, level: level + 1)
      }
    case .object(let members):
      Self.write(members.list.count, between: "{", "}", to: &text, level: level) { index, text in
        Self.write(members.list[index].0, to: &text)
        text += ": "
        members.list[index].1.write(to: &text, level: level + 1)
      }
    }
  }

  private static func write(
    _ count: Int, between open: String, _ close: String, to text: inout String, level: Int,
    each: (Int, inout String) -> Void
  ) {
    text += open
    for index in 0..<count {
      text += (index > 0 ? ",\n" : "\n") + String(repeating: "  ", count: level + 1)
      each(index, &text)
    }
    text += count == 0 ? close : "\n" + String(repeating: "  ", count: level) + close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        // U+2028 and U+2029 end a line in JavaScript, into which JSON is often pasted.
        if scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
