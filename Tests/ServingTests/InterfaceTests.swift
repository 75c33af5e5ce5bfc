import Domain
import Foundation
import Ledger
import Serving
import Testing

@Suite("The API")
struct InterfaceTests {
  /// A root with a release, and a key.
  private func root() throws -> (root: ServedRoot, bearer: String) {
    let root = try ServedRoot()
    try root.publish(["RA": "calendar"])
    return (root, "Authorization: Bearer \(try key(root, "tests"))")
  }

  private func key(_ root: ServedRoot, _ name: String) throws -> String {
    try AccessKeys(StateFolder(root.path + "/state")).make(try #require(KeyName(name)))
  }

  @Test func `without a key nothing is said, not even whether it is there`() async throws {
    let (root, bearer) = try root()
    try await root.serving { server in
      var words: Set<String> = []
      let wrong = [
        [], ["Authorization: Bearer"], ["Authorization: Bearer x"],
        ["Authorization: Basic \(bearer.suffix(70))"],
        ["Authorization: Bearer \(bearer.dropLast().suffix(70))"], [bearer, bearer], [bearer + " x"],
      ]
      for headers in wrong {
        for path in ["/api/v1/status", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/jobs/J000001"] {
          let reply = try await server.ask(path, "GET", headers)
          #expect(reply.status == 401, "\(path) \(headers)")
          #expect(reply.headers["www-authenticate"] == "Bearer")
          words.insert(reply.text)
        }
      }
      #expect(words.count == 1)
      #expect(try await server.ask("/api/v1/status", "GET", [bearer]).status == 200)
    }
  }

  @Test func `a key opens the API until it is taken back, and is kept nowhere`() async throws {
    let (root, bearer) = try root()
    let keys = AccessKeys(StateFolder(root.path + "/state"))
    let file = "\(root.path)/state/keys/tests"
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!kept.contains(bearer.dropFirst("Authorization: Bearer ".count)))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try await root.serving { server in
      let second = try key(root, "second")
      #expect(keys.names().map(\.text) == ["second", "tests"])
      #expect(try await server.ask("/api/v1/status", "GET", [bearer]).status == 200)
      #expect(try keys.revoke(try #require(KeyName("tests"))))
      #expect(try !keys.revoke(try #require(KeyName("tests"))))
      #expect(try await server.ask("/api/v1/status", "GET", [bearer]).status == 401)
      #expect(
        try await server.ask("/api/v1/status", "GET", ["authorization: bearer \(second)"]).status == 200)
    }
    #expect(!root.log.text.contains(bearer.suffix(64)))
  }

  @Test func `jobs and receipts are what the ledger has`() async throws {
    let (root, bearer) = try root()
    try await root.serving { server in
      let jobs = try await server.ask("/api/v1/jobs?programme=tut&limit=1", "GET", [bearer])
      #expect(
        jobs.text
          == #"{"jobs":[{"created_at":"2027-03-03T12:00:00.000Z","ended_at":"2027-03-03T12:00:00.000Z","id":"J000001","#
          + #""kind":"plan","outcome":"published","programme":"tut","started_at":"2027-03-03T12:00:00.000Z","#
          + #""state":"done","tries":1}]}"#)
      #expect(jobs.headers["content-type"] == "application/json")
      #expect(jobs.headers["cache-control"] == "no-store")
      let job = try await server.ask("/api/v1/jobs/j1", "GET", [bearer])
      #expect(job.text.contains(#""log":"""#))
      let receipts = try await server.ask("/api/v1/programmes/tut/receipts", "GET", [bearer])
      #expect(receipts.text.contains(#""fate":"accepted","name":"teams.csv","#))
      #expect(receipts.text.contains(#""text":"taken\n""#))
      let none = try await server.ask("/api/v1/programmes/tut/receipts?after=1", "GET", [bearer])
      #expect(none.text == #"{"receipts":[]}"#)
    }
  }

  @Test(arguments: [
    ("/api/v1/nothing", "GET", 404), ("/api/v1/jobs/J000009", "GET", 404), ("/api/v1/jobs/x", "GET", 404),
    ("/api/v1/jobs?limit=0", "GET", 400), ("/api/v1/jobs?limit=many", "GET", 400),
    ("/api/v1/jobs?programme=other", "GET", 404), ("/api/v1/programmes/other/plan", "GET", 404),
    ("/api/v1/programmes/tut/receipts?after=-1", "GET", 400), ("/api/v1/programmes/tut/changes", "GET", 404),
    ("/api/v1/programmes/%FF/plan", "GET", 400), ("/api/v1/status", "POST", 405),
    ("/api/v1/status/", "GET", 404), ("/api/v1/programmes/tut/files/a.csv", "GET", 405),
    ("/api/v1/programmes/tut/files/.hidden", "PUT", 403),
    ("/api/v1/programmes/tut/files/a%2Fb.csv", "PUT", 403),
    ("/api/v1/programmes/tut/files/..%2F..%2Fx", "PUT", 403),
    ("/api/v1/programmes/tut/files/a%00.csv", "PUT", 403),
    ("/api/v1/programmes/tut/files/a%0Ab.csv", "PUT", 403),
    ("/api/v1/programmes/tut/files/x.tmp", "PUT", 403),
    ("/api/v1/programmes/a%20b/files/a.csv", "PUT", 400), ("/api/v1/programmes/.x/files/a.csv", "PUT", 403),
  ])
  func `what cannot be answered is refused in words`(path: String, method: String, status: Int) async throws {
    let (root, bearer) = try root()
    try await root.serving { server in
      let reply = try await server.ask(path, method, [bearer], body: method == "PUT" ? "x" : nil)
      #expect(reply.status == status)
      #expect(reply.text.hasPrefix(#"{"error":""#))
      if status == 405 { #expect(reply.headers["allow"] != nil) }
    }
  }

  @Test func `a file that is sent is handed over whole`() async throws {
    let (root, bearer) = try root()
    try await root.serving { server in
      let reply = try await server.ask(
        "/api/v1/programmes/tut/files/my%20teams.csv", "PUT", [bearer, "Expect: 100-continue"], body: "a,b\n")
      #expect(reply.status == 202)
      #expect(reply.text == #"{"name":"my teams.csv","size":4}"#)
      let new = "\(root.path)/incoming/tut/new"
      #expect(try FileManager.default.contentsOfDirectory(atPath: new) == ["my teams.csv"])
      #expect(try String(contentsOfFile: "\(new)/my teams.csv", encoding: .utf8) == "a,b\n")
    }
  }

  @Test func `a piece of a file is not taken for all of it, and a refused name makes no folder`() async throws
  {
    let (root, bearer) = try root()
    try await root.serving { server in
      let piece = try await server.ask(
        "/api/v1/programmes/tut/files/a.csv", "PUT", [bearer, "Content-Range: bytes 0-3/9"], body: "a,b\n")
      #expect(piece.status == 400 && piece.text.contains("as a whole"))
      #expect(
        try await server.ask("/api/v1/programmes/other/files/x.tmp", "PUT", [bearer], body: "x").status == 403
      )
      #expect(!FileManager.default.fileExists(atPath: "\(root.path)/incoming/other"))
      #expect(try await server.ask("/api/v1/%73tatus", "GET", [bearer]).status == 200)
    }
  }

  private static let put = "PUT /api/v1/programmes/tut/files/a.csv HTTP/1.1\r\nHost: x\r\n"

  @Test func `a file that is too large, or does not say how large it is, is refused before it is sent`()
    async throws
  {
    let (root, bearer) = try root()
    try await root.serving { server in
      let large = try RawClient(server.address)
      large.send(Self.put + "\(bearer)\r\nContent-Length: 60000000\r\n\r\n")
      #expect(try await large.reply().status == 413)
      let endless = try RawClient(server.address)
      endless.send(Self.put + "\(bearer)\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")
      #expect(try await endless.reply().status == 411)
    }
    #expect(handedOver(root).isEmpty)
  }

  @Test func `a file that is not sent to its end leaves nothing`() async throws {
    let (root, bearer) = try root()
    var limits = ServingLimits()
    limits.request = .milliseconds(50)
    try await root.serving(limits) { server in
      let torn = try RawClient(server.address)
      torn.send(Self.put + "\(bearer)\r\nContent-Length: 100\r\n\r\nhalf")
      _ = try await torn.rest()
    }
    #expect(handedOver(root).isEmpty)
  }

  /// What lies in `tmp` and `new` of the programme.
  private func handedOver(_ root: ServedRoot) -> [String] {
    ["tmp", "new"].flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(atPath: "\(root.path)/incoming/tut/\(folder)")) ?? []
    }
  }
}
