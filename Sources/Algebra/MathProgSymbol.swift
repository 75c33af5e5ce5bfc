/// A word or a number as MathProg, the language of GNU's glpsol, writes it in data and in the names of rows.
public enum MathProgSymbol: Hashable, Sendable {
  /// A word; at most 100 bytes of it are kept, and control characters become spaces.
  case text(String)
  /// A whole number.
  case whole(Int)
  /// A real number; one that is infinite or none at all is written as 0.
  case real(Double)

  /// As a data section writes it: words always in quotes, so that `1e5` stays a word.
  public var literal: String {
    switch self {
    case .text(let text): Self.quoted(Self.accepted(text))
    case .whole(let number): String(number)
    case .real(let number): number.isFinite ? String(number) : "0"
    }
  }

  /// As the translator writes it in the names of rows and columns: words in quotes only where they need them.
  fileprivate var label: String {
    switch self {
    case .text(let text):
      Self.isPlain(Self.accepted(text)) ? Self.accepted(text) : Self.quoted(Self.accepted(text))
    case .whole, .real: literal
    }
  }

  /// The longest word that the translator takes, in bytes.
  private static let longest = 100

  private static func accepted(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || scalar.value == 0x7F
      length += isControl ? 1 : UTF8.width(scalar)
      guard length <= longest else { break }
      kept.append(isControl ? " " : scalar)
    }
    return String(kept)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { quoted.unicodeScalars.append("'") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension MathProgSymbol: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A word.
  public init(stringLiteral text: String) { self = .text(text) }
  /// A whole number.
  public init(integerLiteral number: Int) { self = .whole(number) }
}

extension MathProgSymbol {
  /// The name that the translator gives to a row or column of a family at these indices: `x[1,'A B']`.
  public static func name(_ family: String, _ indices: [MathProgSymbol]) -> String {
    guard !indices.isEmpty else { return family }
    return family + "[" + indices.map(\.label).joined(separator: ",") + "]"
  }
}
