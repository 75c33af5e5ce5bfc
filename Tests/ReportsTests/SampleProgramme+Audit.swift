import Domain

extension SampleProgramme {
  /// The programme with audit results, addresses, rows of diaries and a facilitator's, for the reports that use them.
  ///
  /// The nurse specialist of Hull gives up a clinic for the visit to Exeter; the MDT coordinators of Hull and
  /// Blackburn, the manager, the radiologist and the second facilitator have sent nothing.
  var complete: Programme {
    var complete = programme
    complete.results = Self.results
    complete.availability = Self.diaries
    for at in complete.teams.indices where complete.teams[at].id != id("RXR") {
      complete.teams[at].coordinatorEmail = "lung.\(complete.teams[at].id.text.lowercased())@example.org"
    }
    for at in complete.people.indices where complete.people[at].id == id("RXR-rad") {
      complete.people[at].email = nil
    }
    complete.settings.publish.organiserName = "The programme's office"
    complete.settings.publish.organiserEmail = "office@example.org"
    return complete
  }

  private static var results: [IndicatorResult] {
    [
      result("RH8", "path_dx", 0.912, 204), result("RH8", "resection", 0.131, 99),
      result("RH8", "wait", 0.302, nil), result("RM3", "path_dx", 0.85, 300),
      result("RM3", "resection", 0.25, 240), result("RM3", "wait", 0.4, 180),
      result("RQ6", "path_dx", 0.95, 260), result("RQ6", "resection", 0.19, 210),
      result("RQ6", "wait", 0.25, 150), result("RWA", "path_dx", 0.744, 121, isCaseload: true),
      result("RWA", "resection", 0.204, 49), result("RXR", "path_dx", 0.8, 160),
      result("RXR", "resection", 0.12, 150), result("RXR", "wait", 0.18, 140),
    ]
  }

  private static var diaries: [Availability] {
    let away = [
      "RH8-cns", "RH8-coord", "RH8-lead", "RM3-cns", "RM3-coord", "RM3-lead", "RWA-lead", "RXR-cns",
    ]
    return
      (away.map { row(.person(id($0)), "2027-05-03 00:00", "2027-05-04 00:00", .unavailable) }
      + [
        row(.person(id("RWA-cns")), "2027-03-25 13:00", "2027-03-25 17:00", .clinic),
        row(.person(id("RXR-lead")), "2027-03-16 08:00", "2027-03-16 12:00", .clinic),
        row(.person(id("RXR-lead")), "2027-04-13 09:00", "2027-04-13 12:00", .clinic),
        row(.facilitator(id("F1")), "2027-05-03 00:00", "2027-05-04 00:00", .unavailable),
      ])
      .sorted { ($0.owner, $0.interval.start) < ($1.owner, $1.interval.start) }
  }

  private static func row(_ owner: DiaryOwner, _ start: String, _ end: String, _ status: AvailabilityStatus)
    -> Availability
  {
    Availability(owner: owner, interval: Interval(start: moment(start), end: moment(end)), status: status)
  }

  private static func result(
    _ team: String, _ indicator: String, _ value: Double, _ cases: Double?, isCaseload: Bool = false
  ) -> IndicatorResult {
    IndicatorResult(
      team: id(team), indicator: id(indicator), period: "2026", value: value, cases: cases,
      casesAreCaseload: isCaseload)
  }
}
