import Foundation
import Testing

@testable import Solving

/// The worker asked to write a model down.
@Suite(.timeLimit(.minutes(2)))
struct ExportWorkerTests {
  private let worker = WorkerProcess(executable: Binary.path, limits: .ample)

  @Test func `the answer is the text`() async throws {
    var request = try Tutorial.request(.export)
    request.export = WorkRequest.Export(model: .pairing, format: .lp)
    guard case .model(let text) = try await worker.answer(to: request) else {
      Issue.record("no model")
      return
    }
    #expect(
      String(decoding: text, as: UTF8.self).hasPrefix("\\ pairing of tutorial, see models/pairing.mod\n"))
  }

  @Test func `a request that does not say what to write fails`() async throws {
    guard case .failed(let why) = try await worker.answer(to: Tutorial.request(.export)) else {
      Issue.record("not failed")
      return
    }
    #expect(why == "the request does not say what to export")
  }

  @Test func `the largest text allowed fits a reply, each byte of it escaped`() {
    let encoded = (ExportJob.mostBytes + 2) / 3 * 4
    // One letter of base 64 in sixty-four is a slash, which JSON writes as two bytes.
    #expect(encoded + encoded / 32 + 1000 < WorkerLimits(timeLimit: 1).replyBytes)
  }
}
