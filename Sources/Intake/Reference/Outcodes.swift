import Domain

/// The centres of the United Kingdom's outward postcodes (the part before the space).
enum Outcodes {
  /// What a postcode leads to.
  enum Answer: Equatable {
    /// The centre of its outward part.
    case found(Coordinates, outcode: String)
    /// It looks like a postcode whose outward part nobody knows.
    case unknown(outcode: String)
    /// It does not look like a postcode.
    case noPostcode
  }

  /// Looks up `M23 9LT`, `m239lt` or `M23`.
  static func lookUp(_ text: String) -> Answer {
    guard let outcode = outcode(of: text) else { return .noPostcode }
    return centres[outcode].map { .found($0, outcode: outcode) } ?? .unknown(outcode: outcode)
  }

  /// The outward part in capitals: one or two letters, a digit, and perhaps a digit or letter, whether or not the
  /// inward part (a digit and two letters) follows.
  static func outcode(of text: String) -> String? {
    let bytes = text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") }
    guard bytes.allSatisfy({ isLetter($0) || isDigit($0) }) else { return nil }
    let inward = bytes.suffix(3)
    let hasInward =
      bytes.count >= 5 && inward.first.map(isDigit) == true && inward.dropFirst().allSatisfy(isLetter)
    let outward = Array(hasInward ? bytes.dropLast(3) : bytes[...])
    guard (2...4).contains(outward.count), isLetter(outward[0]) else { return nil }
    let letters = isLetter(outward[1]) ? 2 : 1
    guard outward.count > letters, isDigit(outward[letters]), outward.count - letters <= 2 else { return nil }
    return String(decoding: outward, as: UTF8.self)
  }

  /// How many outward postcodes are known.
  static var count: Int { centres.count }

  private static let centres: [String: Coordinates] = {
    var centres: [String: Coordinates] = [:]
    for row in outcodeTable.split(whereSeparator: \.isWhitespace) {
      let cells = row.split(separator: ",")
      guard cells.count == 3, let latitude = Double(cells[1]), let longitude = Double(cells[2]) else {
        continue
      }
      centres[String(cells[0])] = Coordinates(latitude: latitude, longitude: longitude)
    }
    return centres
  }()

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
