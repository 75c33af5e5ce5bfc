import Domain

/// Who comes, side by side and role by role; whoever stays away is not mentioned.
struct PackPeople {
  let visit: Visit
  let words: PlanWords

  /// The part.
  var html: HTML {
    let present = (visit.detail?.attendance ?? []).filter { !$0.isAbsent }
    let hosts = side("Host: \(words.name(visit.host))", present.filter { $0.side == .host })
    let visitors = visit.visitors.map { team in
      side(
        "Visitors: \(words.name(team))", present.filter { $0.side == .visitor && self.team(of: $0) == team })
    }
    return PackPart.html("people", "Who comes", hosts + visitors.flatMap { $0 } + leader)
  }

  private func side(_ heading: String, _ people: [Attendance]) -> [HTML] {
    let sorted = people.sorted {
      ($0.role ?? .other, $0.attendee.text) < ($1.role ?? .other, $1.attendee.text)
    }
    return [
      .node(.h3, [], heading),
      sorted.isEmpty
        ? .node(.p, [], "To be named.")
        : .node(
          .ul, [.class("plain")],
          sorted.map { attendance in
            .node(.li, [], [.text(title(of: attendance.role)), ": ", .text(name(of: attendance.attendee))])
          }),
    ]
  }

  private var leader: [HTML] {
    guard let id = visit.facilitator else { return [] }
    let background = words.programme.facilitator(id).map {
      switch $0.background {
      case .clinical: ", clinical background"
      case .nonClinical: ", non-clinical background"
      }
    }
    return [
      .node(.h3, [], "Facilitator"),
      .node(.p, [], "\(words.name(id))\(background ?? ""); independent of \(visit.allTeams)."),
    ]
  }

  private func title(of role: Role?) -> String {
    let words = (role ?? .other).title
    return role == .other || role == nil
      ? "Member of the team" : words.prefix(1).uppercased() + words.dropFirst()
  }

  private func name(of attendee: Attendee) -> String {
    switch attendee {
    case .person(let id): words.programme.person(id)?.name ?? id.text
    case .facilitator(let id): words.name(id)
    }
  }

  /// The visiting team that a person belongs to; in a trio a person of both counts with the first.
  private func team(of attendance: Attendance) -> TeamID? {
    guard case .person(let id) = attendance.attendee, let person = words.programme.person(id) else {
      return nil
    }
    return visit.visitors.first { person.teams.contains($0) }
  }
}
