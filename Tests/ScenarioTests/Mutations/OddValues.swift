/// What people, spreadsheets and bad luck put into a cell.
enum OddValues {
  static let dates = [
    "", "1999-12-31", "2000-01-01", "2026-11-23", "2027-01-11", "2027-01-20", "2027-02-30", "2027-03-05",
    "2027-7-9", "2099-02-28", "2100-12-31", "2101-01-01", "9999-12-31", "0000-00-00", "01/02/2027",
    "31/12/2027", "13/13/2027", "20270111", "2027-01-11T09:00", "soon",
  ]
  static let times = [
    "", "00:00", "00:01", "0:00", "7:05", "08:30", "11:59", "12:30", "12:30:00", "12:30:30", "17:30", "23:59",
    "24:00", "24:01", "99:99", "-1:00", "12.5", "noon", "12:3",
  ]
  static let numbers = [
    "", "0", "-0", "1", "2", "3", "7", "-1", "0.5", "-0.5", "1.0", "007", "+5", "1,5", "10000", "10001",
    "730",
    "731", "366", "2880", "2881", "1000000000", "999999999999999", "99999999999999999999999", "1e9", "1e308",
    "NaN", "inf", "0x10", "½", "12 345", "90", "-90", "180", "1.0000001", "0.0000001", "50%",
  ]
  static let words = [
    "", "yes", "no", "YES", "visit", "control", "required", "optional", "weekly", "fortnightly", "monthly-1",
    "monthly-5", "monthly-6", "Monday", "Saturday", "sunday", "unavailable", "clinic", "if_needed",
    "available",
    "preferred", "cancelled", "moved", "inquorate", "booked", "held", "clinical", "non_clinical", "forbid",
    "force", "previous", "clinical_lead", "nurse_specialist", "mdt_coordinator", "other", "physician",
    "patient_representative", "all", "nonsense",
  ]
  static let ids = [
    "", ".", "..", "-", "--", "A--B", "A+B", "a/b", "../x", "con", "glo", "GLO", "HEB", "T001", "T002",
    "S-GLO",
    "S001", "FAC-01", "all", "x y", "é", String(repeating: "x", count: 40), String(repeating: "x", count: 41),
  ]
  static let texts = [
    "", "=1+1", "\"quoted\"", "a,b", "two\nlines", "tab\there", "nul\u{0}", "esc\u{1B}[31m", "\u{202E}turned",
    "\u{FEFF}marked", "🏥", "é", "null", "#", ";", "M1 1AA", "ZZ99 9ZZ", "M23", "@", "a@b.example",
    String(repeating: "long ", count: 900), String(repeating: "L", count: 1 << 20),
  ]
  static let yaml = [
    "", "0", "1", "2", "3", "-1", "0.5", "1e3", "1e308", ".nan", ".inf", "-.inf", "NaN", "null", "~", "\"\"",
    "[]", "{}", "[1]", "[1, 2]", "{a: 1}", "true", "yes", "no", "\"24:00\"", "\"00:00\"", "\"12:30\"",
    "24:00",
    "10000", "1440", "1441", "2880", "730", "731", "3660", "366", "1000", "1001", "1000000", "1000001",
    "999999999999999999", "2000-01-01", "2100-12-31", "2027-01-11", "2027-02-01", "2047-01-11", "1999-01-01",
    "*a", "&a 1", "!!binary eA==", "|", ">", "'", "\"", "[", "{", "- a", "a: b", "# nothing", "text", "@",
    "`",
    "%", "Europe/London", "UTC", "America/New_York", "Mars/Olympus", "day_first", "iso", "england", "none",
    "trio", "leave_out", "worst_first", "total", "blocks", "costs", "ignored", "required", "preferred",
    "network", "organisation", "unavailable", "assume_free", "high\tlow",
    "\"" + String(repeating: "L", count: 1 << 20) + "\"", String(repeating: "[", count: 5000),
  ]

  /// The values that a column of this name is likely to be spoilt with.
  static func likely(for column: String) -> [String] {
    switch column {
    case "date", "first_date", "new_date", "date_from", "date_to": dates
    case "start", "end": times
    case "minutes", "capacity", "cases", "numerator", "denominator", "value", "max_visits",
      "max_visits_per_week", "notice_days", "max_days", "latitude", "longitude", "period":
      numbers
    case "approved", "arm", "attendance", "role", "weekday", "frequency", "status", "background", "rule",
      "both_ways", "scope":
      words
    case "team_id", "site_id", "person_id", "room_id", "facilitator_id", "from_site", "to_site", "team_a",
      "team_b", "deputy_for", "indicator", "base":
      ids
    default: texts
    }
  }
}
