import Domain

/// What must be known of a programme to read calendars and grids.
struct DiaryContext {
  /// How the programme writes dates; `nil` while nobody knows.
  var dates: DateStyle?
  /// The days in which visits may be; `nil` while nobody knows.
  var window: ClosedRange<Day>?
  /// The programme's time zone by its IANA name; `nil` while nobody knows.
  var zone: String?
  /// Who may have a calendar.
  var owners = KnownOwners()

  init(dates: DateStyle?, settings: Settings?, owners: KnownOwners = KnownOwners()) {
    self.dates = dates
    window = settings.flatMap { $0.visitsFrom <= $0.visitsTo ? $0.visitsFrom...$0.visitsTo : nil }
    zone = settings?.timeZone
    self.owners = owners
  }

  /// The days of which calendars are read: the window, and a day on either side for journeys.
  var calendarDays: ClosedRange<Day>? {
    window.map { $0.lowerBound.advanced(by: -1)...$0.upperBound.advanced(by: 1) }
  }
}
