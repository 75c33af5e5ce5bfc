import Domain

extension VisitActions {
  /// Each clinic that somebody gives up for the visit, while notice can be kept.
  var clinics: [Action] {
    present.flatMap { attendance -> [Action] in
      let owner = attendance.attendee.owner
      let rows = diaries[owner] ?? []
      guard rows.contains(where: { $0.status == .clinic }) else { return [] }
      let to: Correspondent
      let notice: Int
      switch owner {
      case .person(let id):
        to = words.programme.correspondent(id, of: team(of: attendance))
        notice = words.programme.person(id)?.noticeDays ?? words.programme.settings.visits.defaultNoticeDays
      case .facilitator(let id):
        to = words.programme.correspondent(id)
        notice = words.programme.facilitator(id)?.noticeDays ?? 0
      }
      return ClinicRuns(rows: rows).touching(occupied(by: attendance)).map { clinic in
        let day = clinic.start.day
        return action(
          .cancelClinic, due: day.advanced(by: -notice), to: to, on: day, times: [clinic],
          "\(to.name): cancel the clinic on \(day.inWords), \(Self.clock([clinic])), with \(notice) days' "
            + "notice (\(name)).")
      }
    }
  }

  /// The time that a visit takes of somebody: all of it, drives included, where the visit needs them; else the
  /// drives and the sessions they attend (docs/formats.md, "Who is there").
  private func occupied(by attendance: Attendance) -> [Interval] {
    let journey = visit.detail?.journeys.first { journey in
      switch (journey.traveller, attendance.attendee) {
      case (.team, .person): journey.traveller == team(of: attendance).map(Traveller.team)
      case (.facilitator(let traveller), .facilitator(let id)): traveller == id
      case (.team, .facilitator), (.facilitator, .person): false
      }
    }
    let away = attendance.side == .host ? nil : journey
    if attendance.isRequired || attendance.side == .facilitator { return [away?.interval ?? visit.interval] }
    let drives =
      away.map {
        [
          Interval(start: $0.departure, end: $0.departure + $0.outward),
          Interval(start: visit.interval.end, end: $0.arrival),
        ]
      } ?? []
    let sessions = (visit.detail?.agenda ?? []).filter { !attendance.missed.contains($0.session) }
    return (drives + sessions.map(\.interval)).filter { $0.start < $0.end }
  }
}
