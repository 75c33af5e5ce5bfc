@preconcurrency import Glibc

/// How workers run as jobs of Slurm.
///
/// Reads: `PATH` for Slurm's commands. Writes: below `folder`, a private folder for each request. Survives: nothing;
/// what is left after a crash is known by `owner`.
public struct SlurmSettings: Sendable {
  /// The folder that this machine and every node see under this absolute path.
  public let folder: String
  /// Whose jobs these are: the beginning of their names is `counterpart-OWNER-`.
  public let owner: String
  /// Seconds that a job may wait in Slurm's queue.
  public var queueSeconds = 86_400
  /// Seconds after which a worker ends that nobody seems to wait for.
  public var unattendedSeconds = 180
  /// Milliseconds from one question to Slurm about a job to the next.
  public var questionMilliseconds = 2000
  /// Milliseconds from one look for a worker's words to the next.
  public var lookMilliseconds = 200
  let commands: SlurmCommands

  /// Jobs that exchange files in `folder`, which is made if it is missing; `owner` is of small letters, digits.
  ///
  /// Throws where the folder will not do, or Slurm's commands are not in the `PATH` of `environment`.
  public init(
    folder: String, owner: String, environment: [String: String]
  ) throws(SlurmRefusal) {
    precondition(
      !owner.isEmpty && owner.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) })
    commands = try SlurmCommands(environment)
    self.folder = folder
    self.owner = owner
    try Self.prepare(folder)
  }

  /// What the names of this owner's jobs and folders begin with.
  var prefix: String { "counterpart-\(owner)-" }

  /// A name that no job had before.
  func newName() -> String { prefix + String(UInt64.random(in: 0...UInt64.max), radix: 16) }

  private static func prepare(_ folder: String) throws(SlurmRefusal) {
    guard folder.hasPrefix("/") else {
      throw SlurmRefusal(
        "the folder for Slurm is named from the root of the file system, as /shared/counterpart")
    }
    guard !folder.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\") || $0 < 32 })
    else {
      throw SlurmRefusal(
        "the folder for Slurm may have no %, no \\ and no control character in its path, which Slurm would replace; "
          + "name another than \(folder)")
    }
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw SlurmRefusal(
        "the folder for Slurm, \(folder), cannot be made: \(String(cString: strerror(errno))); make it, on a file "
          + "system that every node sees")
    }
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw SlurmRefusal("\(folder) is no folder; name one that every node of Slurm sees")
    }
    // Whoever may rename in it could give the daemon another's answer.
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      throw SlurmRefusal(
        "others may write in \(folder), or own it; requests hold people's diaries, so make it a folder of this user's "
          + "alone: chmod 700 \(folder)")
    }
  }
}
