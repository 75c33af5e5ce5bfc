import Domain
import Foundation
import Ledger
import Logging
import Spool

/// One turn: everything that has come to rest is taken, and what is due is started.
extension Daemon {
  /// Looks once at everything; whether anything was done.
  func turn() async -> Bool {
    var hasDone = false
    hasFailed = false
    do {
      try obeyOrders()
      for ready in try look() where !isStopping {
        hasDone = await attend(to: ready) || hasDone
      }
      if !hasDone {
        try serveFeeds()
        try tidy()
      }
      try endUnwanted()
      try adoptOrphans()
      if !isStopping { hasDone = try startJobs() || hasDone }
      if !hasFailed, watch.watched == 0 { failures = 0 }
    } catch {
      fail(error)
    }
    return hasDone
  }

  func fail(_ error: any Error) {
    failures += 1
    hasFailed = true
    tell("the daemon goes on, but something failed: \(error)")
  }

  func tell(_ sentence: String) {
    if told.insert(sentence).inserted { place.log.warning("\(sentence)") }
  }

  /// What has come to rest in the incoming folders.
  func look() throws -> [SettleWatch.Ready] {
    for programme in try place.spool.programmes() where !prepared.contains(programme) {
      do {
        try place.spool.prepare(programme)
        prepared.insert(programme)
      } catch let refusal as SpoolRefusal {
        for problem in refusal.problems { tell(problem) }
      }
    }
    let scan = try SpoolScan(of: place.spool)
    for sentence in scan.strays + scan.crowded + scan.unread { tell(sentence) }
    let stuck = try place.spool.stuckFiles()
    if stuck.count > 0 { try place.spool.forgetStuckFiles(missingFrom: scan) }
    let sightings = scan.sightings.filter { prepared.contains($0.programme) && !stuck.contains($0) }
    return watch.observe(sightings, at: place.clock.ticks())
  }

  func attend(to ready: SettleWatch.Ready) async -> Bool {
    do {
      switch ready {
      case .refused(let sighting, let refusal): return try refuse(sighting, refusal)
      case .file(let sighting):
        switch try place.spool.claim(sighting) {
        case .claimed(let claim):
          try await FileIntake(place: place).take(claim)
          failures = 0
          return true
        case .unsettled:
          watch.unsettle(sighting)
          return false
        case .vanished: return false
        case .refused(let refusal): return try refuse(sighting, refusal)
        }
      }
    } catch {
      fail(error)
      return false
    }
  }

  func refuse(_ sighting: Sighting, _ refusal: Refusal) throws -> Bool {
    switch try place.spool.refuse(sighting, why: refusal.sentence + "\n") {
    case .moved:
      place.log.info("refused", metadata: ["programme": "\(sighting.programme)"])
      return true
    case .stuck(let reason):
      tell("something that was refused cannot be moved out of incoming (\(reason)); take it away by hand")
      return true
    case .gone: return false
    }
  }

  /// Gives new calendars their links. The releases are published whatever becomes of it, and it is tried again.
  func serveFeeds() throws {
    guard place.settings.feeds != nil else { return }
    for (programme, _) in try place.ledger.programmes() {
      do { try FeedDesk(place: place).serve(programme) } catch { tell("feeds are not served: \(error)") }
    }
  }

  func tidy() throws {
    guard let rule = retentionDue() else { return }
    try place.ledger.write(by: .daemon, at: place.clock.now()) { _ = try $0.prune(rule) }
    for (programme, _) in try place.ledger.programmes() {
      guard running.isEmpty, let folder = programme.folder else { continue }
      _ = try ReleaseFolder(of: folder, in: place.spool).keepLast(rule.plans)
    }
    removeDrafts()
  }

  /// What programs of ours began to hand over and were stopped at. Files have the machine's time.
  private func removeDrafts() {
    let moment = (DaemonClock.system.now().milliseconds - Self.draftLifetime) * 1_000_000
    for programme in prepared.sorted() {
      do {
        let count = try place.spool.removeDrafts(of: programme, untouchedSince: moment)
        guard count > 0 else { continue }
        place.log.info(
          "files that were never handed over whole are removed",
          metadata: ["programme": "\(programme)", "files": "\(count)"])
      } catch {
        tell("what was left in \(place.spool.path(of: .drafts(programme))) stays there: \(error)")
      }
    }
  }

  /// Milliseconds for which a file may be on its way in; maildir allows the same 36 hours.
  private static let draftLifetime: Int64 = 36 * 3600 * 1000

  /// Once a day.
  func retentionDue() -> RetentionRule? {
    let day = place.clock.now().localDay.number
    guard prunedOn != day else { return nil }
    prunedOn = day
    return RetentionRule()
  }
}
