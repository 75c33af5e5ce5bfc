import Domain

/// A visit stands on a real meeting of its host, after today and inside the window, on no closed day.
enum OnMeetingDate: RuleCheck {
  static let rule = Rule.onMeetingDate

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.flatMap { visit in
      (dateFaults(of: visit) + meetingFaults(of: visit)).map { finding(visit, $0) }
    }
  }

  private static func dateFaults(of visit: ExaminedVisit) -> [String] {
    let settings = visit.settings
    let day = visit.visit.date
    var faults: [String] = []
    // A fixed visit of the past has taken place; that it is over is nothing to mend.
    if day <= settings.today, !visit.isFixed {
      faults.append(
        "\(Words.sentence(visit.name)) is not after today, \(Words.date(settings.today)).")
    }
    if day < settings.visitsFrom || day > settings.visitsTo {
      faults.append(
        "\(Words.sentence(visit.name)) is outside the window, \(Words.date(settings.visitsFrom)) to "
          + "\(Words.date(settings.visitsTo)).")
    }
    let leg = visit.leg
    if let closing = visit.facts.calendar.closing(
      on: day, host: leg.host.id, visitors: leg.visitors.map(\.id))
    {
      faults.append("\(Words.sentence(visit.name)) is on a day that is \(closing).")
    }
    return faults
  }

  private static func meetingFaults(of visit: ExaminedVisit) -> [String] {
    let host = visit.leg.host
    let day = visit.visit.date
    let meetings = visit.meetings
    if meetings.isEmpty {
      if let reason = visit.facts.calendar.absenceReason(of: host.id, on: day) {
        return ["The MDT meeting of \(host.name) on \(Words.date(day)) \(reason)."]
      }
      return ["\(host.name) has no MDT meeting on \(Words.date(day)), a \(day.weekday.name)."]
    }
    guard let item = visit.meetingItem, !meetings.contains(item.interval) else { return [] }
    return [
      "\(Words.sentence(visit.name)) shows an MDT meeting \(Words.clock(item.interval)); "
        + "\(host.name) meets \(Words.list(meetings.map(Words.clock)))."
    ]
  }
}
