/// Windows' names of time zones, as Outlook and Exchange write them.
///
/// The table of the Unicode CLDR, version 49, common/supplemental/windowsZones.xml, territory 001: the zone that stands
/// for each name where no country is given.
enum WindowsZones {
  private static let table: [String: String] = Dictionary(
    uniqueKeysWithValues: catalogue.split(separator: "\n").map { line in
      let cells = line.split(separator: ",")
      return (cells[0].lowercased(), String(cells[1]))
    })

  /// The IANA name; `nil` where Windows has no such zone.
  static func iana(_ name: String) -> String? { table[name.lowercased()] }

  /// How many there are.
  static var count: Int { table.count }
}
