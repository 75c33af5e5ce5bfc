import Domain
import Testing

@testable import Ledger

extension Walk {
  mutating func moveJob() throws {
    guard !book.work.isEmpty else { return }
    // Mostly one that runs, or a late one; now and then any.
    let running = book.work.indices.filter { book.work[$0].state.stage == .running }
    let index =
      !running.isEmpty && dice.roll(3) > 0 ? running[dice.roll(running.count)] : dice.roll(book.work.count)
    let job = JobID(Int64(index + 1))
    let stage = book.work[index].state.stage
    let wasAsked = book.ended(index, else: .running(asked: nil)).stage != .running
    var tries = book.work[index].tries
    let target: JobState?
    let attempt: (LedgerTransaction) throws -> Job
    switch dice.roll(8) {
    case 0:
      target = stage == .running ? .done(summary: "s") : nil
      attempt = { try $0.finish(job, summary: "s") }
    case 1:
      target = stage == .running ? .failed(error: "f") : nil
      attempt = { try $0.fail(job, error: "f") }
    case 2:
      target = stage == .running ? .held(error: "h") : nil
      attempt = { try $0.hold(job, error: "h") }
    case 3, 4:
      let pause: Int64? = tries < 4 ? [30, 60, 120][max(0, tries - 1)] : nil
      let failed: JobState =
        pause.map { .queued(notBefore: now.adding(seconds: $0), lastError: "r") } ?? .held(error: "r")
      target = stage == .running ? book.ended(index, else: failed) : nil
      attempt = { try $0.retry(job, error: "r") }
    case 5:
      target = stage == .running ? book.ended(index, else: .queued(notBefore: nil, lastError: nil)) : nil
      if stage == .running && !wasAsked { tries -= 1 }
      attempt = { try $0.giveBack(job) }
    case 6:
      switch stage {
      case .queued, .held: target = .cancelled
      case .running: target = .running(asked: .cancel)
      case .done, .failed, .cancelled, .superseded: target = nil
      }
      attempt = { try $0.cancel(job) }
    default:
      if case .held(let error) = book.work[index].state {
        target = .queued(notBefore: nil, lastError: error)
        tries = 0
        attempt = { try $0.resume(job) }
      } else {
        target = stage == .running && wasAsked ? book.ended(index, else: .cancelled) : nil
        attempt = { try $0.stop(job) }
      }
    }
    // A prepared release keeps its job running.
    if let target, target.stage == .running || !book.hasOpenEdition(index) {
      let moved = try ledger.change(at: now) { try attempt($0) }
      #expect(moved.state == target)
      #expect(moved.tries == tries)
      book.work[index].state = target
      book.work[index].tries = tries
    } else {
      #expect(throws: LedgerError.self) { try ledger.change(at: now) { _ = try attempt($0) } }
    }
  }
}
