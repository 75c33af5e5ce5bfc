import Domain
import Foundation
import Ledger
import Logging
import Spool
import Synchronization

/// The release up to which each programme's feeds are served, and the lock on giving out and taking back addresses:
/// between a file in the web server's folder and its line in the ledger nobody else may look.
final class FeedBook: Sendable {
  private let served = Mutex<[ProgrammeID: Int]>([:])

  func open(_ body: (inout [ProgrammeID: Int]) throws -> Void) throws {
    try served.withLock { try body(&$0) }
  }
}

/// Gives feeds their secret addresses, and takes them away. The ledger keeps digests alone; the links themselves go into
/// a job's results once, and the tokens are nowhere else but in names of files of the web server's folder.
///
/// Survives: being stopped anywhere. What the ledger does not know in the end was never valid, and its files go.
struct FeedDesk {
  let place: Workplace

  /// Gives every calendar of the newest release an address that never had one, and brings the web server's folder up to
  /// date. Does nothing where feeds are not served, or this was done since the release.
  ///
  /// Throws where the disk fails; it can be tried again.
  func serve(_ programme: ProgrammeID) throws {
    guard let settings = place.settings.feeds else { return }
    let release = try place.ledger.latestRelease(of: programme)
    try place.feedBook.open { served in
      let number = release?.number ?? 0
      guard served[programme] != number else { return }
      // Before the first release there may be files of one that a restored backup does not know.
      if let release { try issueMissing(release, settings) }
      try synchronise(programme, settings)
      served[programme] = number
    }
  }

  /// Takes the feed's addresses away and, unless it only revokes, gives it another, together with the job's end.
  func rotate(_ owner: FeedOwner, for job: Job, onlyRevokes: Bool) throws {
    try place.feedBook.open { served in
      served[job.programme] = nil
      let valid = try place.ledger.tokens(of: job.programme).filter {
        $0.owner == owner && $0.revokedAt == nil
      }
      var token: FeedToken?
      if !onlyRevokes {
        guard let settings = place.settings.feeds else {
          throw JobRefusal([
            "feeds are not served, so they have no links; start the daemon with --listen or --static-feeds"
          ])
        }
        let drawn = draw()
        try prepare([(owner, drawn)], of: job.programme, in: settings)
        try results(of: job).keep(
          FeedLinks(address: settings.address, links: [(owner, drawn)]).bytes, as: FeedLinks.file)
        token = drawn
      }
      let summary = Self.summary(owner, revoked: valid.count, isNew: token != nil)
      try results(of: job).write("\(job.id) (\(job.kind.rawValue)): \(summary)\n", as: "job.txt")
      try place.ledger.write(by: .daemon, at: place.clock.now()) { transaction in
        for known in valid { try transaction.revoke(known.digest) }
        if let token { try transaction.issue(token, to: owner, of: job.programme) }
        try transaction.finish(job.id, summary: summary)
      }
    }
    // The ledger has the last word; where this fails, the daemon does it at its next look.
    try? serve(job.programme)
  }

  private static func summary(_ owner: FeedOwner, revoked: Int, isNew: Bool) -> String {
    let old =
      switch revoked {
      case 0: "no link was valid"
      case 1: "its link is valid no more"
      default: "its \(revoked) links are valid no more"
      }
    return "\(owner.name): \(old)" + (isNew ? "; the new one is in \(FeedLinks.file)" : "")
  }

  private func issueMissing(_ release: Release, _ settings: FeedSettings) throws {
    let programme = release.programme
    guard let job = try place.ledger.job(release.job) else { return }
    // Who had an address once and lost it gets another by an order alone.
    let known = Set(try place.ledger.tokens(of: programme).map(\.owner))
    let links = try place.ledger.feeds(ofRelease: release.number, of: programme)
      .map(\.feed.owner).filter { !known.contains($0) }.map { ($0, draw()) }
    guard !links.isEmpty else { return }
    try prepare(links, of: programme, in: settings)
    try results(of: job).keep(
      FeedLinks(address: settings.address, links: links).bytes, as: FeedLinks.file)
    try place.ledger.write(by: .daemon, at: place.clock.now()) { transaction in
      for (owner, token) in links { try transaction.issue(token, to: owner, of: programme) }
    }
    place.log.notice(
      "feeds have new links", metadata: ["job": "\(job.id)", "count": "\(links.count)"])
  }

  /// Files in the web server's folder come before the ledger knows of their tokens: afterwards nobody knows the names.
  private func prepare(
    _ links: [(FeedOwner, FeedToken)], of programme: ProgrammeID, in settings: FeedSettings
  ) throws {
    guard let path = settings.staticFolder else { return }
    let folder = StaticFolder(path)
    let published = try PublishedFeeds(programme, in: place)
    for (owner, token) in links {
      try folder.write(published.bytes(of: owner) ?? [], for: token, isPublic: published.has(owner))
    }
  }

  private func synchronise(_ programme: ProgrammeID, _ settings: FeedSettings) throws {
    guard let path = settings.staticFolder else { return }
    let folder = StaticFolder(path)
    let published = try PublishedFeeds(programme, in: place)
    var found: Set<ContentDigest> = []
    for token in try folder.tokens() {
      guard let issued = try place.ledger.feed(openedBy: token) else {
        try folder.remove(token)
        continue
      }
      guard issued.programme == programme else { continue }
      found.insert(issued.digest)
      // A file whose owner has gone stays, unreadable: its name is all that is known of the link.
      try folder.write(
        published.bytes(of: issued.owner) ?? [], for: token, isPublic: published.has(issued.owner))
    }
    let missing = try place.ledger.tokens(of: programme).filter {
      $0.revokedAt == nil && published.has($0.owner) && !found.contains($0.digest)
    }
    if !missing.isEmpty {
      place.log.warning(
        "feeds have links, and no file in the folder of static feeds; order 'rotate_feed' for each",
        metadata: [
          "programme": "\(programme)",
          "feeds": "\(missing.map(\.owner.name).sorted().joined(separator: " "))",
        ])
    }
  }

  private func draw() -> FeedToken {
    var source = SystemRandomNumberGenerator()
    return FeedToken.drawn(from: &source)
  }

  private func results(of job: Job) -> ResultsFolder { ResultsFolder(place: place, job: job) }
}

/// The calendars of a programme's newest release, as they lie on the disk.
struct PublishedFeeds {
  private let files: [FeedOwner: String]
  private let folder: String

  init(_ programme: ProgrammeID, in place: Workplace) throws {
    guard let release = try place.ledger.latestRelease(of: programme), let name = programme.folder else {
      (files, folder) = ([:], "")
      return
    }
    folder = "\(place.spool.path(ofRelease: release.number, of: name))/feeds"
    files = Dictionary(
      try place.ledger.feeds(ofRelease: release.number, of: programme).map { ($0.feed.owner, $0.feed.file) }
    ) { first, _ in first }
  }

  func has(_ owner: FeedOwner) -> Bool { files[owner] != nil }

  /// The bytes of the owner's calendar; `nil` where there is none.
  func bytes(of owner: FeedOwner) -> [UInt8]? {
    files[owner].flatMap { FileManager.default.contents(atPath: "\(folder)/\($0)") }.map(Array.init)
  }
}
