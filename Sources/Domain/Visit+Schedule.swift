extension Visit {
  /// Takes over from `row`, which gave this visit before, how firm it is, its pin, release and number in sequence.
  ///
  /// The number rises where a released visit changes in date, time, room or facilitator, or comes back after it was
  /// cancelled (RFC 5545 section 3.8.7.4). A pin and a date in reserve hold for the date that they were given with.
  public mutating func inherit(from row: ScheduledVisit) {
    let isSame =
      row.interval == interval && row.room == room && row.facilitator == facilitator
      && row.status != .cancelled
    status = row.status == .cancelled ? .draft : row.status
    pin = row.interval == nil ? nil : row.pin
    reserveDate = isSame ? row.reserveDate : nil
    release = row.release
    sequence = row.sequence + (isSame || row.release == nil ? 0 : 1)
  }

  /// Whether a visit can still be lost or moved on `today`: it lies ahead, and was neither held nor cancelled.
  public func isAhead(of today: Day) -> Bool {
    switch status {
    case .draft, .tentative, .confirmed: date > today
    case .cancelled, .held: false
    }
  }
}
