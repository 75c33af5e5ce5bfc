import Coordinator
import Foundation
import Ledger
import Serving
import Testing

@testable import Archive

@Suite("Feeds over HTTP")
struct FeedRequestTests {
  private static let calendar = String(repeating: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", count: 40)

  private func root() throws -> (root: ServedRoot, token: FeedToken) {
    let root = try ServedRoot()
    try root.publish(["RA": Self.calendar, "RB": "other"])
    return (root, try root.link("RA"))
  }

  @Test func `a link opens its calendar, and tells when it last changed`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let reply = try await server.ask("/feeds/\(token.text).ics")
      #expect(reply.status == 200)
      #expect(reply.text == Self.calendar)
      #expect(reply.headers["content-type"] == "text/calendar; charset=utf-8")
      #expect(reply.headers["last-modified"] == "Wed, 03 Mar 2027 12:00:00 GMT")
      #expect(reply.headers["date"] == "Wed, 03 Mar 2027 12:00:00 GMT")
      #expect(reply.headers["cache-control"] == "private, no-cache")
      #expect(reply.headers["vary"] == "Accept-Encoding")
      #expect(reply.headers["etag"] == "\"\(contentHash(Array(Self.calendar.utf8)))\"")
      #expect(reply.headers["server"] == nil)
    }
  }

  @Test func `HEAD says the same and sends no calendar`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let client = try RawClient(server.address)
      client.send("HEAD /feeds/\(token.text).ics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      let bytes = try await client.rest()
      let reply = try #require(Reply(bytes, isHead: true))
      #expect(reply.status == 200)
      #expect(reply.body.isEmpty)
      #expect(reply.headers["content-length"] == "\(Self.calendar.utf8.count)")
      #expect(reply.headers["etag"]?.isEmpty == false)
    }
  }

  @Test func `a reader who has the calendar is told so, by tag or by date`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let path = "/feeds/\(token.text).ics"
      let tag = try #require(try await server.ask(path).headers["etag"])
      let cases: [(headers: [String], status: Int)] = [
        (["If-None-Match: \(tag)"], 304),
        (["If-None-Match: W/\(tag)"], 304),
        (["If-None-Match: \"no\", \(tag)"], 304),
        (["If-None-Match: \"no\"", "If-None-Match: \(tag)"], 304),
        (["If-None-Match: *"], 304),
        (["If-None-Match: \"no\""], 200),
        (["If-Modified-Since: Wed, 03 Mar 2027 12:00:00 GMT"], 304),
        (["If-Modified-Since: Wednesday, 03-Mar-27 12:00:00 GMT"], 304),
        (["If-Modified-Since: Wed Mar  3 12:00:00 2027"], 304),
        (["If-Modified-Since: Wed, 03 Mar 2027 11:59:59 GMT"], 200),
        // Tags go before dates.
        (["If-None-Match: \"no\"", "If-Modified-Since: Wed, 03 Mar 2027 12:00:00 GMT"], 200),
        (["If-None-Match: \(tag)", "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT"], 304),
        // Dates that say nothing.
        (["If-Modified-Since: yesterday"], 200),
        (["If-Modified-Since: Wed, 31 Feb 2027 12:00:00 GMT"], 200),
        (["If-Modified-Since: Wed, 03 Mar 2027 25:00:00 GMT"], 200),
        (["If-Modified-Since: Wed, 03 Mar 2027 12:00:00 CET"], 200),
        (["If-Modified-Since: Thu, 04 Mar 2027 12:00:00 GMT"], 200),
      ]
      for (headers, status) in cases {
        let reply = try await server.ask(path, "GET", headers)
        #expect(reply.status == status, "\(headers)")
        #expect(reply.headers["etag"] == tag, "\(headers)")
        #expect(reply.body.isEmpty == (status == 304), "\(headers)")
      }
    }
  }

  @Test func `a calendar is packed for those who take gzip, under a tag of its own`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let path = "/feeds/\(token.text).ics"
      let plain = try await server.ask(path)
      for accepted in ["gzip", "deflate, gzip;q=0.5", "*", "br;q=1, *;q=0.1", "x-gzip"] {
        let reply = try await server.ask(path, "GET", ["Accept-Encoding: \(accepted)"])
        #expect(reply.headers["content-encoding"] == "gzip", "\(accepted)")
        #expect(reply.headers["etag"] != plain.headers["etag"])
        // Ten bytes of header before, a checksum and the size after (RFC 1952).
        let unpacked = Inflate.unpack(reply.body[10..<(reply.body.count - 8)], size: plain.body.count)
        #expect(unpacked == plain.body, "\(accepted)")
        let tag = try #require(reply.headers["etag"])
        #expect(
          try await server.ask(path, "GET", ["Accept-Encoding: gzip", "If-None-Match: \(tag)"]).status == 304)
        // The plain form is another one, which the reader does not have.
        #expect(try await server.ask(path, "GET", ["If-None-Match: \(tag)"]).status == 200)
      }
      for refused in ["identity", "gzip;q=0", "gzip;q=0, *", "br", "identity;q=1, gzip;q=0.1"] {
        let reply = try await server.ask(path, "GET", ["Accept-Encoding: \(refused)"])
        #expect(reply.headers["content-encoding"] == nil, "\(refused)")
        #expect(reply.text == Self.calendar)
      }
    }
  }

  @Test func `everything else is not there, all in the same words`() async throws {
    let (root, token) = try root()
    let revoked = try root.link("RB")
    try root.revoke(revoked)
    try await root.serving { server in
      let stranger = String(repeating: "ab", count: 20)
      let paths = [
        "/", "/feeds", "/feeds/", "/feeds/\(stranger).ics", "/feeds/\(revoked.text).ics",
        "/feeds/\(token.text)", "/feeds/\(token.text.uppercased()).ics", "/feeds/\(token.text).ics/",
        "/feeds//\(token.text).ics", "/feeds/team-RA.ics", "/feeds/../feeds/\(token.text).ics",
        "/feeds/%2e%2e/state/ledger.sqlite", "/published/tut/current/feeds/team-RA.ics", "/state/lock",
        "/feeds/\(token.text).ics%00", "/robots.txt", "/api", "/api/v2/status",
      ]
      var words: Set<String> = []
      for path in paths {
        let reply = try await server.ask(path)
        #expect(reply.status == 404, "\(path)")
        words.insert("\(reply.headers.sorted { $0.key < $1.key }) \(reply.text)")
      }
      for method in ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"] {
        let reply = try await server.ask("/feeds/\(token.text).ics", method)
        #expect(reply.status == 404, "\(method)")
        words.insert("\(reply.headers.sorted { $0.key < $1.key }) \(reply.text)")
      }
      #expect(words.count == 1)
    }
  }

  @Test func `a link that was taken back opens nothing from then on`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let path = "/feeds/\(token.text).ics"
      #expect(try await server.ask(path).status == 200)
      let next = try root.link("RA")
      try root.revoke(token)
      #expect(try await server.ask(path).status == 404)
      #expect(try await server.ask("/feeds/\(next.text).ics").text == Self.calendar)
    }
  }

  @Test func `a new release is served at once, and a calendar that it leaves alone keeps tag and date`()
    async throws
  {
    let (root, token) = try root()
    let other = try root.link("RB")
    try await root.serving { server in
      let before = try await server.ask("/feeds/\(other.text).ics")
      root.clock.advance(by: 3600)
      try root.publish(["RA": "changed", "RB": "other"])
      let changed = try await server.ask("/feeds/\(token.text).ics")
      #expect(changed.text == "changed")
      #expect(changed.headers["last-modified"] == "Wed, 03 Mar 2027 13:00:00 GMT")
      let after = try await server.ask("/feeds/\(other.text).ics")
      #expect(after.headers["etag"] == before.headers["etag"])
      #expect(after.headers["last-modified"] == before.headers["last-modified"])
      // Whose calendar is in no release any more has none.
      try root.publish(["RA": "changed"])
      #expect(try await server.ask("/feeds/\(other.text).ics").status == 404)
    }
  }

  @Test func `a calendar that is not what was published is not served`() async throws {
    let (root, token) = try root()
    let file = "\(root.path)/published/tut/releases/1/feeds/team-RA.ics"
    try Data("torn".utf8).write(to: URL(fileURLWithPath: file))
    try await root.serving { server in
      let reply = try await server.ask("/feeds/\(token.text).ics")
      #expect(reply.status == 503)
      #expect(reply.headers["retry-after"] == "60")
    }
    #expect(root.log.text.contains("a published calendar cannot be read"))
  }

  @Test func `no token is logged, whatever is asked`() async throws {
    let (root, token) = try root()
    let stranger = String(repeating: "cd", count: 20)
    try await root.serving { server in
      _ = try await server.ask("/feeds/\(token.text).ics")
      _ = try await server.ask("/feeds/\(stranger).ics")
      _ = try await server.ask("/feeds/\(token.text).ics", "BREW")
      let client = try RawClient(server.address)
      client.send("GET /feeds/\(token.text).ics HTTP/9.9\r\n\r\n")
      _ = try await client.rest()
    }
    #expect(!root.log.text.contains(token.text))
    #expect(!root.log.text.contains(stranger))
    let audit = try root.ledger.audit(of: try ServedRoot.programme)
    #expect(audit.allSatisfy { line in line.details.allSatisfy { !$0.value.contains(token.text) } })
    #expect("\(token)" == "a feed token")
  }

  @Test func `a path may be written by its bytes`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let written = try await server.ask("/%66eeds/\(token.text)%2Eics")
      let broken = try await server.ask("/feeds/%FF/\(token.text).ics")
      #expect(written.status == 200 && broken.status == 404)
    }
  }

  @Test func `a whole address in the place of a path is one`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let reply = try await server.ask("http://example.org/feeds/\(token.text).ics")
      #expect(reply.status == 200)
    }
  }

  @Test func `one connection carries many requests`() async throws {
    let (root, token) = try root()
    try await root.serving { server in
      let client = try RawClient(server.address)
      for _ in 0..<5 {
        client.send("GET /feeds/\(token.text).ics HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(try await client.reply().text == Self.calendar)
      }
    }
  }
}
