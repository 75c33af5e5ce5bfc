import Foundation
@preconcurrency import Glibc
import Logging
import Serving
import Spool
import Testing

/// The program itself, from files to what a subscriber gets.
@Suite("counterpart serve --listen")
struct ProgramTests {
  @Test func `who subscribes gets the calendar, and an order gives the feed another link`() async throws {
    let root = try await RealRoot.published()
    // A short name: a socket's path has room for a hundred bytes.
    let socket = FileManager.default.temporaryDirectory
      .appendingPathComponent("c\(UInt32.random(in: 0 ... .max)).sock").path
    let daemon = Process()
    daemon.executableURL = URL(fileURLWithPath: RealRoot.program)
    daemon.arguments = [
      "serve", "--root", root.path, "--settle", "0", "--listen", "unix:\(socket)", "--public-url",
      "https://example.org/visits/", "--verbose",
    ]
    let log = Pipe()
    daemon.standardError = log
    try daemon.run()
    defer { if daemon.isRunning { kill(daemon.processIdentifier, SIGKILL) } }
    let first = try await token(in: root, after: nil)
    let address = ListenAddress.socket(path: socket)
    // The links are written down a moment before they are in force.
    #expect(try await isSo { try await ask(address, first).status == 200 })
    let before = try await ask(address, first)
    #expect(
      before.body
        == Array(
          FileManager.default.contents(atPath: "\(root.path)/published/tut/current/feeds/team-GLO.ics")
            ?? Data()))
    let order = "\(root.path)/incoming/tut/new/rotate.job"
    try Data("job: rotate_feed\nfeed: team-GLO\n".utf8).write(to: URL(fileURLWithPath: order))
    let second = try await token(in: root, after: first)
    #expect(try await isSo { try await ask(address, second).status == 200 })
    #expect(try await ask(address, first).status == 404)
    kill(daemon.processIdentifier, SIGTERM)
    let told = String(decoding: try log.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    daemon.waitUntilExit()
    #expect(daemon.terminationStatus == 0)
    #expect(told.contains("listening") && told.contains("feeds have new links"))
    #expect(!told.contains(first) && !told.contains(second))
    #expect(!FileManager.default.fileExists(atPath: socket))
    let feeds = try await root.counterpart("feeds", root.path, "tut").output
    #expect(feeds.components(separatedBy: "team-GLO  link").count == 3)
    #expect(!feeds.contains(first) && !feeds.contains(second))
  }

  @Test func `a socket at which another program listens stays that program's`() async throws {
    let root = try await RealRoot.published()
    let socket = FileManager.default.temporaryDirectory
      .appendingPathComponent("c\(UInt32.random(in: 0 ... .max)).sock").path
    let address = ListenAddress.socket(path: socket)
    func start() async throws -> WebServer {
      try await WebServer.start(
        at: address, root: root.path, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
    let first = try await start()
    await #expect(throws: SpoolRefusal.self) { _ = try await start() }
    #expect(try await ask(address, "none").status == 404)
    await first.stop()
    #expect(!FileManager.default.fileExists(atPath: socket))
  }

  @Test func `a key is shown once and listed by name`() async throws {
    let root = try await RealRoot.published()
    let made = try await root.counterpart("key", root.path, "dashboard")
    #expect(made.status == 0)
    #expect(made.output.hasPrefix("counterpart_"))
    #expect(try await root.counterpart("key", root.path).output == "dashboard\n")
    #expect(try await root.counterpart("key", root.path, "dashboard", "--revoke").status == 0)
    #expect(try await root.counterpart("key", root.path).output == "")
    let none = try await root.counterpart("key", root.path, "dashboard", "--revoke")
    #expect(none.status == 1)
    #expect(none.output.contains("there is no key 'dashboard'"))
  }

  @Test(arguments: [
    (["--listen", "8080"], "--listen is like"), (["--listen", "127.0.0.1:0"], "--public-url is needed"),
    (["--static-feeds", "/tmp"], "--public-url is needed"), (["--public-url", "https://x.org"], "goes with"),
    (["--listen", "127.0.0.1:1", "--public-url", "ftp://x.org"], "--public-url is like"),
    (["--listen", "127.0.0.1:1", "--public-url", "https://x.org/?a"], "--public-url is like"),
  ])
  func `options that make no sense are refused`(options: [String], words: String) async throws {
    let root = try await RealRoot.published()
    let result = try await Self.run(["serve", "--root", root.path, "--once"] + options)
    #expect(result.status == 2)
    #expect(result.output.contains(words), "\(result.output)")
  }

  private static func run(_ arguments: [String]) async throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: RealRoot.program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// The secret part of GLO's link in the results, once there is another than the one before.
  private func token(in root: RealRoot, after known: String?) async throws -> String {
    var found: String?
    _ = try await isSo {
      let results = "\(root.path)/results/tut"
      for job in try FileManager.default.contentsOfDirectory(atPath: results) {
        let table = FileManager.default.contents(atPath: "\(results)/\(job)/feed-links.csv") ?? Data()
        let row = String(decoding: table, as: UTF8.self).split(separator: "\n")
          .first { $0.hasPrefix("team-GLO,https://example.org/visits/feeds/") }
        let token = row?.split(separator: ",").last?.split(separator: "/").last.map { String($0.dropLast(4)) }
        if let token, token != known { found = token }
      }
      return found != nil
    }
    return try #require(found)
  }

  private func ask(_ address: ListenAddress, _ token: String) async throws -> Reply {
    let client = try RawClient(address)
    client.send("GET /feeds/\(token).ics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    return try await client.reply()
  }

  /// Looks every 20 ms, at most 20 s.
  private func isSo(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<1000 {
      if try await condition() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }
}
