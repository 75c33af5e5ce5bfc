/// The few properties of a calendar that say when somebody is busy. Every other line is dropped unread.
enum CalendarProperty: String, CaseIterable {
  case begin = "BEGIN"
  case end = "END"
  case version = "VERSION"
  case method = "METHOD"
  case uid = "UID"
  case start = "DTSTART"
  case until = "DTEND"
  case duration = "DURATION"
  case rule = "RRULE"
  case exceptionRule = "EXRULE"
  case dates = "RDATE"
  case exceptionDates = "EXDATE"
  case recurrenceID = "RECURRENCE-ID"
  case sequence = "SEQUENCE"
  case stamp = "DTSTAMP"
  case status = "STATUS"
  case transparency = "TRANSP"
  case outlookStatus = "X-MICROSOFT-CDO-BUSYSTATUS"
  case outlookIntended = "X-MICROSOFT-CDO-INTENDEDSTATUS"
  case outlookWholeDay = "X-MICROSOFT-CDO-ALLDAYEVENT"
  case freeBusy = "FREEBUSY"
  case busyType = "BUSYTYPE"
  case zoneName = "TZID"
  case offsetBefore = "TZOFFSETFROM"
  case offsetAfter = "TZOFFSETTO"

  /// The longest of the names.
  static let longest = 32

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The property of a name in any case; `nil` for those that are dropped.
  init?(name: some Collection<UInt8>) {
    guard name.count <= Self.longest else { return nil }
    guard let found = Self.byName[String(decoding: name.map(\.upperCased), as: UTF8.self)] else { return nil }
    self = found
  }

  /// May stand in a component more than once.
  var mayRepeat: Bool {
    switch self {
    case .rule, .exceptionRule, .dates, .exceptionDates, .freeBusy, .begin, .end: true
    case .version, .method, .uid, .start, .until, .duration, .recurrenceID, .sequence, .stamp, .status,
      .transparency, .outlookStatus, .outlookIntended, .outlookWholeDay, .busyType, .zoneName, .offsetBefore,
      .offsetAfter:
      false
    }
  }
}

/// The parameters that are read; every other is dropped.
enum CalendarParameter: String {
  case zone = "TZID"
  case value = "VALUE"
  case range = "RANGE"
  case freeBusyType = "FBTYPE"
}

extension UInt8 {
  /// The capital of an ASCII letter; any other byte as it is.
  var upperCased: UInt8 { (0x61...0x7A).contains(self) ? self - 0x20 : self }
  /// An ASCII digit's number.
  var digit: Int? { (0x30...0x39).contains(self) ? Int(self) - 0x30 : nil }
}
