import Domain
import Foundation
import Ledger
import Logging
import Spool

/// Makes plans releases: written down as prepared, written to disk, made current, published. Each step may be done
/// again, and a crash between any two leaves what `recover` completes or takes back.
struct Publishing {
  let place: Workplace
  let programme: ProgrammeID

  /// A release that is ready, and what it changes in words.
  struct Ready {
    let draft: ReleaseDraft
    let changes: String
    let summary: String

    /// What is written for the manager: changes.txt, and to-mail/ with a calendar of each visit that changes.
    var papers: [(name: String, bytes: [UInt8])] {
      [("changes.txt", Array(changes.utf8))] + draft.invitations.map { ("to-mail/" + $0.name, $0.bytes) }
    }
  }

  /// The next release of `plan`, `nil` where it would change no byte of what is published.
  func draft(
    _ plan: Plan, of people: Programme, reasons: [VisitID: String], restores: Int? = nil
  ) throws -> Ready? {
    let latest = try ReleasedPlan.latest(of: programme, in: place.ledger)
    let moment = place.clock.now()
    let open = try latest.map { try place.ledger.feeds(ofRelease: $0.0.number, of: programme) } ?? []
    let draft = try ReleaseDraft(
      plan, of: people, after: latest.map { ($0.0.number, $0.1) }, open: open.map(\.feed.file),
      standing: try place.ledger.entries(of: programme), at: moment
    ) { name in
      latest.flatMap { published(name, in: $0.0.number) }
    }
    guard draft.isChange else { return nil }
    let words = ChangesText(people, from: latest?.1, to: draft.released, reasons: reasons)
    let title =
      "\(people.settings.name): release \(draft.number), \(moment.inWords)"
      + (restores.map { ", which brings back release \($0)" } ?? "")
    let count = words.count
    return Ready(
      draft: draft, changes: words.text(title: title),
      summary: "release \(draft.number): \(count) \(count == 1 ? "visit" : "visits") changed")
  }

  private func published(_ name: String, in release: Int) -> [UInt8]? {
    guard let folder = programme.folder else { return nil }
    let path = "\(place.spool.path(ofRelease: release, of: folder))/feeds/\(name)"
    return FileManager.default.contents(atPath: path).map(Array.init)
  }

  /// Publishes, and is done with the job.
  ///
  /// Where a step fails, what was begun is completed or taken back, and tried once more: a folder in the way is out of
  /// the way then. Throws what fails again.
  func publish(_ ready: Ready, for job: JobID, basedOn base: InputSequence, restores: Int? = nil) throws {
    let entry = try ready.draft.entry(of: programme, job: job, basedOn: base, restores: restores)
    do {
      try publish(ready, entry)
    } catch {
      try recover()
      guard case .running? = try place.ledger.job(job)?.state else { return }
      place.log.warning("a release is tried again: \(error)", metadata: ["job": "\(job)"])
      do { try publish(ready, entry) } catch {
        try recover()
        throw error
      }
    }
  }

  private func publish(_ ready: Ready, _ entry: NewRelease) throws {
    let number = try place.ledger.write(by: .daemon, at: place.clock.now()) { try $0.prepare(entry) }
    let folder = try releases()
    let files = ready.draft.feeds.map { ReleaseFile(path: "feeds/\($0.name)", bytes: $0.bytes) }
    try folder.write(
      number, files + [ReleaseFile(path: "changes.txt", bytes: Array(ready.changes.utf8))])
    try folder.makeCurrent(number)
    try place.ledger.write(by: .daemon, at: place.clock.now()) {
      try $0.publish(number, of: programme, summary: ready.summary)
    }
    place.log.info("published", metadata: ["job": "\(entry.job)", "release": "\(number)"])
  }

  /// Completes or takes back what a crash or a failing disk left: before the job is put back into the queue.
  func recover() throws {
    guard let folder = programme.folder else { return }
    try place.spool.prepare(folder)
    let releases = try releases()
    if let prepared = try place.ledger.preparedRelease(of: programme) {
      let isWhole = try releases.numbers().contains(prepared.number) && isOurs(prepared.number)
      if isWhole { try releases.makeCurrent(prepared.number) }
      try place.ledger.write(by: .daemon, at: place.clock.now()) {
        if isWhole {
          try $0.publish(
            prepared.number, of: programme,
            summary: "release \(prepared.number), completed after an interruption")
        } else {
          try $0.drop(prepared.number, of: programme)
        }
      }
      place.log.notice(
        "a release was under way and is \(isWhole ? "complete" : "taken back")",
        metadata: ["release": "\(prepared.number)"])
    }
    try setAsideUnknown(releases, folder)
  }

  /// Whether the folder of a release holds the calendars that the ledger says.
  private func isOurs(_ number: Int) throws -> Bool {
    try place.ledger.feeds(ofRelease: number, of: programme).allSatisfy { feed, _ in
      published(feed.file, in: number).map(contentHash) == feed.digest
    }
  }

  /// After a backup was restored there may be releases on the disk that the ledger has forgotten: out of the way with
  /// them, so that their numbers are free.
  private func setAsideUnknown(_ releases: ReleaseFolder, _ folder: ProgrammeName) throws {
    let latest = try place.ledger.latestRelease(of: programme)?.number ?? 0
    let unknown = try releases.numbers().filter { $0 > latest }
    guard !unknown.isEmpty else { return }
    if latest > 0 { try releases.makeCurrent(latest) }
    let aside = place.own("set-aside", "\(programme)-\(place.clock.now().milliseconds)")
    try FileManager.default.createDirectory(
      at: aside, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for number in unknown {
      try FileManager.default.moveItem(
        atPath: place.spool.path(ofRelease: number, of: folder),
        toPath: aside.appendingPathComponent(String(number)).path)
    }
    if latest == 0 {
      try? FileManager.default.removeItem(atPath: place.spool.path(of: .published(folder)) + "/current")
    }
    place.log.warning(
      "releases that the ledger does not know were set aside",
      metadata: ["to": "\(aside.path)", "count": "\(unknown.count)"])
  }

  private func releases() throws -> ReleaseFolder {
    guard let folder = programme.folder else {
      throw JobRefusal(["the programme's id begins with a point, so it can have no folder; change it"])
    }
    return ReleaseFolder(of: folder, in: place.spool)
  }
}
