@preconcurrency import Glibc

/// What a worker may use at most.
public struct WorkerLimits: Sendable {
  /// Bytes of address space; reaching it ends the worker.
  public var memory: UInt64 = 8 << 30
  /// Seconds from start to reply, after which the parent kills it.
  public var wallSeconds: Int
  /// Seconds of processor time.
  public var cpuSeconds: Int
  /// Bytes of a reply.
  public var replyBytes = 256 << 20

  /// Limits for a job that is asked to search for `timeLimit` seconds; reading and preparing may take a minute
  /// more, and a third of one for each mebibyte of files: those of 400 teams have 18, and the options of their visits
  /// take a minute where nothing else runs.
  public init(timeLimit: Double, inputBytes: Int = 0) {
    let preparing = 60 + 20 * (inputBytes >> 20)
    wallSeconds = Int(timeLimit.rounded(.up)) + preparing
    cpuSeconds = wallSeconds + 30
  }

  /// The limits as arguments for the worker, who sets them on itself before anything else.
  var arguments: [String] { ["--memory", String(memory), "--cpu", String(cpuSeconds)] }

  /// Binds this process, for good: memory, processor time, open files, no core dump.
  static func bindThisProcess(memory: UInt64, cpuSeconds: Int) {
    bind(RLIMIT_AS, memory)
    bind(RLIMIT_CPU, UInt64(max(1, cpuSeconds)))
    bind(RLIMIT_NOFILE, 64)
    bind(RLIMIT_CORE, 0)
  }

  /// Binds this process, for good, to files of at most so many bytes.
  static func bindFiles(bytes: Int) { bind(RLIMIT_FSIZE, UInt64(max(1, bytes))) }

  private static func bind(_ resource: __rlimit_resource, _ value: UInt64) {
    var limit = rlimit()
    // Whoever started the parent may have set a tighter limit, which stays.
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { return }
    limit.rlim_max = min(limit.rlim_max, rlim_t(value))
    limit.rlim_cur = min(limit.rlim_cur, limit.rlim_max)
    _ = setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
