/// A member of one team, or of two.
public struct Person: Sendable, Equatable {
  /// The id.
  public var id: PersonID
  /// One team, or two.
  public var teams: [TeamID]
  /// The name for people.
  public var name: String
  /// What they do in the team.
  public var role: Role
  /// Where they are written to.
  public var email: String?
  /// What the row asks; `nil` where it leaves that to the required roles.
  public var attendance: AttendanceDuty?
  /// Whom they stand in for.
  public var deputyFor: PersonID?
  /// Days of notice to give up a clinic; the programme's default where absent.
  public var noticeDays: Int?
  /// How many days of visits they can give in all; no limit where absent.
  public var maxDays: Int?

  /// A person as the row describes them.
  public init(
    id: PersonID, teams: [TeamID], name: String, role: Role, email: String? = nil,
    attendance: AttendanceDuty? = nil, deputyFor: PersonID? = nil, noticeDays: Int? = nil,
    maxDays: Int? = nil
  ) {
    self.id = id
    self.teams = teams
    self.name = name
    self.role = role
    self.email = email
    self.attendance = attendance
    self.deputyFor = deputyFor
    self.noticeDays = noticeDays
    self.maxDays = maxDays
  }
}

/// What people.csv may ask of a person's attendance.
public enum AttendanceDuty: String, Sendable, Codable, CaseIterable {
  /// Must be at every session of each of their team's visits.
  case required
  /// Comes when that costs less than staying away.
  case optional
}

/// A role in a clinical team.
public enum Role: String, Sendable, Codable, CaseIterable, Comparable {
  case clinicalLead = "clinical_lead"
  case nurseSpecialist = "nurse_specialist"
  case mdtCoordinator = "mdt_coordinator"
  case manager, radiologist, oncologist, surgeon, pathologist, palliative, physician
  case patientRepresentative = "patient_representative"
  case other

  /// The role in words, as in `clinical lead`.
  public var title: String {
    switch self {
    case .clinicalLead: "clinical lead"
    case .nurseSpecialist: "nurse specialist"
    case .mdtCoordinator: "MDT coordinator"
    case .palliative: "palliative care"
    case .patientRepresentative: "patient representative"
    case .manager, .radiologist, .oncologist, .surgeon, .pathologist, .physician, .other: rawValue
    }
  }

  /// The order in which formats lists them.
  public static func < (a: Role, b: Role) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

/// An independent person who leads a visit and belongs to neither team.
public struct Facilitator: Sendable, Equatable {
  /// The id.
  public var id: FacilitatorID
  /// The name for people.
  public var name: String
  /// Where journeys begin and end.
  public var base: Base
  /// What they bring.
  public var background: Background
  /// Their organisation, for independence.
  public var organisation: String?
  /// Their network, for independence.
  public var network: String?
  /// At most so many visits in an ISO week; no limit where absent.
  public var maxVisitsPerWeek: Int?
  /// At most so many visits in all; no limit where absent.
  public var maxVisits: Int?
  /// Days of notice for a new visit or to give up a clinic; 14 where absent.
  public var noticeDays: Int

  /// A facilitator as the row describes them.
  public init(
    id: FacilitatorID, name: String, base: Base, background: Background, organisation: String? = nil,
    network: String? = nil, maxVisitsPerWeek: Int? = nil, maxVisits: Int? = nil, noticeDays: Int = 14
  ) {
    self.id = id
    self.name = name
    self.base = base
    self.background = background
    self.organisation = organisation
    self.network = network
    self.maxVisitsPerWeek = maxVisitsPerWeek
    self.maxVisits = maxVisits
    self.noticeDays = noticeDays
  }
}

/// Where a facilitator sets out from.
public enum Base: Sendable, Equatable {
  /// A site of the programme.
  case site(SiteID)
  /// A postcode, looked up.
  case postcode(String, Location)
}

/// Whether a facilitator is a clinician.
public enum Background: String, Sendable, Codable, CaseIterable {
  case clinical
  case nonClinical = "non_clinical"
}
