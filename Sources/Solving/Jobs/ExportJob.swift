import Algebra
import Domain
import Foundation
import Opportunities
import Pairing
import Visits

/// From a programme's files to the text of a whole model, for other solvers: read, survey, pair as far as the
/// model needs it, and write down. Runs inside a worker, as `PlanJob` does, and takes its steps.
struct ExportJob {
  let planning: PlanJob
  let wish: WorkRequest.Export

  func run() -> WorkReply {
    do {
      let text: String
      switch wish.model {
      case .pairing:
        guard let pairing = try pairing() else { return .unproven(PlanJob.noProvenPairing) }
        text = try self.text(pairing.model(), data: pairing.data, legend: [])
      case .visits:
        guard let visits = try visits() else { return .unproven(PlanJob.noProvenPairing) }
        text = try self.text(visits.model(), data: visits.data, legend: visits.legend)
      }
      let bytes = Data(text.utf8)
      guard bytes.count <= Self.mostBytes else {
        return .refused([
          "error: the text of the model has \(bytes.count) bytes, and \(Self.mostBytes) at most can be passed on; "
            + "export a smaller programme, or fewer pairs with --pairs"
        ])
      }
      return .model(bytes)
    } catch {
      return WorkReply(endedBy: error)
    }
  }

  /// What fits a reply of `WorkerLimits.replyBytes` once it is written in base 64 inside JSON, with room to spare.
  static let mostBytes = 160 << 20

  /// The pairing model; `nil` where it takes a proven answer and none was proven in the time.
  private func pairing() throws -> PairingReference? {
    var programme = try planning.readProgramme()
    let table = planning.survey(programme)
    let problem = try PairingProblem(programme, table)
    guard try problem.referenceNeedsAnswer else { return try PairingReference(problem, answer: nil) }
    var timings = PlanTimings()
    let answer = try planning.pair(&programme, table, &timings)
    guard answer.quality.isProven else { return nil }
    return try PairingReference(problem, answer: answer)
  }

  /// The visits of the pairs that a plan would choose, or that are given; `nil` where they are not proven.
  private func visits() throws -> VisitsReference? {
    var programme = try planning.readProgramme()
    let table = planning.survey(programme)
    var timings = PlanTimings()
    let answer = try planning.pair(&programme, table, &timings)
    guard answer.quality.isProven else { return nil }
    return VisitsReference(planning.visitsProblem(table, answer))
  }

  /// A legend goes above the model as comments, where the text has no other place for it.
  private func text(_ model: Model, data: String, legend: [String]) -> String {
    func commented(_ mark: String) -> String { legend.map { "\(mark) \($0)\n" }.joined() }
    return switch wish.format {
    case .lp: commented("\\") + model.lpText
    case .mps: commented("*") + model.mpsText
    case .mathprog: data
    }
  }
}
