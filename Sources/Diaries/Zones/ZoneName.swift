/// The zone that a TZID means by itself, without the definition that may come with it.
enum ZoneName {
  /// IANA's names, also behind a prefix as in `/freeassociation.sourceforge.net/Europe/London`; Windows' names; and
  /// distances from UTC as in `UTC+01:00`. `nil` for anything else.
  static func zone(_ name: String) -> ZoneClock? {
    if let zone = ZoneClock(iana: name) { return zone }
    if let iana = WindowsZones.iana(name) { return ZoneClock(iana: iana) }
    if name.hasPrefix("/") { return behindPrefix(name) }
    return distance(name)
  }

  /// The longest end of a path that is a name: three parts as in America/Argentina/Salta, two, or one as in UTC.
  private static func behindPrefix(_ path: String) -> ZoneClock? {
    let parts = path.split(separator: "/")
    for count in [3, 2, 1] where parts.count > count {
      if let zone = ZoneClock(iana: parts.suffix(count).joined(separator: "/")) { return zone }
    }
    return nil
  }

  private static func distance(_ name: String) -> ZoneClock? {
    let capitals = name.uppercased()
    guard let prefix = ["UTC", "GMT"].first(where: capitals.hasPrefix) else { return nil }
    let rest = capitals.dropFirst(prefix.count).filter { $0 != ":" && $0 != " " }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    let digits = rest.dropFirst()
    let padded =
      digits.count <= 2 ? String(repeating: "0", count: 2 - digits.count) + digits + "00" : "0" + digits
    guard let offset = WrittenOffset.read("\(sign)\(padded.suffix(4))"), (1...4).contains(digits.count) else {
      return nil
    }
    return ZoneClock(name: "UTC\(sign)\(padded.suffix(4))", changes: ClockChanges(first: offset, changes: []))
  }
}
