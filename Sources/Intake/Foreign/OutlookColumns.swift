import Tabular

/// The columns of Outlook's export of a calendar that are read; no cell of another is looked at.
struct OutlookColumns {
  let startDate: Int
  let startTime: Int
  let endDate: Int
  let endTime: Int
  let allDay: Int?
  let shownAs: Int?
  /// The column that was added to say whose entry it is.
  let person: Int?
  let room: Int?

  /// All of them.
  var fields: [Int] {
    [startDate, startTime, endDate, endTime] + [allDay, shownAs, person, room].compactMap { $0 }
  }

  /// The columns in `header`; `nil` where it is no such export.
  init?(_ header: CSVRow) {
    var fields: [String: Int] = [:]
    for (name, field) in TableHeader.names(of: header) where fields[name] == nil { fields[name] = field }
    // Some take the subjects away before they send it, and so may they.
    guard let startDate = fields["start date"], let startTime = fields["start time"],
      let endDate = fields["end date"], let endTime = fields["end time"]
    else { return nil }
    self.startDate = startDate
    self.startTime = startTime
    self.endDate = endDate
    self.endTime = endTime
    allDay = fields["all day event"]
    shownAs = fields["show time as"]
    person = fields["person_id"]
    room = fields["room_id"]
  }
}
