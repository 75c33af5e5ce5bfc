/// Lines of at most about 100 bytes, broken between terms; older LP readers stop at 255.
struct TextBuffer {
  private var bytes: [UInt8] = []
  private var lineStart = 0

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func line(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    end()
  }

  mutating func begin(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func word(_ text: String) {
    if bytes.count - lineStart + text.utf8.count > 100 {
      end()
      bytes.append(contentsOf: "  ".utf8)
    }
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func term(_ coefficient: Int, _ name: String) {
    let sign = coefficient < 0 ? "-" : "+"
    word(coefficient.magnitude == 1 ? "\(sign) \(name)" : "\(sign) \(coefficient.magnitude) \(name)")
  }

  mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    lineStart = bytes.count
  }
}
