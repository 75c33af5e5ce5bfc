/// Names that CPLEX LP and free MPS both accept, one for each name given.
///
/// Brackets become parentheses and whatever else is not a letter, digit, `_`, `.`, `,`, `#` or
/// parenthesis becomes `_`; a name that could be read as a number or a keyword gets `_` in front; a
/// name that is empty becomes `prefix` and its number from 1; a name that is taken gets `_2`, `_3` and
/// so on. The same names in the same order give the same result.
struct LegalNames {
  private(set) var names: [String] = []
  private var taken: Set<String>
  // Where the search for a free suffix goes on: without it many equal names would cost their square.
  private var suffixes: [String: Int] = [:]

  init(reserved: Set<String> = []) {
    taken = reserved
  }

  /// Adds a name; returns whether it is printed otherwise than given.
  mutating func append(_ name: String, prefix: String) -> Bool {
    let wished = name.isEmpty ? "\(prefix)\(names.count + 1)" : Self.sanitised(name)
    var unique = wished
    if !taken.insert(wished).inserted {
      var suffix = suffixes[wished] ?? 2
      unique = "\(wished)_\(suffix)"
      while !taken.insert(unique).inserted {
        suffix += 1
        unique = "\(wished)_\(suffix)"
      }
      suffixes[wished] = suffix + 1
    }
    names.append(unique)
    return unique != name && !name.isEmpty
  }

  private static let longest = 240
  private static let longestKeyword = 8
  private static let keywords: Set<String> = [
    "minimize", "minimum", "min", "maximize", "maximum", "max", "subject", "such", "st", "s.t.",
    "bounds", "bound", "general", "generals", "gen", "integer", "integers", "int", "binary", "binaries",
    "bin", "free", "inf", "infinity", "end", "semi", "semis", "sos", "lazy",
  ]

  private static func sanitised(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8.prefix(longest) {
      switch byte {
      case UInt8(ascii: "["): bytes.append(UInt8(ascii: "("))
      case UInt8(ascii: "]"): bytes.append(UInt8(ascii: ")"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"):
        bytes.append(byte)
      default: bytes.append(UInt8(ascii: "_"))
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let isKeyword = bytes.count <= longestKeyword && keywords.contains(text.lowercased())
    return isKeyword || looksLikeNumber(bytes) ? "_" + text : text
  }

  /// Whether a reader could take the beginning for a number, or for the exponent of one.
  private static func looksLikeNumber(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    switch first {
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      guard bytes.count > 1 else { return true }
      return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[1]) || bytes[1] == UInt8(ascii: ".")
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      return false
    default:
      return true
    }
  }
}
