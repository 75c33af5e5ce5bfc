public import Domain

/// An order to the daemon, from a file `*.job`.
public struct JobFile: Sendable, Equatable {
  /// The file's name.
  public var name: String
  /// What is to be done.
  public var order: JobOrder
  /// Why, for the record.
  public var reason: String?

  /// An order.
  public init(name: String, order: JobOrder, reason: String? = nil) {
    self.name = name
    self.order = order
    self.reason = reason
  }
}

/// What a job file may ask for. Visits are named as visits.csv does, by form alone: whether they exist is for whoever
/// carries the order out.
public enum JobOrder: Sendable, Equatable {
  /// Plan now.
  case plan
  /// Say what would become of the schedule.
  case whatIf(JobChanges)
  /// Release the newest plan.
  case publish
  /// These visits are confirmed.
  case confirm([String])
  /// These visits have been held.
  case held([String])
  /// These visits stay where they are.
  case pin([String])
  /// These visits may move again.
  case unpin([String])
  /// These visits do not take place.
  case cancelVisit([String])
  /// Release again what an earlier release, by its number from 1, said.
  case rollback(release: Int)
  /// Give a feed a new secret address in place of those it has; or, where it only revokes, take these away.
  case rotateFeed(FeedOwner, onlyRevokes: Bool = false)

  /// The word of the key `job`.
  public var word: JobWord {
    switch self {
    case .plan: .plan
    case .whatIf: .whatIf
    case .publish: .publish
    case .confirm: .confirm
    case .held: .held
    case .pin: .pin
    case .unpin: .unpin
    case .cancelVisit: .cancelVisit
    case .rollback: .rollback
    case .rotateFeed: .rotateFeed
    }
  }
}

/// The words of the key `job`.
public enum JobWord: String, Sendable, CaseIterable {
  case plan
  case whatIf = "what_if"
  case publish, confirm, held, pin, unpin
  case cancelVisit = "cancel_visit"
  case rollback
  case rotateFeed = "rotate_feed"
}

/// What might happen, in a job file `what_if`.
public enum JobChanges: Sendable, Equatable {
  /// The rows that the job itself holds, as a table like whatif.csv, for `ChangesReader`.
  case rows(InputFile)
  /// The name of a file like whatif.csv, without a folder, that is sent beside the job.
  case file(String)
}
