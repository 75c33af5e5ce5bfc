import Foundation
import Ledger
import Logging
import Spool
import Testing

@testable import Serving

@Suite("What anybody may ask of the server")
struct LimitTests {
  private func root() throws -> (root: ServedRoot, token: FeedToken) {
    let root = try ServedRoot()
    try root.publish(["RA": "calendar"])
    return (root, try root.link("RA"))
  }

  @Test func `headers that do not end are cut off`() async throws {
    let (root, _) = try root()
    var limits = ServingLimits()
    limits.idle = .milliseconds(50)
    try await root.serving(limits) { server in
      let client = try RawClient(server.address)
      client.send("GET /feeds/x HTTP/1.1\r\nHost:")
      #expect(try await client.rest().isEmpty)
    }
  }

  @Test func `a body that does not end is cut off`() async throws {
    let (root, _) = try root()
    var limits = ServingLimits()
    limits.request = .milliseconds(50)
    try await root.serving(limits) { server in
      let client = try RawClient(server.address)
      client.send(
        "PUT /api/v1/programmes/tut/files/a.csv HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nx")
      // Whether the answer comes before the end depends on how busy the machine is; GuardTests knows the time.
      _ = try await client.rest()
    }
  }

  @Test func `fifty connections that say nothing leave an honest one alone`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let slow = try (0..<50).map { _ in try RawClient(server.address) }
      for client in slow { client.send("GET /feeds/") }
      #expect(try await server.ask("/feeds/\(token.text).ics").status == 200)
      #expect(slow.count == 50)
    }
  }

  @Test func `more connections than may be wait until one is free`() async throws {
    let (root, token) = try root()
    var limits = ServingLimits()
    limits.connections = 2
    limits.idle = .milliseconds(100)
    try await root.serving(limits) { server in
      let slow = try (0..<2).map { _ in try RawClient(server.address) }
      for client in slow { client.send("GET /feeds/") }
      #expect(try await server.ask("/feeds/\(token.text).ics").status == 200)
      #expect(slow.count == 2)
    }
  }

  @Test func `too long a header is refused`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let path = "/feeds/\(token.text).ics"
      let long = "X-Long: " + String(repeating: "x", count: 5000)
      let many = (0..<100).map { "X-\($0): x" }
      let statuses = [
        try await server.ask(path, "GET", [long]).status, try await server.ask(path, "GET", many).status,
        try await server.ask(path, "GET", Array(many.prefix(40))).status,
      ]
      #expect(statuses == [400, 400, 200])
    }
  }

  @Test func `a link answers so many times a minute, and others are not to suffer for it`() async throws {
    let (root, token) = try root()
    let other = try root.link("RA")
    var limits = ServingLimits()
    limits.requestsPerMinute = 3
    try await root.serving(limits) { server in
      let path = "/feeds/\(token.text).ics"
      for _ in 0..<3 { #expect(try await server.ask(path).status == 200) }
      let refused = try await server.ask(path)
      #expect(refused.status == 429)
      #expect(refused.headers["retry-after"] == "20")
      #expect(try await server.ask("/feeds/\(other.text).ics").status == 200)
      root.clock.advance(by: 20)
      #expect(try await server.ask(path).status == 200)
      #expect(try await server.ask(path).status == 429)
    }
  }

  @Test func `guessing is slowed down, and a link that is right still opens`() async throws {
    let (root, token) = try root()
    var limits = ServingLimits()
    limits.requestsPerMinute = 2
    try await root.serving(limits) { server in
      let wrong = "/feeds/\(String(repeating: "0", count: 40)).ics"
      let guesses = [
        try await server.ask(wrong).status, try await server.ask(wrong).status,
        try await server.ask(wrong).status, try await server.ask("/api/v1/status").status,
      ]
      #expect(guesses == [404, 404, 429, 429])
      #expect(try await server.ask("/feeds/\(token.text).ics").status == 200)
    }
  }

  @Test func `what is remembered of callers does not grow`() {
    let limiter = RateLimiter(perMinute: 1, capacity: 3)
    for caller in ["a", "b", "c"] { #expect(limiter.refusal(of: caller, at: 0) == nil) }
    #expect(limiter.refusal(of: "a", at: 0) == 60)
    #expect(limiter.refusal(of: "d", at: 60_000_000_000) == nil)
    #expect(limiter.refusal(of: "a", at: 60_000_000_000) == nil)
    #expect(limiter.refusal(of: "d", at: 60_000_000_000) == 60)
  }

  @Test(arguments: [
    ("127.0.0.1:8080", ListenAddress.port(host: "127.0.0.1", 8080)), ("[::1]:80", .port(host: "::1", 80)),
    ("unix:/run/x.sock", .socket(path: "/run/x.sock")), ("localhost:0", .port(host: "localhost", 0)),
  ])
  func `an address to listen at is read and written`(text: String, address: ListenAddress) {
    #expect(ListenAddress(text) == address)
    #expect(address.description == text)
  }

  @Test(arguments: ["", "8080", ":8080", "::1:80", "x:70000", "x:-1", "unix:here", "http://x:80", "a b:80"])
  func `what is no address is refused`(text: String) {
    #expect(ListenAddress(text) == nil)
  }

  @Test func `where somebody else listens nobody can`() async throws {
    let (root, _) = try root()
    try await root.serving { server in
      await #expect(throws: SpoolRefusal.self) {
        _ = try await WebServer.start(
          at: server.address, root: root.path, clock: root.clock.daemonClock, log: Logger(label: "test"))
      }
    }
  }
}
