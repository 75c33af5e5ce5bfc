import Domain
import Hashing

/// The UIDs of the calendar entries: they name what an entry is, never when, and so never change.
///
/// `~` separates the parts because no id may hold it.
struct EventIdentity {
  private let stem: String

  /// The identity of a visit of a programme.
  init(programme: ProgrammeID, visit: VisitID) { stem = "\(programme.text)~\(visit.text)" }

  /// The visit itself.
  var visit: String { stem + Self.domain }

  /// A session of its agenda.
  func session(_ id: SessionID) -> String { "\(stem)~session~\(id.text)" + Self.domain }

  /// The drive of a traveller, there or home.
  func drive(_ drive: Drive, of traveller: Traveller) -> String {
    switch traveller {
    case .team(let id): "\(stem)~\(drive.rawValue)~team~\(id.text)" + Self.domain
    case .facilitator(let id): "\(stem)~\(drive.rawValue)~facilitator~\(id.text)" + Self.domain
    }
  }

  /// Something due before or after it.
  func milestone(_ id: MilestoneID) -> String { "\(stem)~milestone~\(id.text)" + Self.domain }

  /// A learning event of a programme. No visit is called so: visits' names hold two hyphens after the host's id, and
  /// parts of a visit follow its name.
  static func event(_ id: EventID, of programme: ProgrammeID) -> String {
    "\(programme.text)~event~\(id.text)" + domain
  }

  /// What stands for a UID in calendars that do not say whose visit it is: 32 hexadecimal digits of its SHA-256.
  static func hidden(_ uid: String) -> String {
    SHA256.hexadecimal(of: Array(uid.utf8)).prefix(32) + domain
  }

  private static let domain = "@counterpart"
}

/// The two drives of a journey.
enum Drive: String {
  case outward, homeward
}
