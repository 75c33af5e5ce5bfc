import Domain
import Ledger
import Logging
import Solving
import Spool

/// The start: what an earlier run left is brought to its end.
extension Daemon {
  /// Brings everything to where it would be had nothing been interrupted.
  func recover() async throws {
    let moment = place.clock.now()
    try place.ledger.write(by: .daemon, at: moment) { try $0.note(.daemonStarted) }
    for (programme, _) in try place.ledger.programmes() {
      try Publishing(place: place, programme: programme).recover()
    }
    await callOffLeftovers()
    let back = try place.ledger.write(by: .daemon, at: moment) { try $0.recover() }
    for job in back {
      place.log.notice(
        "a job was under way", metadata: ["job": "\(job.id)", "now": "\(job.state.stage.rawValue)"])
    }
    if place.settings.isOnce { try endQuietTimes(after: Set(back.map(\.id))) }
    let leftovers = try place.spool.leftoverClaims()
    for sentence in leftovers.damaged { place.log.warning("\(sentence)") }
    for claim in leftovers.whole {
      do { try await FileIntake(place: place).take(claim) } catch { fail(error) }
    }
  }

  /// Jobs of Slurm that were under way for an earlier run; their work is done again.
  private func callOffLeftovers() async {
    do {
      let count = try await place.settings.slurm?.callOffLeftovers() ?? 0
      if count > 0 {
        place.log.notice("jobs of Slurm were under way and are called off", metadata: ["jobs": "\(count)"])
      }
    } catch {
      tell("Slurm does not say which jobs are left from before; they end by themselves: \(error)")
    }
  }

  /// A daemon that is to end by itself does not wait for quiet times: each waiting plan gives its place to one that is
  /// due. A job that waits after a failed try goes on waiting, unless a crash was what failed.
  func endQuietTimes(after crashed: Set<JobID>) throws {
    let now = place.clock.now()
    for job in try place.ledger.jobs(in: [.queued]) {
      guard case .queued(let due?, let error) = job.state, due > now, job.kind == .plan,
        error == nil || crashed.contains(job.id)
      else { continue }
      try place.ledger.write(by: .daemon, at: now) {
        _ = try $0.enqueue(
          NewJob(
            programme: job.programme, kind: .plan, priority: job.priority, request: job.request,
            basedOn: job.basedOn))
      }
    }
  }
}
