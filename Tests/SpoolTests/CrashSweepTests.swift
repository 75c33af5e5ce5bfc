import Foundation
import Spool
import Synchronization
import Testing

/// The daemon's way from dropped files to a release, ended or hindered at every call of the operating system.
///
/// Whatever happens, one quiet run afterwards must leave exactly what a run without any fault leaves: every file in
/// its place, every receipt, one release, no draft; and what was recorded, recorded once.
@Suite struct CrashSweepTests {
  /// How a call goes wrong.
  enum Fault: String, CaseIterable, Sendable {
    case crash, powerCut, fullDisk, badDisk, tooManyFiles

    /// What fails with it; nil where everything ends.
    var code: Int32? {
      switch self {
      case .crash, .powerCut: nil
      case .fullDisk: ENOSPC
      case .badDisk: EIO
      case .tooManyFiles: EMFILE
      }
    }

    /// Whether a call can meet with it; a power cut that loses nothing is a crash.
    func happens(at called: RiggedFileSystem.Called) -> Bool {
      let call = called.call
      return switch self {
      case .crash: true
      case .powerCut: called.hasUnsynced
      case .fullDisk: [.open, .write, .sync, .makeFolder, .rename, .link, .makeLink].contains(call)
      case .badDisk: ![.open, .makeLink].contains(call)
      case .tooManyFiles: [.open, .list].contains(call)
      }
    }
  }

  @Test(arguments: Fault.allCases)
  func wentWrongAtAnyCallTheNextRunEndsWhereItShould(fault: Fault) throws {
    let target = try Outcome(fault: { _ in })
    #expect(target.files.openCount == 0)
    #expect(target.files.trace.count > 200)
    for (index, called) in target.files.trace.enumerated() where fault.happens(at: called) {
      let here = try Outcome(losesUnsynced: fault == .powerCut) { step in
        guard step.number == index + 1 else { return }
        guard let code = fault.code else { throw Crash() }
        throw SystemFault(step.call, code)
      }
      here.expectSame(as: target, "\(fault) at call \(index + 1), \(called.call)")
    }
  }

  /// The disk fills at a call and stays full over three runs; then there is space again.
  @Test func aDiskThatStaysFullLosesNothing() throws {
    let target = try Outcome(fault: { _ in })
    let growing: Set<SystemFault.Call> = [.write, .makeFolder, .link, .makeLink, .rename]
    for (index, called) in target.files.trace.enumerated() where growing.contains(called.call) {
      let here = try Outcome(runsWithFault: 3) { step in
        if step.number > index, growing.contains(step.call) { throw SystemFault(step.call, ENOSPC) }
      }
      here.expectSame(as: target, "full from call \(index + 1), \(called.call)")
    }
  }

  /// Crashed at one call, and crashed again at another while recovering.
  @Test func crashedWhileRecoveringItRecoversFromThatToo() throws {
    let target = try Outcome(fault: { _ in })
    for first in stride(from: 3, to: target.files.trace.count, by: 97) {
      for second in stride(from: 1, to: target.files.trace.count, by: 37) {
        let here = try Outcome(fault: { if $0.number == first { throw Crash() } }) { step in
          if step.number == second { throw Crash() }
        }
        here.expectSame(as: target, "crashed at calls \(first) and \(second)")
      }
    }
  }
}

/// What is left after runs with a fault and one without.
private struct Outcome {
  let files: RiggedFileSystem
  let tree: [String: String]
  let records: [String]
  /// What was wrong with what a reader saw through `current` right after the fault; nothing, if all is well.
  let readers: [String]
  /// What people saw in `accepted` and `rejected` right after the fault, hidden drafts aside.
  let seen: [String: String]

  init(
    losesUnsynced: Bool = false, runsWithFault: Int = 1,
    fault: @escaping @Sendable (RiggedFileSystem.Step) throws -> Void,
    recovering: (@Sendable (RiggedFileSystem.Step) throws -> Void)? = nil
  ) throws {
    let scratch = try Scratch()
    try Self.lay(scratch)
    let ledger = TestLedger()
    files = RiggedFileSystem(losesUnsynced: losesUnsynced, fault)
    var readers: [String] = []
    var seen: [String: String] = [:]
    for _ in 0..<runsWithFault {
      try? Day(root: SpoolRoot(scratch.path, on: files), programme: scratch.programme, ledger: ledger).run()
      if let fault = try Self.fault(ofReading: scratch) { readers.append(fault) }
      for folder in ["accepted/ilcop", "rejected/ilcop"] {
        for (name, content) in try scratch.tree(folder) where !name.hasPrefix(".") {
          seen["\(folder)/\(name)"] = content
        }
      }
    }
    if let recovering {
      let again = RiggedFileSystem(losesUnsynced: losesUnsynced, recovering)
      try? Day(root: SpoolRoot(scratch.path, on: again), programme: scratch.programme, ledger: ledger).run()
    }
    let plain = RiggedFileSystem()
    try Day(root: SpoolRoot(scratch.path, on: plain), programme: scratch.programme, ledger: ledger).run()
    tree = try scratch.tree()
    records = ledger.all
    self.readers = readers
    self.seen = seen
  }

