import Foundation

/// A time zone by its IANA name.
enum TimeZoneName {
  /// Reads `Area/Location` or `UTC`; abbreviations and offsets say nothing about summer time and are refused.
  static func read(_ value: SettingsValue) -> String? {
    guard let name = value.text() else { return nil }
    if name == "UTC" || (isWellFormed(name) && TimeZone(identifier: name) != nil) { return name }
    let nearest = NearestName.of(name, among: TimeZone.knownTimeZoneIdentifiers.sorted())
    value.error(
      "'\(name.shown)' is no time zone",
      nearest.map { "write '\($0)' if that is meant" } ?? "write its IANA name, as in Europe/London")
    return nil
  }

  private static func isWellFormed(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, name.utf8.count <= 64 else { return false }
    return parts.allSatisfy { part in
      part.first?.isLetter == true
        && part.unicodeScalars.allSatisfy {
          $0.isASCII && ($0.properties.isAlphabetic || "0123456789_+-".unicodeScalars.contains($0))
        }
    }
  }
}
