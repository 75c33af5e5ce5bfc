/// What the audit can say happened.
public enum AuditEvent: String, CaseIterable, Sendable {
  /// A programme was heard of for the first time.
  case programmeKnown = "programme_known"
  /// An input was taken and its rows changed.
  case inputAccepted = "input_accepted"
  /// An input was refused.
  case inputRejected = "input_rejected"
  /// An input was the same as one before.
  case inputDuplicate = "input_duplicate"
  /// A job was asked for.
  case jobQueued = "job_queued"
  /// A job went from one state to another; the details name both.
  case jobMoved = "job_moved"
  /// A running job was asked to end.
  case jobAskedToEnd = "job_asked_to_end"
  /// A release was prepared.
  case releasePrepared = "release_prepared"
  /// A release was published.
  case releasePublished = "release_published"
  /// A prepared release was dropped.
  case releaseDropped = "release_dropped"
  /// A feed token was issued.
  case tokenIssued = "token_issued"
  /// A feed token was revoked.
  case tokenRevoked = "token_revoked"
  /// A team answered to a visit.
  case replyRecorded = "reply_recorded"
  /// Old logs, plans or contents were taken out.
  case pruned
  /// The ledger was restored from a backup.
  case restored
  /// The daemon began to work.
  case daemonStarted = "daemon_started"
  /// The daemon ended by itself.
  case daemonStopped = "daemon_stopped"
  /// The daemon read its settings again.
  case settingsRead = "settings_read"
  /// A backup was made.
  case backupMade = "backup_made"
}
