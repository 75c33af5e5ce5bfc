import Domain

/// Each required role is filled on both sides for every session, and the plan says who is needed.
enum RolesPresent: RuleCheck {
  static let rule = Rule.rolesPresent

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.flatMap { visit in
      let faults =
        visit.presences.map { StatedAttendance(visit: visit, presences: $0).faults }
        ?? possibilityFaults(of: visit)
      return faults.map { finding(visit, "\(Words.sentence(visit.name)): \($0)") }
    }
  }

  /// The roles that nobody can fill at a visit without detail.
  private static func possibilityFaults(of visit: ExaminedVisit) -> [String] {
    Headcount(leg: visit.leg, hours: visit.visit.interval, trips: visit.trips).musters.flatMap { muster in
      muster.gaps.map { gap in
        let busy = gap.busy.map { Words.obstacle($0.person.name, $0.obstacle) }
        let reason = busy.isEmpty ? "nobody holds the role on this side" : busy.joined(separator: "; ")
        return "nobody can be there throughout as \(gap.role.title) of \(muster.team.name): \(reason)."
      }
    }
  }
}
