import Foundation
@preconcurrency import Glibc

/// The worker's side: one request in, one reply out, then the end.
///
/// Reads a line of JSON from standard input, writes lines of JSON to standard output. Its parent keeps the
/// input open: when that closes, the parent is gone, and so is the worker at once.
public enum WorkerMain {
  /// Does one job and returns the process's exit status.
  public static func run(memory: UInt64, cpuSeconds: Int) -> Int32 {
    WorkerLimits.bindThisProcess(memory: memory, cpuSeconds: cpuSeconds)
    guard let line = readLine(), let request = try? JSONDecoder().decode(WorkRequest.self, from: line) else {
      FileHandle.standardError.write(Data("the request cannot be read\n".utf8))
      return 65
    }
    dieWithParent()
    let start = ContinuousClock.now
    func seconds() -> Double {
      let parts = (ContinuousClock.now - start).components
      return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }
    let planning = PlanJob(request: request, seconds: seconds) { send(.progress($0)) }
    let reply = reply(to: request, planning)
    send(.reply(reply))
    return 0
  }

  private static func reply(to request: WorkRequest, _ planning: PlanJob) -> WorkReply {
    switch request.job {
    case .plan, .pair: return planning.run()
    case .export:
      guard let wish = request.export else { return .failed("the request does not say what to export") }
      return ExportJob(planning: planning, wish: wish).run()
    case .whatIf: return WhatIfJob(planning: planning).run()
    case .take: return TakeJob(request: request).run()
    case .explain:
      guard let visit = request.visit else { return .failed("the request does not say what to explain") }
      return ExplainJob(planning: planning, visit: visit).run()
    }
  }

  private static func send(_ message: WorkMessage) {
    guard var data = try? JSONEncoder().encode(message) else { return }
    data.append(UInt8(ascii: "\n"))
    // Nobody to tell: the parent is gone, and this process is about to be.
    try? FileHandle.standardOutput.write(contentsOf: data)
  }

  private static func readLine() -> Data? {
    var line = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return nil }
      if let end = buffer[..<count].firstIndex(of: UInt8(ascii: "\n")) {
        line.append(contentsOf: buffer[..<end])
        return line
      }
      line.append(contentsOf: buffer[..<count])
    }
  }

  /// Ends this process as soon as the parent's end of standard input closes, whatever else is running.
  private static func dieWithParent() {
    Thread.detachNewThread {
      var byte: UInt8 = 0
      var count = 0
      repeat { count = read(0, &byte, 1) } while count > 0 || (count < 0 && errno == EINTR)
      _exit(1)
    }
  }
}
