import Foundation
@preconcurrency import Glibc

/// The worker's side: one request in, one reply out, then the end.
///
/// Reads a line of JSON from standard input, writes lines of JSON to standard output. Its parent keeps the
/// input open: when that closes, the parent is gone, and so is the worker at once. Where the parent is on another
/// machine, both are files, and so is the sign that it lives.
public enum WorkerMain {
  /// Where a worker finds its request, if not on its standard input.
  public struct Exchange {
    /// The folder that it shares with its parent.
    public var folder: String
    /// Bytes that a file of it may have.
    public var fileBytes: Int
    /// Seconds without a sign of its parent's life after which it ends.
    public var unattendedSeconds: Int

    /// An exchange by way of `folder`.
    public init(folder: String, fileBytes: Int, unattendedSeconds: Int) {
      self.folder = folder
      self.fileBytes = fileBytes
      self.unattendedSeconds = unattendedSeconds
    }
  }

  /// Does one job and returns the process's exit status.
  public static func run(memory: UInt64, cpuSeconds: Int, exchange: Exchange? = nil) -> Int32 {
    WorkerLimits.bindThisProcess(memory: memory, cpuSeconds: cpuSeconds)
    if let exchange {
      WorkerLimits.bindFiles(bytes: exchange.fileBytes)
      let folder = WorkFolder(at: exchange.folder)
      folder.dieUnattended(after: exchange.unattendedSeconds)
      guard folder.becomeStandardStreams() else {
        FileHandle.standardError.write(Data("the folder with the request cannot be worked in\n".utf8))
        return 66
      }
    }
    guard let line = readLine(), let request = try? JSONDecoder().decode(WorkRequest.self, from: line) else {
      FileHandle.standardError.write(Data("the request cannot be read\n".utf8))
      return 65
    }
    if exchange == nil { dieWithParent() }
    let start = ContinuousClock.now
    func seconds() -> Double {
      let parts = (ContinuousClock.now - start).components
      return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }
    let planning = PlanJob(request: request, seconds: seconds) { _ = send(.progress($0)) }
    let reply = reply(to: request, planning)
    return send(.reply(reply)) ? 0 : 74
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

  @discardableResult
  private static func send(_ message: WorkMessage) -> Bool {
    do {
      var data = try JSONEncoder().encode(message)
      data.append(UInt8(ascii: "\n"))
      try FileHandle.standardOutput.write(contentsOf: data)
      return true
    } catch {
      // Nobody to tell where the parent is gone; it is the log of a worker on another machine.
      FileHandle.standardError.write(Data("a message could not be written: \(error)\n".utf8))
      return false
    }
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