  func expectSame(as target: Outcome, _ fault: String) {
    #expect(files.openCount == 0, "\(fault)")
    #expect(readers == [], "\(fault)")
    // Not everything is there yet, but what is there is whole.
    #expect(seen.filter { target.tree[$0.key] != $0.value } == [:], "\(fault)")
    #expect(tree == target.tree, "\(fault)")
    #expect(records == target.records, "\(fault)")
  }

  /// A published release, a file accepted earlier, and new things: three files, a link, and a file too large.
  private static func lay(_ scratch: Scratch) throws {
    let root = try scratch.prepared(on: RiggedFileSystem())
    let folder = ReleaseFolder(of: scratch.programme, in: root)
    try folder.write(1, Day.release(1))
    try folder.makeCurrent(1)
    try scratch.write("earlier", to: "accepted/ilcop/teams.csv")
    try scratch.write("team_id\nR0A\n", to: "incoming/ilcop/teams.csv")
    try scratch.write("person_id\n", to: "incoming/ilcop/new/people.csv")
    try scratch.write("bad", to: "incoming/ilcop/bad.csv")
    try scratch.write(String(repeating: "x", count: 101), to: "incoming/ilcop/large.csv")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/incoming/ilcop/link.csv", withDestinationPath: "/etc/passwd")
  }

  private static func fault(ofReading scratch: Scratch) throws -> String? {
    let seen = try scratch.tree("published/ilcop/current/feeds")
    let whole = [1, 2].map { ["team.ics": "release \($0)", "more": "/", "more/person.ics": "person \($0)"] }
    return whole.contains(seen) ? nil : "\(seen)"
  }
}

/// What the daemon does with the spool, in its order, and nothing else of it.
private struct Day {
  let root: SpoolRoot
  let programme: ProgrammeName
  let ledger: TestLedger

  static func release(_ number: Int) -> [ReleaseFile] {
    [
      ReleaseFile(path: "feeds/team.ics", bytes: Array("release \(number)".utf8)),
      ReleaseFile(path: "feeds/more/person.ics", bytes: Array("person \(number)".utf8)),
    ]
  }

  func run() throws {
    for claim in try root.leftoverClaims().whole { try finish(claim) }
    let scan = try SpoolScan(of: root)
    var watch = SettleWatch(settle: 5)
    _ = watch.observe(scan.sightings, at: 0)
    let stuck = try root.stuckFiles()
    for ready in watch.observe(scan.sightings, at: 5) where !stuck.contains(ready.sighting) {
      switch ready {
      case .refused(let sighting, let refusal): _ = try root.refuse(sighting, why: refusal.sentence)
      case .file(let sighting):
        switch try root.claim(sighting, sizeLimit: 100) {
        case .claimed(let claim): try finish(claim)
        case .refused(let refusal): _ = try root.refuse(sighting, why: refusal.sentence)
        case .unsettled, .vanished: continue
        }
      }
    }
    let folder = ReleaseFolder(of: programme, in: root)
    try folder.write(2, Self.release(2))
    try folder.makeCurrent(2)
    _ = try folder.keepLast(1)
  }

  private func finish(_ claim: ClaimedFile) throws {
    let text = try String(contentsOfFile: claim.path, encoding: .utf8)
    let verdict: Verdict = text == "bad" ? .rejected : .accepted
    ledger.record(claim)
    let settled = try root.settle(claim, as: verdict)
    try root.write(
      Receipt(kind: verdict == .accepted ? .receipt : .why, text: "Read: \(text)"), beside: settled.name,
      as: verdict, of: programme)
    try root.drop(claim)
  }
}

/// A ledger that outlives every crash and takes each claim once.
private final class TestLedger: Sendable {
  private let records = Mutex<[ClaimID: String]>([:])

  func record(_ claim: ClaimedFile) {
    records.withLock { $0[claim.id] = "\(claim.name) \(claim.sha256)" }
  }

  var all: [String] { records.withLock { $0.values.sorted() } }
}
