import Fixtures
import Foundation
import Testing

@Suite("Links of feeds")
struct FeedLinkTests {
  /// The web server's folder beside a root.
  private func folder(of root: Root) throws -> String {
    let path = root.path("www")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @discardableResult
  private func serve(_ root: Root) async throws -> Root.Outcome {
    let outcome = try await root.serve(
      "--static-feeds", try folder(of: root), "--public-url", "https://example.org/visits", "--verbose")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  /// The links that were ever written, by job and feed: the token alone.
  private func links(_ root: Root) throws -> [String: [String: String]] {
    var links: [String: [String: String]] = [:]
    for job in root.names("results/tut") where root.names("results/tut/\(job)").contains("feed-links.csv") {
      let rows = try root.text("results/tut/\(job)/feed-links.csv").split(separator: "\n")
      #expect(rows[0] == "feed,https,webcal")
      for row in rows.dropFirst() {
        let cells = row.split(separator: ",").map(String.init)
        #expect(cells[1].hasPrefix("https://example.org/visits/feeds/") && cells[1].hasSuffix(".ics"))
        #expect(cells[2] == "webcal" + cells[1].dropFirst("https".count))
        links[job, default: [:]][cells[0]] = String(
          cells[1].dropFirst("https://example.org/visits/feeds/".count).dropLast(4))
      }
    }
    return links
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `every calendar gets a link once, and a file of that name for a web server`() async throws {
    let root = try await Root.withRelease()
    let outcome = try await serve(root)
    let links = try links(root)
    #expect(links.count == 1)
    let tokens = try #require(links.values.first)
    #expect(tokens.count == TutorialFolder.calendars)
    #expect(Set(tokens.values).count == TutorialFolder.calendars)
    #expect(root.names("www") == tokens.values.map { $0 + ".ics" }.sorted())
    for (feed, token) in tokens {
      #expect(token.count == 40)
      #expect(try root.text("www/\(token).ics") == root.text("published/tut/current/feeds/\(feed).ics"))
      #expect(try mode(root.path("www/\(token).ics")) == 0o644)
      #expect(!outcome.errors.contains(token))
    }
    // Nowhere else, not even in the ledger.
    let kept = try Self.everything(in: root.path("state"))
    #expect(tokens.values.allSatisfy { !kept.contains($0) })
    try await serve(root)
    #expect(try self.links(root) == links)
  }

  private static func everything(in folder: String) throws -> String {
    var text = ""
    for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(name)") {
        text += String(decoding: data, as: UTF8.self)
      }
    }
    return text
  }

  @Test func `a release changes the files that it changes, and gives links to whoever is new alone`()
    async throws
  {
    let root = try await Root.withRelease()
    try await serve(root)
    let first = try links(root)
    let tokens = try #require(first.values.first)
    let other = root.path("www/\(try #require(tokens["team-GLO"])).ics")
    func file() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: other)[.systemFileNumber] as? Int
    }
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    try root.drop(
      "person_id,team_id,name,role\nPEN-new,PEN,\"Member, Penistone\",other\n", as: "more-people.csv")
    try await serve(root)
    let new = try links(root).filter { first[$0.key] == nil }
    #expect(new.values.map { $0.keys.sorted() } == [["person-PEN-new"]])
    for (feed, token) in tokens {
      #expect(try root.text("www/\(token).ics") == root.text("published/tut/current/feeds/\(feed).ics"))
    }
    // A file that stays the same is not written again, so that its date stays too.
    let before = try file()
    try await serve(root)
    #expect(try file() == before)
  }

  @Test func `an order gives a feed another link and takes the old one away`() async throws {
    let root = try await Root.withRelease()
    try await serve(root)
    let first = try links(root)
    let old = try #require(first.values.first?["team-GLO"])
    try root.drop("job: rotate_feed\nfeed: team-GLO.ics\nreason: lost\n", as: "rotate.job")
    try await serve(root)
    let new = try links(root).filter { first[$0.key] == nil }
    #expect(new.values.map(\.count) == [1])
    let token = try #require(new.values.first?["team-GLO"])
    #expect(!root.names("www").contains("\(old).ics"))
    #expect(try root.text("www/\(token).ics") == root.text("published/tut/current/feeds/team-GLO.ics"))
    #expect(root.names("www").count == TutorialFolder.calendars)
    let job = try #require(new.keys.first)
    #expect(
      try root.text("results/tut/\(job)/job.txt").contains(
        "team-GLO: its link is valid no more; the new one is in feed-links.csv"))
    let feeds = try await root.counterpart(["feeds", root.url.path, "tut"]).output
    #expect(feeds.split(separator: "\n").filter { $0.hasPrefix("team-GLO  link") }.count == 2)
    #expect(feeds.contains("team-GLO  link from"))
    #expect(feeds.contains("programme  link since"))
  }

  @Test func `a link that is only taken back comes back by an order alone`() async throws {
    let root = try await Root.withRelease()
    try await serve(root)
    let first = try links(root)
    let old = try #require(first.values.first?["room-GLO-1"] ?? first.values.first?["team-GLO"])
    let feed = first.values.first?["room-GLO-1"] == nil ? "team-GLO" : "room-GLO-1"
    try root.drop("job: rotate_feed\nfeed: \(feed)\nrevoke: yes\n", as: "revoke.job")
    // Without a web server too: it takes away, and gives nothing.
    try await root.serve()
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    try await serve(root)
    #expect(root.names("published/tut/releases") == ["1", "2"])
    #expect(!root.names("www").contains("\(old).ics"))
    #expect(root.names("www").count == TutorialFolder.calendars - 1)
    #expect(try links(root) == first)
    try root.drop("job: rotate_feed\nfeed: \(feed)\n", as: "again.job")
    try await serve(root)
    #expect(root.names("www").count == TutorialFolder.calendars)
  }

  @Test func `what a crash left is taken away, and what is not ours stays`() async throws {
    let root = try await Root.withRelease()
    try await serve(root)
    let stranger = String(repeating: "ab", count: 20)
    try Data("torn".utf8).write(to: root.url.appendingPathComponent("www/\(stranger).ics"))
    try Data("hello".utf8).write(to: root.url.appendingPathComponent("www/index.html"))
    try Data("half".utf8).write(to: root.url.appendingPathComponent("www/.counterpart-feed.tmp"))
    let token = try #require(try links(root).values.first?["programme"])
    try Data("spoilt".utf8).write(to: root.url.appendingPathComponent("www/\(token).ics"))
    try await serve(root)
    let names = root.names("www")
    #expect(!names.contains("\(stranger).ics"))
    #expect(names.contains("index.html"))
    #expect(try root.text("www/\(token).ics") == root.text("published/tut/current/feeds/programme.ics"))
  }

  @Test func `a file that is lost is missed by name`() async throws {
    let root = try await Root.withRelease()
    try await serve(root)
    let token = try #require(try links(root).values.first?["programme"])
    try FileManager.default.removeItem(atPath: root.path("www/\(token).ics"))
    let outcome = try await serve(root)
    #expect(outcome.errors.contains("no file in the folder of static feeds"))
    #expect(outcome.errors.contains("feeds=programme"))
  }

  @Test func `whoever leaves keeps a link that opens nothing, until they are back`() async throws {
    let root = try await Root.withRelease()
    try root.drop("person_id,team_id,name,role\nPEN-new,PEN,\"Member, Penistone\",other\n", as: "more.csv")
    try await serve(root)
    let token = try #require(try links(root).values.compactMap { $0["person-PEN-new"] }.first)
    try root.drop(
      "person_id,team_id,name,role,_remove\nPEN-new,PEN,\"Member, Penistone\",other,yes\n", as: "less.csv")
    try await serve(root)
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    try await serve(root)
    #expect(try mode(root.path("www/\(token).ics")) == 0o600)
    #expect(try root.text("www/\(token).ics").isEmpty)
    try root.drop("person_id,team_id,name,role\nPEN-new,PEN,\"Member, Penistone\",other\n", as: "back.csv")
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-21,unavailable\n", as: "leave.csv")
    try await serve(root)
    if root.names("published/tut/current/feeds").contains("person-PEN-new.ics") {
      #expect(try mode(root.path("www/\(token).ics")) == 0o644)
    }
  }

  @Test func `where feeds are not served there are no links`() async throws {
    let root = try await Root.withRelease()
    try root.drop("job: rotate_feed\nfeed: team-GLO\n", as: "rotate.job")
    try root.drop("job: rotate_feed\nfeed: team-XYZ\n", as: "unknown.job")
    try await root.serve()
    #expect(try links(root).isEmpty)
    let reasons = root.names("results/tut").compactMap { try? root.text("results/tut/\($0)/why.txt") }
    #expect(reasons.contains { $0.contains("start the daemon with --listen or --static-feeds") })
    #expect(reasons.contains { $0.contains("there is no feed team-XYZ\nthe feeds are facilitator-") })
    let feeds = try await root.counterpart(["feeds", root.url.path, "tut"]).output
    #expect(feeds.contains("team-GLO  no link yet"))
  }

  @Test func `a folder that is not there stops nothing but the links`() async throws {
    let root = try await Root.withRelease()
    try root.drop("person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n", as: "leave.csv")
    let outcome = try await root.serve(
      "--static-feeds", root.path("nowhere"), "--public-url", "https://example.org")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("feeds are not served"))
    #expect(root.names("published/tut/releases") == ["1", "2"])
    #expect(try links(root).isEmpty)
  }
}
