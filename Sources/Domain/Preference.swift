/// What a plan is charged for: each has a term in the model, a cost and a sentence in Checking.
///
/// The raw value is the name under `costs:` in programme.yaml.
public enum Preference: String, Sendable, Codable, CaseIterable {
  case delay = "delay_per_week"
  case optionalAbsence = "optional_absence"
  case counterpartMissing = "counterpart_missing"
  case clinicCancelled = "clinic_cancelled"
  case ifNeeded = "if_needed"
  case notPreferred = "not_preferred"
  case ownMeetingMissed = "own_mdt_missed"
  case overnight
  case facilitatorChange = "facilitator_change"
  case facilitatorTravel = "facilitator_travel_per_hour"
  case facilitatorImbalance = "facilitator_imbalance"
  case movePublished = "move_published"
  case noticeBreach = "notice_breach"
  case unscheduled

  var index: Int {
    switch self {
    case .delay: 0
    case .optionalAbsence: 1
    case .counterpartMissing: 2
    case .clinicCancelled: 3
    case .ifNeeded: 4
    case .notPreferred: 5
    case .ownMeetingMissed: 6
    case .overnight: 7
    case .facilitatorChange: 8
    case .facilitatorTravel: 9
    case .facilitatorImbalance: 10
    case .movePublished: 11
    case .noticeBreach: 12
    case .unscheduled: 13
    }
  }

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ preference: Preference) { stringValue = preference.rawValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
