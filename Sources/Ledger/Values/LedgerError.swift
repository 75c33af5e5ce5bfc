public import Domain

/// Why a question to the ledger, or a change of it, was refused. A refused change has changed nothing.
public enum LedgerError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A job may not go from one state to the other.
  case illegalTransition(JobID, from: JobStage, to: JobStage)
  /// No job has this number.
  case unknownJob(JobID)
  /// No programme has this id.
  case unknownProgramme(ProgrammeID)
  /// The programme has no release of this number.
  case unknownRelease(ProgrammeID, number: Int)
  /// Another job of the programme is running.
  case programmeBusy(ProgrammeID, running: JobID)
  /// A running job was to stop although nobody had asked it to.
  case notAskedToEnd(JobID)
  /// A release of the programme is prepared, and has to be published or dropped first.
  case releaseOpen(ProgrammeID, number: Int)
  /// The release is already published.
  case releasePublished(ProgrammeID, number: Int)
  /// Only a running job can prepare a release.
  case jobNotRunning(JobID, JobStage)
  /// A job of one programme was named for a release of another.
  case jobOfAnotherProgramme(JobID, ProgrammeID)
  /// The plan of the release was pruned, so it cannot come back.
  case planPruned(ProgrammeID, number: Int)
  /// The SEQUENCE or LAST-MODIFIED of a calendar entry would fall.
  case entryFalls(uid: String)
  /// A row that is there was to be inserted.
  case rowExists(RowKey)
  /// A row that is not there was to be replaced or removed.
  case rowMissing(RowKey)
  /// One input was to change one row twice.
  case rowChangedTwice(RowKey)
  /// The bytes of an input are not those of its digest or size.
  case contentMismatch(ContentDigest)
  /// A value is not what its place asks for; the sentence says which and what is right.
  case invalidValue(String)
  /// A feed token of these bytes was issued before.
  case tokenKnown
  /// No feed token of this digest is valid.
  case unknownToken
  /// No room on the disk that holds the file.
  case diskFull(path: String)
  /// The disk or the file allows no writing.
  case readOnly(path: String)
  /// The disk failed; the text is SQLite's.
  case diskFailed(path: String, reason: String)
  /// What the file holds is not what this program wrote.
  case damaged(path: String, reason: String)
  /// SQLite refused for a reason that none of the others names; a fault of ours.
  case storage(path: String, reason: String)

  /// What is wrong and what to do, in a sentence or two.
  public var description: String {
    switch self {
    case .illegalTransition(let job, let from, let to):
      "job \(job) is \(from.rawValue) and cannot become \(to.rawValue); nothing was changed"
    case .unknownJob(let job):
      "there is no job \(job); 'counterpart jobs' lists those there are"
    case .unknownProgramme(let programme):
      "nothing is known of a programme '\(programme)'; drop a file into its folder first"
    case .unknownRelease(let programme, let number):
      "programme '\(programme)' has no release \(number)"
    case .programmeBusy(let programme, let running):
      "job \(running) of programme '\(programme)' is running; another starts when it has ended"
    case .notAskedToEnd(let job):
      "job \(job) was not asked to end; cancel it first"
    case .releaseOpen(let programme, let number):
      "release \(number) of programme '\(programme)' is prepared; publish or drop it first"
    case .releasePublished(let programme, let number):
      "release \(number) of programme '\(programme)' is published and stays; roll back with a new release"
    case .jobNotRunning(let job, let stage):
      "job \(job) is \(stage.rawValue); only a running job can prepare a release"
    case .jobOfAnotherProgramme(let job, let programme):
      "job \(job) is not of programme '\(programme)'"
    case .planPruned(let programme, let number):
      "the plan of release \(number) of programme '\(programme)' is no longer kept; roll back to a later one"
    case .entryFalls(let uid):
      "calendar entry '\(uid)' would get a lower SEQUENCE or an earlier LAST-MODIFIED than people have seen"
    case .rowExists(let row):
      "\(row) is there already and cannot be inserted; merge again from the rows as they are now"
    case .rowMissing(let row):
      "\(row) is not there and cannot be changed; merge again from the rows as they are now"
    case .rowChangedTwice(let row):
      "\(row) is changed twice by one input; give one change for each row"
    case .contentMismatch(let digest):
      "the bytes are not those of digest \(digest); read the file again"
    case .invalidValue(let sentence): sentence
    case .tokenKnown: "this feed token was issued before; draw another from the system's random source"
    case .unknownToken: "no valid feed token has this digest; list the tokens and take one of those"
    case .diskFull(let path):
      "no space is left for '\(path)'; free some, nothing was changed and work goes on by itself"
    case .readOnly(let path):
      "'\(path)' cannot be written; see who owns it and whether its disk is mounted read-only"
    case .diskFailed(let path, let reason):
      "the disk failed at '\(path)' (\(reason)); look at the system's log, and restore a backup if it repeats"
    case .damaged(let path, let reason):
      "'\(path)' is damaged (\(reason)); restore a backup with 'counterpart restore'"
    case .storage(let path, let reason):
      "the ledger at '\(path)' refused: \(reason); this is a fault of counterpart, please report it"
    }
  }
}
