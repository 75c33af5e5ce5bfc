/// What a job is to do, by the words of job files.
public enum JobKind: String, CaseIterable, Sendable {
  /// Plan the programme anew.
  case plan
  /// Compare what might happen with the schedule as it stands.
  case whatIf = "what_if"
  /// Release the last plan.
  case publish
  /// Make visits confirmed.
  case confirm
  /// Make visits held: they took place.
  case held
  /// Pin visits to their dates.
  case pin
  /// Let pinned visits move again.
  case unpin
  /// Cancel visits.
  case cancelVisit = "cancel_visit"
  /// Release an earlier release again.
  case rollback
  /// Give a feed a new token.
  case rotateFeed = "rotate_feed"
  /// Take a file into the programme's tables.
  case merge
}

/// Which of several waiting jobs goes first.
public enum JobPriority: Int, CaseIterable, Comparable, Sendable {
  /// Somebody is waiting for it.
  case urgent = 0
  /// As it comes.
  case normal = 1
  /// When nothing else is to do.
  case low = 2

  /// The more urgent is the less.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
