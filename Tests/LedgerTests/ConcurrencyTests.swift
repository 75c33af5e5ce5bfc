import Testing

@testable import Ledger

@Suite("Several at once")
struct ConcurrencyTests {
  @Test("Changes from many tasks go one at a time, none is lost, and no two get one number")
  func writers() async throws {
    let scratch = Scratch()
    let ledger = try scratch.open()
    let sequences = try await withThrowingTaskGroup(of: [InputSequence].self) { group in
      for task in 0..<8 {
        group.addTask {
          try (0..<25).map { number in
            let outcome = try ledger.change { try $0.recordInput(file("\(task) \(number)")) }
            guard case .recorded(let sequence) = outcome else { return InputSequence(0) }
            return sequence
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(sequences.sorted() == (1...200).map { InputSequence($0) })
    #expect(try ledger.check() == [])
  }

  @Test("A job is started once, however many ask for the next")
  func starters() async throws {
    let scratch = Scratch()
    let ledger = try scratch.open()
    let programmes = (0..<20).map { number in ProgrammeIDs.numbered(number) }
    try ledger.change { change in
      for programme in programmes {
        try change.know(programme)
        _ = try change.enqueue(NewJob(programme: programme, kind: .merge))
      }
    }
    let started = try await withThrowingTaskGroup(of: [JobID].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var mine: [JobID] = []
          while let job = try ledger.change({ try $0.startNext(limit: 12) }) { mine.append(job.id) }
          return mine
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(started.sorted() == (1...12).map { JobID($0) })
    #expect(try ledger.check() == [])
  }

  @Test("A look from outside sees whole changes only, while somebody writes")
  func viewer() async throws {
    let scratch = Scratch()
    let ledger = try scratch.open()
    try ledger.change { try $0.know(ilcop) }
    let viewer = try LedgerViewer(scratch.folder, hashing: mix)
    let writing = Task.detached {
      for number in 0..<100 {
        try ledger.change { change in
          _ = try change.recordInput(file("\(number)"), changes: [.insert(person("a\(number)", "manager"))])
          _ = try change.recordInput(file("\(number)!"), changes: [.insert(person("b\(number)", "other"))])
        }
      }
    }
    for _ in 0..<50 { #expect(try viewer.currentRows(of: ilcop).count % 2 == 0) }
    try await writing.value
    #expect(try viewer.currentRows(of: ilcop).count == 200)
  }
}
