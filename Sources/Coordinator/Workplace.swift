import Domain
import Foundation
@preconcurrency import Glibc
import Hashing
import Intake
public import Ledger
import Logging
public import Solving
import Spool

/// What the daemon's clocks say; tests give their own.
public struct DaemonClock: Sendable {
  /// The moment, for the ledger.
  public var now: @Sendable () -> Timestamp
  /// Nanoseconds after some origin, never going back.
  public var ticks: @Sendable () -> Int64

  /// Clocks that answer so.
  public init(now: @escaping @Sendable () -> Timestamp, ticks: @escaping @Sendable () -> Int64) {
    self.now = now
    self.ticks = ticks
  }

  /// The machine's own.
  public static let system = DaemonClock(
    now: { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
    ticks: { Int64(ProcessInfo.processInfo.systemUptime * 1e9) })
}

/// What whoever starts the daemon decides.
public struct DaemonSettings: Sendable {
  /// The root folder, by its absolute path.
  public var root: String
  /// The program that is started as a worker: this one.
  public var executable: String
  /// Seconds for which a dropped file must have been still.
  public var settleSeconds: Double = 5
  /// Instead of what each programme.yaml says, seconds without a new file before a plan starts.
  public var quietSeconds: Int?
  /// How many jobs may run at a time.
  public var jobs = 1
  /// Whether to end when nothing is left to do; quiet times count as over then.
  public var isOnce = false
  /// Seconds that pairing, and the search for dates, may take.
  public var timeLimit = 60.0
  /// Pivots of the simplex method to schedule with at most; `nil` for as many as the time allows.
  public var iterations: Int?
  /// How feeds reach those who subscribe; `nil` where they are not served, and so have no links.
  public var feeds: FeedSettings?
  /// Bytes of memory a worker may use.
  public var memory: UInt64 = 8 << 30
  /// How Slurm runs the workers that solve; processes of this machine where absent.
  public var slurm: SlurmSettings?

  /// Settings with these defaults.
  public init(root: String, executable: String) {
    self.root = root
    self.executable = executable
  }

  /// What tells jobs of this root on this machine from others in Slurm.
  public var slurmOwner: String {
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    let name = host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    return String(contentHash(name + Array(":\(root)".utf8)).text.prefix(16))
  }

  /// Where the ledger lies.
  public var state: StateFolder { StateFolder(root + "/state") }
}

/// What every part of the daemon works with.
struct Workplace: Sendable {
  let spool: SpoolRoot
  let ledger: OpenLedger
  let settings: DaemonSettings
  let clock: DaemonClock
  let log: Logger
  let feedBook = FeedBook()

  /// The day where this machine is: it counts where programme.yaml sets no `today`.
  var today: Day { clock.now().localDay }

  /// A file of the daemon's own.
  func own(_ steps: String...) -> URL {
    steps.reduce(URL(fileURLWithPath: spool.path(of: .state), isDirectory: true)) {
      $0.appendingPathComponent($1)
    }
  }

  /// Writes a file of the daemon's own in one step, readable by nobody else.
  func keep(_ bytes: Data, as place: URL) throws {
    let manager = FileManager.default
    try manager.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try bytes.write(to: place, options: .atomic)
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
  }
}

/// SHA-256 as the ledger wants it.
public let contentHash: ContentHash = { bytes in
  guard let digest = ContentDigest(SHA256.hexadecimal(of: bytes)) else {
    preconditionFailure("a SHA-256 in hexadecimal has 64 digits")
  }
  return digest
}

extension ProgrammeID {
  /// The programme's folders in the spool; `nil` for an id that begins with a point, which no folder can have.
  var folder: ProgrammeName? { ProgrammeName(text) }
}
