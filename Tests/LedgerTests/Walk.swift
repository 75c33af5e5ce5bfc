import Domain
import Testing

@testable import Ledger

/// A ledger and what it should hold.
struct Walk {
  let scratch = Scratch()
  var ledger: OpenLedger
  var book = Book()
  var dice: Dice
  var now: Timestamp = second(0)
  let programmes: [ProgrammeID] = [id("one"), id("two"), id("three")]

  init(seed: UInt64) throws {
    ledger = try scratch.open()
    dice = Dice(seed: seed)
  }

  mutating func step() throws {
    now = now.adding(seconds: Int64(dice.roll(40)))
    let programme = programmes[dice.roll(3)]
    switch dice.roll(20) {
    case 0..<5: try takeInput(programme)
    case 5: try refuseInput(programme)
    case 6..<9: try enqueue(programme)
    case 9..<12: try start()
    case 12..<15: try moveJob()
    case 15..<18: try release(programme)
    case 18: try crash()
    default: try reopen()
    }
  }

  mutating func takeInput(_ programme: ProgrammeID) throws {
    let text = "content \(dice.roll(400))"
    let there = book.current(programme)
    var changes: [RowChange] = []
    var stale = false
    for key in 0..<12 where dice.roll(4) == 0 {
      let row = person("p\(key)", "role \(dice.roll(3))", source: key % 3 == 0 ? "s" : "")
      let isThere = there.contains { $0.id == row.id }
      // One time in forty the change is made for a row that is not as the change believes.
      let believes = dice.roll(40) == 0 ? !isThere : isThere
      if believes != isThere { stale = true }
      changes.append(believes ? (dice.roll(3) == 0 ? .remove(row.id) : .replace(row)) : .insert(row))
    }
    let known = book.first(programme, text)
    let again = dice.roll(5) == 0
    let input = file(text, of: programme)
    if stale && (known == nil || again) {
      #expect(throws: LedgerError.self) {
        try ledger.write(by: .folder, at: now) {
          _ = try $0.recordInput(input, changes: changes, evenIfKnown: again)
        }
      }
      return
    }
    let outcome = try ledger.write(by: .folder, at: now) {
      try $0.recordInput(input, changes: changes, evenIfKnown: again)
    }
    if let known, !again {
      #expect(outcome == .duplicate(of: InputSequence(known)))
    } else {
      book.accept(programme, text, changes)
      #expect(outcome == .recorded(InputSequence(Int64(book.inputs.count))))
    }
  }

  mutating func refuseInput(_ programme: ProgrammeID) throws {
    let text = "content \(dice.roll(400))"
    let outcome = try ledger.write(by: .folder, at: now) {
      try $0.recordInput(refused(text, of: programme))
    }
    book.known.insert(programme)
    book.inputs.append((programme, text, false))
    #expect(outcome == .recorded(InputSequence(Int64(book.inputs.count))))
  }

  mutating func enqueue(_ programme: ProgrammeID) throws {
    let kind = JobKind.allCases[dice.roll(3)]
    let work = Book.Work(
      programme: programme, kind: kind, priority: dice.roll(3),
      notBefore: dice.roll(3) == 0 ? now.adding(seconds: Int64(dice.roll(100))).milliseconds : nil)
    let new = NewJob(
      programme: programme, kind: kind, priority: JobPriority(rawValue: work.priority) ?? .normal,
      notBefore: work.notBefore.map { Timestamp(milliseconds: $0) })
    guard book.known.contains(programme) else {
      #expect(throws: LedgerError.unknownProgramme(programme)) {
        try ledger.change { _ = try $0.enqueue(new) }
      }
      return
    }
    let id = try ledger.write(by: .commandLine, at: now) { try $0.enqueue(new) }
    book.enqueue(work)
    #expect(id == JobID(Int64(book.work.count)))
  }

  mutating func start() throws {
    let expected = book.next(at: now, limit: 2)
    let started = try ledger.change(at: now) { try $0.startNext(limit: 2) }
    #expect(started?.id.number == expected.map { Int64($0 + 1) })
    if let expected {
      book.work[expected].state = .running(asked: nil)
      book.work[expected].tries += 1
    }
  }

  mutating func release(_ programme: ProgrammeID) throws {
    let editions = book.editions[programme] ?? []
    if let last = editions.last, !last.isPublished {
      let number = editions.count
      if dice.roll(4) == 0 {
        try ledger.change(at: now) { try $0.drop(number, of: programme) }
        book.editions[programme]?.removeLast()
      } else {
        try ledger.change(at: now) { try $0.publish(number, of: programme, summary: "released") }
        book.editions[programme]?[number - 1].isPublished = true
        book.work[last.job].state = .done(summary: "released")
      }
      return
    }
    let job = book.work.indices.first {
      book.work[$0].programme == programme && book.work[$0].state.stage == .running
    }
    let standing = Dictionary(uniqueKeysWithValues: book.entries(programme).map { ($0.uid, $0) })
    var falls = false
    let entries = (0..<5).filter { _ in dice.roll(2) == 0 }.map { number in
      let uid = "visit-\(number)"
      let old = standing[uid]
      let rise = dice.roll(30) == 0 ? -1 : dice.roll(2)
      if old != nil, rise < 0 { falls = true }
      return CalendarEntry(
        uid: uid, sequence: old.map { max(0, $0.sequence + rise) } ?? 1, lastModified: now,
        digest: digest("\(dice.roll(50))"), cancelledSince: dice.roll(10) == 0 ? now : nil)
    }
    let new = NewRelease(
      programme: programme, job: JobID(Int64((job ?? 0) + 1)), plan: [1, 2, 3], feeds: [], entries: entries)
    if let job, !falls {
      let number = try ledger.change(at: now) { try $0.prepare(new) }
      book.editions[programme, default: []].append(Book.Edition(job: job, entries: entries))
      #expect(number == book.editions[programme]?.count)
    } else {
      #expect(throws: LedgerError.self) { try ledger.change(at: now) { _ = try $0.prepare(new) } }
    }
  }

  /// The daemon is gone without a word: all that runs is sorted out as at its next start.
  mutating func crash() throws {
    for programme in programmes {
      guard let last = book.editions[programme]?.last, !last.isPublished else { continue }
      let number = book.editions[programme]?.count ?? 0
      try ledger.change(at: now) { try $0.drop(number, of: programme) }
      book.editions[programme]?.removeLast()
    }
    let error = "the daemon ended while this job was running"
    for index in book.work.indices where book.work[index].state.stage == .running {
      let tries = book.work[index].tries
      let failed: JobState =
        tries < 4
        ? .queued(notBefore: now.adding(seconds: [30, 60, 120][tries - 1]), lastError: error)
        : .held(error: error)
      book.work[index].state = book.ended(index, else: failed)
    }
    _ = try ledger.change(at: now) { try $0.recover() }
  }

  mutating func reopen() throws {
    guard dice.roll(4) == 0 else { return }
    try ledger.close()
    ledger = try scratch.open(.refuse)
  }

  mutating func compare() throws {
    #expect(try ledger.check() == [])
    #expect(try ledger.jobs(limit: .max).reversed().map(\.state) == book.work.map(\.state))
    #expect(try ledger.jobs(limit: .max).reversed().map(\.tries) == book.work.map(\.tries))
    for programme in programmes {
      #expect(try ledger.currentRows(of: programme) == book.current(programme))
      let earlier = Int64(dice.roll(book.inputs.count + 1))
      #expect(
        try ledger.currentRows(of: programme, asOf: InputSequence(earlier))
          == book.current(programme, asOf: earlier))
      #expect(try ledger.entries(of: programme) == book.entries(programme))
      let published = (book.editions[programme] ?? []).map(\.isPublished)
      #expect(try ledger.releases(of: programme).map { $0.state != .prepared } == published)
      let fates = book.inputs.filter { $0.programme == programme }.map(\.accepted)
      #expect(try ledger.inputs(of: programme, limit: .max).map { $0.fate == .accepted } == fates)
    }
  }
}
