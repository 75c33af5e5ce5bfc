import Checking
import Domain
import Foundation
import Ledger
import Reports
import Solving

extension JobRunner {
  /// Plans, writes the result, and releases it where the policy is automatic.
  func plan() async throws {
    let began = place.clock.ticks()
    let made = try await PlanMaking(place: place, id: programme).make()
    try Task.checkCancellation()
    let people = try made.programme()
    let wall = Double(place.clock.ticks() - began) / 1e9
    let publishing = Publishing(place: place, programme: programme)
    let ready = try publishing.draft(made.plan, of: people, reasons: made.reasonsByVisit)
    // What is published at once is written as firm as it is published then.
    let isPublished = people.settings.publish.policy == .automatic
    let released = isPublished ? ready?.draft.released.plan : nil
    let shown = made.shown(released ?? made.plan)
    var files = try PlanFolder(people, shown, made.timings, wall: wall).files
    if let ready { files += ready.papers }
    let summary = Self.summary(shown)
    let store = DraftStore(place: place, programme: programme)
    guard let ready else {
      files.append(
        ("job.txt", Array("\(job.id) (plan): \(summary); nothing that is published changes\n".utf8)))
      try results.write(files)
      try store.remove()
      return try finish(summary + "; nothing that is published changes")
    }
    switch people.settings.publish.policy {
    case .automatic:
      files.append(("job.txt", Array("\(job.id) (plan): \(summary); \(ready.summary)\n".utf8)))
      try results.write(files)
      try store.remove()
      try publishing.publish(ready, for: job.id, basedOn: InputSequence(made.base))
    case .review:
      try results.write(files)
      try store.keep(made, of: job.id)
      try finish(summary + "; it waits for an order 'job: publish'")
    }
  }

  /// How a plan came out, in a line.
  static func summary(_ plan: Plan) -> String {
    let all = plan.visits.count + plan.unscheduled.count
    let visits = "\(plan.visits.count) of \(all) visits with a date"
    return plan.visitsQuality.isProven ? visits + ", proven best" : visits
  }

  /// Releases the newest plan that waits; under the policy automatic, where none waits, one that may also improve what
  /// is published.
  func publish() async throws {
    let store = DraftStore(place: place, programme: programme)
    guard let (made, from) = try store.newest() else { return try await improve() }
    let people = try current(for: made)
    let publishing = Publishing(place: place, programme: programme)
    guard let ready = try publishing.draft(made.plan, of: people, reasons: made.reasonsByVisit) else {
      try store.remove()
      return try finish("the plan of \(from) changes nothing that is published")
    }
    let papers = PlanFiles(programme: people, plan: made.shown(ready.draft.released.plan)).files
    try results.write(
      papers.map { ($0.name, $0.bytes) } + ready.papers + [
        ("job.txt", Array("\(job.id) (publish): the plan of \(from); \(ready.summary)\n".utf8))
      ])
    try publishing.publish(ready, for: job.id, basedOn: InputSequence(made.base))
    try store.remove()
  }

  private func improve() async throws {
    let now = try ProgrammeNow(programme, in: place)
    guard now.programme.settings.publish.policy == .automatic else {
      throw JobRefusal([
        "no plan waits to be published; drop an order 'job: plan', look at what it makes, then publish it"
      ])
    }
    let began = place.clock.ticks()
    let made = try await PlanMaking(place: place, id: programme, isImproving: true).make()
    try Task.checkCancellation()
    let people = try made.programme()
    let wall = Double(place.clock.ticks() - began) / 1e9
    let publishing = Publishing(place: place, programme: programme)
    let ready = try publishing.draft(made.plan, of: people, reasons: made.reasonsByVisit)
    let shown = made.shown(ready?.draft.released.plan ?? made.plan)
    var files = try PlanFolder(people, shown, made.timings, wall: wall).files
    let summary = Self.summary(shown) + "; " + (ready?.summary ?? "nothing that is published changes")
    files.append(("job.txt", Array("\(job.id) (publish): \(summary)\n".utf8)))
    if let ready { files += ready.papers }
    try results.write(files)
    guard let ready else { return try finish(summary) }
    try publishing.publish(ready, for: job.id, basedOn: InputSequence(made.base))
  }

  /// The programme that a waiting plan is published for: the one it was made from, after making sure that what came
  /// since leaves it sound.
  private func current(for made: MadePlan) throws -> Programme {
    let latest = try place.ledger.latestRelease(of: programme)?.number ?? 0
    guard latest == made.over else {
      throw JobRefusal([
        "another release has been published since the plan was made; drop an order 'job: plan' for a new one"
      ])
    }
    let people = try made.programme()
    let now = try ProgrammeNow(programme, in: place)
    let today = now.programme.settings.today
    if now.base.number == made.base, today == people.settings.today { return people }
    try demandFit(
      made.plan, in: now, known: KnownSchedule(now, in: place), schedule: people.schedule, what: "the plan")
    return people
  }

  /// Refuses a plan that says something else of visits than has happened, or was said, since, and one that breaks a rule
  /// in the programme as it is now, where `schedule` stands.
  private func demandFit(
    _ plan: Plan, in now: ProgrammeNow, known: KnownSchedule, schedule: [ScheduledVisit], what: String,
    isRestored: Bool = false
  ) throws {
    let lead =
      "\(what) does not fit what has come since"
      + (isRestored ? "" : "; drop an order 'job: plan' for a new one")
    func demandNone(_ faults: [String], _ lead: String) throws {
      guard faults.isEmpty else { throw JobRefusal([lead] + faults.prefix(20).map { "- \($0)" }) }
    }
    try demandNone(
      known.objections(to: plan, in: now.programme.settings, isRestored: isRestored), lead + ":")
    var held = now.programme
    held.schedule = schedule
    try demandNone(Checker(programme: held).breaches(of: plan).map(\.sentence), lead + ". What it breaks:")
  }

  /// Releases again what an earlier release said.
  func rollBack() throws {
    let number = request.release ?? 0
    guard let bytes = try place.ledger.plan(ofRelease: number, of: programme) else {
      throw LedgerError.unknownRelease(programme, number: number)
    }
    let now = try ProgrammeNow(programme, in: place)
    let known = try KnownSchedule(now, in: place)
    let before = try ReleasedPlan(bytes).plan
    let earlier = known.restoring(before)
    // What was confirmed since may be no more possible with what the release says of it.
    try demandFit(
      earlier, in: now, known: known,
      schedule: before.visits.compactMap { ScheduledVisit($0, in: now.programme) }
        .sorted { $0.id < $1.id },
      what: "release \(number)", isRestored: true)
    var people = now.programme
    people.schedule = known.visits
    let publishing = Publishing(place: place, programme: programme)
    guard
      let ready = try publishing.draft(earlier, of: people, reasons: [:], restores: number)
    else { return try finish("release \(number) is what is published already") }
    try results.write(
      ready.papers + [
        ("job.txt", Array("\(job.id) (rollback to release \(number)): \(ready.summary)\n".utf8))
      ])
    try publishing.publish(ready, for: job.id, basedOn: now.base, restores: number)
  }
}

extension MadePlan {
  /// Why each visit does not stay.
  var reasonsByVisit: [VisitID: String] {
    Dictionary(reasons.map { ($0.visit, $0.why) }) { first, _ in first }
  }
}
