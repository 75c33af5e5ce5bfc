import Domain

/// Seven people a team: clinical lead, a physician as deputy for the lead, nurse specialist, MDT coordinator,
/// radiologist; a second nurse specialist (70 %) or a deputy for the coordinator (30 %); and an oncologist
/// (30 %), surgeon (20 %), manager (25 %), pathologist (15 %) or palliative care specialist (10 %).
///
/// Where a team shares its site with an earlier one, the earlier one's radiologist serves both. Of the leads,
/// deputies and other doctors 20 % ask for 56 days of notice and 5 % for 84; 5 % of radiologists must be at
/// every visit of their team; 5 % of the seventh people can give only one day.
struct PeopleDraw {
  let people: [DrawnPerson]
  private let emailDomain: String?

  init(teams: [DiaryTeam], seed: UInt64, emailDomain: String?) {
    self.emailDomain = emailDomain
    var people: [DrawnPerson] = []
    for team in teams {
      var source = RandomSource(seed: seed, stream: "people \(team.id)")
      var own = [
        DrawnPerson(team, "lead", "Clinical lead", .clinicalLead),
        DrawnPerson(team, "deputy", "Deputy clinical lead", .physician, deputyFor: "lead"),
        DrawnPerson(team, "nurse", "Nurse specialist", .nurseSpecialist),
        DrawnPerson(team, "coordinator", "MDT coordinator", .mdtCoordinator),
      ]
      own.append(
        source.chance(perMille: 700)
          ? DrawnPerson(team, "nurse2", "Second nurse specialist", .nurseSpecialist)
          : DrawnPerson(team, "coordinator2", "Deputy MDT coordinator", .other, deputyFor: "coordinator"))
      let shared = people.firstIndex {
        $0.role == .radiologist && $0.site == team.site && $0.teams.count == 1
      }
      if let shared {
        people[shared].teams.append(team.id)
      } else {
        own.append(DrawnPerson(team, "radiologist", "Radiologist", .radiologist))
      }
      let (suffix, title, role) = Self.seventh.draw(&source)
      own.append(DrawnPerson(team, suffix, title, role))
      for index in own.indices {
        let roll = source.below(100)
        if own[index].role.isDoctor { own[index].noticeDays = roll < 5 ? 84 : roll < 25 ? 56 : nil }
        if own[index].role == .radiologist { own[index].isRequired = source.chance(perMille: 50) }
      }
      if source.chance(perMille: 50) { own[own.count - 1].maxDays = 1 }
      people += own
    }
    self.people = people.sorted { $0.id < $1.id }
  }

  /// people.csv.
  var table: Table {
    var table = Table(
      "people.csv", "person_id", "team_id", "name", "role", "email", "attendance", "deputy_for",
      "notice_days", "max_days")
    for person in people {
      table.add(
        person.id, person.teams.map(\.text).joined(separator: ";"), person.name, person.role.rawValue,
        emailDomain.map { person.id.lowercased() + "@" + $0 }, person.isRequired ? "required" : nil,
        person.deputyFor, person.noticeDays.map(String.init), person.maxDays.map(String.init))
    }
    return table
  }

  private static let seventh = Choice<(String, String, Role)>(
    (("oncologist", "Oncologist", .oncologist), 30), (("surgeon", "Surgeon", .surgeon), 20),
    (("manager", "Manager", .manager), 25), (("pathologist", "Pathologist", .pathologist), 15),
    (("palliative", "Palliative care specialist", .palliative), 10))
}

/// A person as drawn.
struct DrawnPerson {
  var id: String
  var teams: [TeamID]
  var site: SiteID
  var name: String
  var role: Role
  var deputyFor: String?
  var isRequired = false
  var noticeDays: Int?
  var maxDays: Int?

  init(_ team: DiaryTeam, _ suffix: String, _ title: String, _ role: Role, deputyFor: String? = nil) {
    id = "\(team.id)-\(suffix)"
    teams = [team.id]
    site = team.site
    name = "\(title), \(team.name)"
    self.role = role
    self.deputyFor = deputyFor.map { "\(team.id)-\($0)" }
  }
}

extension Role {
  /// Whether somebody in this role runs clinics, reporting sessions or theatre lists as a consultant does.
  var isDoctor: Bool {
    switch self {
    case .clinicalLead, .physician, .radiologist, .oncologist, .surgeon, .pathologist, .palliative: true
    case .nurseSpecialist, .mdtCoordinator, .manager, .patientRepresentative, .other: false
    }
  }
}
