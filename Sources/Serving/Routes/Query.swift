import Foundation

/// What stands after the question mark of an address.
struct Query {
  private var values: [String: String] = [:]

  init(_ text: String) {
    for part in text.split(separator: "&") {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.plain(pieces[0]), values[name] == nil else { continue }
      values[name] = pieces.count > 1 ? Self.plain(pieces[1]) ?? "" : ""
    }
  }

  subscript(_ name: String) -> String? { values[name] }

  private static func plain(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }
}
