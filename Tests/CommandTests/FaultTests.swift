import Fixtures
import Foundation
import Testing

/// A worker that fails: the parent lives on, says so, keeps the log, and leaves everything as it was.
@Suite(.timeLimit(.minutes(2)))
struct FaultTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
  }

  @Test func `a worker that runs out of memory is a fault with a log, and the earlier plan stays`()
    async throws
  {
    _ = try await place.counterpart("plan", "tutorial", "--out", "out")
    let before = try place.files(in: "out")
    let outcome = try await place.counterpart("plan", "tutorial", "--memory-limit", "1", "--out", "out")
    #expect(outcome.status == 70)
    #expect(outcome.output == "")
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("error: the worker process ended without an answer (signal "))
    #expect(
      outcome.errors.hasSuffix("); nothing was written; its log is in \(place.path("out.worker.log"))\n"))
    #expect(try !place.text("out.worker.log").isEmpty)
    #expect(try place.files(in: "out") == before)
    #expect(try place.names() == ["out", "out.worker.log", "tutorial"])
  }

  @Test func `without --out the end of the log is shown, and no stack trace`() async throws {
    for command in ["plan", "pair"] {
      let outcome = try await place.counterpart(command, "tutorial", "--memory-limit", "1")
      #expect(outcome.status == 70)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("; the end of its log:\n"))
      #expect(!outcome.errors.contains("stack trace") && !outcome.errors.contains("0x"))
    }
    #expect(try place.names() == ["tutorial"])
  }

  @Test func `nobody reading what is printed does not stop the plan from being written`() async throws {
    let script = "'\(Workplace.program)' plan tutorial --out out 2>&1 | :"
    _ = try await place.run("/bin/sh", ["-c", script])
    #expect(try place.files(in: "out").count == TutorialFolder.planFiles)
    #expect(try place.names() == ["out", "tutorial"])
  }

  @Test func `a disk that is full leaves the earlier plan and no draft`() async throws {
    _ = try await place.counterpart("plan", "tutorial", "--out", "out")
    let before = try place.files(in: "out")
    // Files of at most one block: the first larger one cannot be written.
    let script = "trap '' XFSZ; ulimit -f 1; exec '\(Workplace.program)' plan tutorial --out out"
    let outcome = try await place.run("/bin/sh", ["-c", script])
    #expect(outcome.status == 70)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("out: error: the plan cannot be written ("))
    #expect(outcome.errors.hasSuffix("); free some space, or choose another --out\n"))
    #expect(try place.files(in: "out") == before)
    #expect(try place.names() == ["out", "tutorial"])
  }

  @Test func `a terminal sees progress, and nothing of it stays`() async throws {
    let script = "stty cols 100 2>/dev/null; '\(Workplace.program)' plan tutorial"
    let outcome = try await place.run("/usr/bin/env", ["TERM=xterm", "script", "-qec", script, "/dev/null"])
    #expect(outcome.status == 0)
    let parts = outcome.output.components(separatedBy: "\r\u{1B}[K")
    #expect(parts.count > 3)
    #expect(parts.dropFirst().first?.hasPrefix("opportunities ") == true)
    #expect(parts.last?.hasPrefix("Tutorial\r\n") == true)
    for line in parts.dropLast() { #expect(line.count < 80) }
  }
}
