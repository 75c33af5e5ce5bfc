/// Reads XML piece by piece: elements, their attributes and their text, and nothing that can refer to anything else.
///
/// A document type declaration is refused, so that entities are the five of XML itself and characters by number. Element
/// and attribute names are given without their prefixes. Time is linear in the number of bytes, and depth is limited.
/// Source: Extensible Markup Language (XML) 1.0, fifth edition.
struct XMLScanner {
  /// A piece of the document.
  enum Event: Equatable {
    case start(XMLElement)
    case end(String)
    case text(String)
    case finished
  }

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var closing: String?
  private var hasRoot = false

  /// Elements inside one another at most.
  static let deepest = 64
  /// Attributes of one element at most.
  static let mostAttributes = 256

  /// A document of these bytes, which must be UTF-8.
  init(_ bytes: [UInt8]) throws(XMLFault) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw XMLFault(what: "is not UTF-8", offset: 0)
    }
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next piece; text is given in one or more pieces.
  mutating func next() throws(XMLFault) -> Event {
    if let name = closing {
      closing = nil
      open.removeLast()
      return .end(name)
    }
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        if let text = try text() { return .text(text) }
        continue
      }
      if skips("<!--", to: "-->") || skips("<?", to: "?>") { continue }
      if starts("<![CDATA[") {
        let start = index + 9
        guard !open.isEmpty, skips("<![CDATA[", to: "]]>") else { throw fault("holds text that never ends") }
        return .text(String(decoding: bytes[start..<(index - 3)], as: UTF8.self))
      }
      if starts("<!") { throw fault("declares a document type, or something else that is not read") }
      if starts("</") { return .end(try endTag()) }
      return .start(try startTag())
    }
    guard open.isEmpty, hasRoot else { throw fault("ends too early") }
    return .finished
  }

  private func fault(_ what: String) -> XMLFault { XMLFault(what: what, offset: index) }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in (0..<count).allSatisfy { buffer[$0] == bytes[index + $0] } }
  }

  /// Goes to after the next `end` if `start` is here and there is one.
  private mutating func skips(_ start: StaticString, to end: StaticString) -> Bool {
    guard starts(start) else { return false }
    let before = index
    index += start.utf8CodeUnitCount
    while index < bytes.count {
      if starts(end) {
        index += end.utf8CodeUnitCount
        return true
      }
      index += 1
    }
    index = before
    return false
  }

  /// Text up to the next markup; `nil` where it is only space outside the root.
  private mutating func text() throws(XMLFault) -> String? {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    let raw = bytes[start..<index]
    if open.isEmpty {
      guard raw.allSatisfy(Self.isSpace) else { throw fault("has text outside its root") }
      return nil
    }
    return try unescaped(raw)
  }

  private mutating func endTag() throws(XMLFault) -> String {
    index += 2
    let name = try self.name()
    skipSpace()
    guard open.popLast() == name, starts(">") else { throw fault("has a tag that closes another") }
    index += 1
    return Self.local(name)
  }

  private mutating func startTag() throws(XMLFault) -> XMLElement {
    if open.isEmpty, hasRoot { throw fault("has two roots") }
    index += 1
    let name = try self.name()
    var attributes: [XMLElement.Attribute] = []
    while true {
      skipSpace()
      if starts(">") {
        index += 1
        break
      }
      if starts("/>") {
        index += 2
        closing = Self.local(name)
        break
      }
      guard attributes.count < Self.mostAttributes else {
        throw fault("has an element of too many attributes")
      }
      attributes.append(try attribute())
    }
    hasRoot = true
    open.append(name)
    guard open.count <= Self.deepest else { throw fault("is nested too deeply") }
    return XMLElement(name: Self.local(name), attributes: attributes)
  }

  private mutating func attribute() throws(XMLFault) -> XMLElement.Attribute {
    let name = try self.name()
    skipSpace()
    guard starts("=") else { throw fault("has an attribute without a value") }
    index += 1
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      throw fault("has an attribute without quotes")
    }
    let quote = bytes[index]
    let start = index + 1
    index = start
    while index < bytes.count, bytes[index] != quote, bytes[index] != UInt8(ascii: "<") { index += 1 }
    guard index < bytes.count, bytes[index] == quote else { throw fault("has an attribute that never ends") }
    let value = try unescaped(bytes[start..<index])
    index += 1
    return XMLElement.Attribute(name: Self.local(name), value: value)
  }

  private mutating func name() throws(XMLFault) -> String {
    let start = index
    while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
    guard index > start, index - start <= 200 else { throw fault("has a tag or an attribute without a name") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func local(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }

  private func unescaped(_ raw: ArraySlice<UInt8>) throws(XMLFault) -> String {
    guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    var text = ""
    var rest = raw
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += String(decoding: rest[..<mark], as: UTF8.self)
      // The longest reference is &#x10FFFF;
      let window = rest[mark...].prefix(12)
      guard let end = window.firstIndex(of: UInt8(ascii: ";")),
        let scalar = Self.scalar(String(decoding: window[(mark + 1)..<end], as: UTF8.self))
      else { throw fault("names a character that nobody knows") }
      text.unicodeScalars.append(scalar)
      rest = rest[(end + 1)...]
    }
    return text + String(decoding: rest, as: UTF8.self)
  }

  private static func scalar(_ reference: String) -> Unicode.Scalar? {
    switch reference {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      if reference.hasPrefix("#x") {
        return UInt32(reference.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      }
      if reference.hasPrefix("#") { return UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init) }
      return nil
    }
  }
}

/// An element's beginning.
struct XMLElement: Equatable {
  struct Attribute: Equatable {
    var name: String
    var value: String
  }

  /// Its name, without a prefix.
  var name: String
  var attributes: [Attribute]

  /// The value of the first attribute of this name.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Whether an attribute says yes.
  func isTrue(_ name: String) -> Bool { self[name] == "1" || self[name] == "true" }
}

/// Why a text is no XML that is read.
struct XMLFault: Error, Equatable {
  /// A clause without its subject, as `ends too early`.
  var what: String
  /// How many bytes come before.
  var offset: Int
}
