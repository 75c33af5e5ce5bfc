import Coordinator
import Domain
import Foundation
import Ledger
import Logging
import Serving
import Synchronization

/// A root folder with a published calendar or two, and a server over it; the test says what time it is.
final class ServedRoot: Sendable {
  let path: String
  let ledger: OpenLedger
  let clock: HandClock
  let log = Listener()

  /// Wed 3 March 2027, 12:00 UTC.
  static let noon: Int64 = 1_804_075_200

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("ServingTests-\(UUID().uuidString)", isDirectory: true).path
    for name in ["incoming", "published", "state"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(name)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    clock = HandClock(seconds: Self.noon)
    ledger = try OpenLedger(StateFolder(path + "/state"), hashing: contentHash)
  }

  deinit {
    try? ledger.close()
    try? FileManager.default.removeItem(atPath: path)
  }

  static var programme: ProgrammeID {
    get throws {
      guard let id = ProgrammeID("tut") else { throw RawClient.Failure(description: "tut is no id") }
      return id
    }
  }

  static func team(_ text: String) throws -> FeedOwner {
    guard let id = TeamID(text) else { throw RawClient.Failure(description: "\(text) is no id") }
    return .team(id)
  }

  /// Publishes the calendars of these teams as the next release.
  func publish(_ teams: [String: String]) throws {
    let programme = try Self.programme
    let feeds = try teams.sorted { $0.key < $1.key }.map { team, text in
      ReleaseFeed(
        owner: try Self.team(team), file: "team-\(team).ics", digest: contentHash(Array(text.utf8)))
    }
    let bytes = Array("\(try ledger.inputs(of: programme).count)".utf8)
    let number = try ledger.write(by: .folder, at: clock.moment) { transaction in
      let input = NewInput(
        programme: programme, name: "teams.csv", digest: contentHash(bytes), size: Int64(bytes.count),
        claim: nil, verdict: .accepted(bytes: bytes, receipt: "taken\n"))
      _ = try transaction.recordInput(input, changes: [], replies: [], evenIfKnown: true)
      _ = try transaction.enqueue(NewJob(programme: programme, kind: .plan))
      guard let job = try transaction.startNext(limit: 1) else { return 0 }
      let number = try transaction.prepare(
        NewRelease(programme: programme, job: job.id, plan: [1], feeds: feeds, entries: []))
      try transaction.publish(number, of: programme, summary: "published")
      return number
    }
    let folder = "\(path)/published/tut/releases/\(number)/feeds"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (team, text) in teams {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/team-\(team).ics"))
    }
  }

  /// A link for the team's calendar.
  func link(_ team: String) throws -> FeedToken {
    var source = SystemRandomNumberGenerator()
    let token = FeedToken.drawn(from: &source)
    let owner = try Self.team(team)
    try ledger.write(by: .daemon, at: clock.moment) { try $0.issue(token, to: owner, of: try Self.programme) }
    return token
  }

  func revoke(_ token: FeedToken) throws {
    try ledger.write(by: .daemon, at: clock.moment) { transaction in
      if let issued = try transaction.feed(openedBy: token) { try transaction.revoke(issued.digest) }
    }
  }

  /// Serves this root while `body` runs.
  func serving(_ limits: ServingLimits = ServingLimits(), _ body: (WebServer) async throws -> Void)
    async throws
  {
    var logger = Logger(label: "test") { [log] _ in log.handler }
    logger.logLevel = .trace
    let server = try await WebServer.start(
      at: .port(host: "127.0.0.1", 0), root: path, limits: limits, clock: clock.daemonClock, log: logger)
    do { try await body(server) } catch {
      await server.stop(within: 0.1)
      throw error
    }
    await server.stop(within: 0.1)
  }
}

/// A clock that goes when it is told to.
final class HandClock: Sendable {
  private let seconds: Mutex<Int64>

  init(seconds: Int64) { self.seconds = Mutex(seconds) }

  var moment: Timestamp { Timestamp(milliseconds: seconds.withLock { $0 } * 1000) }

  var daemonClock: DaemonClock {
    DaemonClock(now: { self.moment }, ticks: { self.moment.milliseconds * 1_000_000 })
  }

  func advance(by more: Int64) { seconds.withLock { $0 += more } }
}

/// Keeps what is logged.
final class Listener: Sendable {
  private let kept = Mutex<String>("")

  var text: String { kept.withLock { $0 } }
  var handler: Handler { Handler(listener: self) }

  struct Handler: LogHandler {
    let listener: Listener
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(listener: Listener) { self.listener = listener }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      listener.kept.withLock {
        $0 += "\(event.level) \(event.message) \(event.metadata ?? [:]) \(metadata)\n"
      }
    }
  }
}

extension WebServer {
  /// Asks once, over a connection of its own.
  func ask(
    _ path: String, _ method: String = "GET", _ headers: [String] = [], body: String? = nil
  ) async throws -> Reply {
    let client = try RawClient(address)
    var lines = ["\(method) \(path) HTTP/1.1", "Host: x", "Connection: close"] + headers
    if let body { lines.append("Content-Length: \(body.utf8.count)") }
    client.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
    return try await client.reply(isHead: method == "HEAD")
  }
}
