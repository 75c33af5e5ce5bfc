import Domain

/// Nobody gives more days than `max_days`; without detail, those whose row requires them.
enum PersonDayLimit: RuleCheck {
  static let rule = Rule.personDayLimit

  static func findings(in examination: Examination) -> [Finding] {
    examination.facts.programme.people.flatMap { person -> [Finding] in
      guard let limit = person.maxDays else { return [] }
      let attended = examination.byFirmness.filter { visit in
        guard let presences = visit.presences else {
          return person.attendance == .required
            && visit.leg.members.contains { $0.person.id == person.id }
        }
        return presences.contains { $0.owner == .person(person.id) && $0.isComing }
      }
      return attended.dropFirst(max(0, limit)).map { visit in
        finding(
          visit,
          "\(person.name) gives \(Words.count(limit, "day")) and is at \(Words.count(attended.count, "visit")), "
            + "\(visit.name) among them.")
      }
    }
  }
}
