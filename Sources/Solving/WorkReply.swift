public import Domain
public import Foundation
import Intake
import Pairing

/// What a worker answers.
public enum WorkReply: Codable, Sendable {
  /// A plan, to be checked before anybody sees it.
  case plan(Plan, PlanTimings)
  /// A plan, and why published visits do not stay where they were.
  case replanned(Plan, PlanTimings, [WhatIfReply.Reason])
  /// What a dropped file is and does.
  case taken(TakeReply)
  /// A model as text.
  case model(Data)
  /// What becomes of a schedule, to be checked before anybody sees it.
  case whatIf(WhatIfReply)
  /// What is to be said of one visit.
  case explanation(VisitExplanation)
  /// The input was refused, line by line.
  case refused([String])
  /// No pairing was proven best in the time.
  case unproven(String)
  /// The solver failed; the sentence says how.
  case failed(String)
}

extension WorkReply {
  /// What a job that threw answers: a refusal where the input is to blame, else a failure.
  init(endedBy error: any Error) {
    switch error {
    case let rejection as IntakeRejection: self = .refused(rejection.diagnostics.map(\.description))
    case let refusal as PairingRefusal: self = .refused(["error: \(refusal)"])
    case let failure as Failure: self = .failed(failure.why)
    default: self = .failed(String(describing: error))
    }
  }

  /// Something that a request lacks.
  struct Failure: Error {
    let why: String
  }
}

/// How long the parts of a plan took, in seconds.
public struct PlanTimings: Codable, Sendable, Equatable {
  /// Pairing.
  public var pairing = Part()
  /// Scheduling.
  public var visits = Part()
  /// The table of opportunities.
  public var opportunities = 0.0

  /// One part.
  public struct Part: Codable, Sendable, Equatable {
    /// In the solver.
    public var solving = 0.0
    /// From its beginning to its end.
    public var wall = 0.0
    /// Until the first answer.
    public var toFirst = 0.0

    /// Nothing yet.
    public init() {}
  }

  /// Nothing yet.
  public init() {}
}

/// How far a worker has come.
public struct WorkProgress: Codable, Sendable {
  /// What it is doing, for people.
  public var phase: String
  /// The best objective so far, in clinician-minutes.
  public var best: Int?
  /// What no answer can beat.
  public var bound: Int?
  /// Seconds since the start.
  public var seconds: Double
}

/// A line from a worker to its parent.
enum WorkMessage: Codable, Sendable {
  case progress(WorkProgress)
  case reply(WorkReply)
}
