import Domain

/// Whose calendar a file is.
enum CalendarOwner: Equatable {
  /// A person's or a facilitator's, by id.
  case person(String)
  /// A room's, by id.
  case room(String)

  /// By the name of the file: an id, as in `R0A-lead.csv`, or `room-` and a room's id, as in `room-R0A-1.ics`. An id that
  /// is known goes before; otherwise it is a person's. `nil` where the name is no id.
  ///
  /// The number that a browser or Windows adds to a second copy, as in `R0A-lead (1).csv`, does not count. A sheet of a
  /// workbook is named by itself, unless its name is no id or the one that Excel gave it.
  init?(file: String, known: KnownOwners) {
    var stem = FileKind.stem(of: file)
    if let (book, sheet) = SheetName.parts(of: file) {
      stem = PersonID(sheet) == nil || sheet.contains(#/^Sheet[0-9]*$/#) ? FileKind.stem(of: book) : sheet
    }
    let name = FileKind.withoutCopyNumber(stem)
    guard PersonID(name) != nil else { return nil }
    // What programs call an export of whoever is in front of them names nobody, unless somebody is called so.
    let isNobodys = Self.namesOfPrograms.contains(name.lowercased())
    if let person = Self.known(name, among: known.people) {
      self = .person(person)
    } else if let room = Self.known(name, among: known.rooms) {
      self = .room(room)
    } else if name.lowercased().hasPrefix("room-"), name.utf8.count > 5 {
      let room = String(name.dropFirst(5))
      self = .room(Self.known(room, among: known.rooms) ?? room)
    } else if isNobodys {
      return nil
    } else {
      self = .person(name)
    }
  }

  private static let namesOfPrograms: Set<String> = [
    "basic", "cal", "calendar", "contacts", "export", "ical", "outlook",
  ]

  /// The id as it is known: as it is, or but for capitals where only one comes near.
  private static func known(_ name: String, among ids: Set<String>) -> String? {
    if ids.contains(name) { return name }
    let alike = ids.filter { $0.lowercased() == name.lowercased() }
    return alike.count == 1 ? alike.first : nil
  }

  /// What is said where a file's name is no id.
  static func reportNone(_ file: String, _ findings: Findings) {
    findings.error(
      at: .top(of: file), "nobody can tell by the name whose calendar this is",
      "name the file as the person's id, as in R0A-lead, or room- and the room's id")
  }
}
