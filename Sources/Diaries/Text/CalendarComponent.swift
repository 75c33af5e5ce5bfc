/// A component of a calendar, with the properties and the components in it that are read.
struct CalendarComponent {
  let kind: ComponentKind
  /// Where it begins.
  let line: Int
  private(set) var properties: [ContentLine] = []
  var children: [CalendarComponent] = []

  init(kind: ComponentKind, line: Int) {
    self.kind = kind
    self.line = line
  }

  /// The only one of its name.
  func first(_ property: CalendarProperty) -> ContentLine? {
    properties.first { $0.property == property }
  }

  func all(_ property: CalendarProperty) -> [ContentLine] {
    properties.filter { $0.property == property }
  }

  /// The value in capitals; `nil` where the property is not there.
  func word(_ property: CalendarProperty) -> String? { first(property)?.value.uppercased() }

  func components(_ kind: ComponentKind) -> [CalendarComponent] { children.filter { $0.kind == kind } }

  /// Adds a property; `false` where it may stand but once and is there with another value.
  mutating func add(_ line: ContentLine) -> Bool {
    if !line.property.mayRepeat, let known = first(line.property) {
      return known.value == line.value && known.parameters == line.parameters
    }
    properties.append(line)
    return true
  }
}

/// The components that are read, and all others.
enum ComponentKind: String {
  case calendar = "VCALENDAR"
  case event = "VEVENT"
  case freeBusy = "VFREEBUSY"
  case availability = "VAVAILABILITY"
  case available = "AVAILABLE"
  case zone = "VTIMEZONE"
  case standard = "STANDARD"
  case daylight = "DAYLIGHT"
  /// A task, a journal, an alarm or what else there is; nothing in it is kept.
  case other = ""
}
