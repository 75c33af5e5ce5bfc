import Domain
import WhatIf

/// One question about a schedule as several requests, for machines that work at a time.
extension WorkRequest {
  /// A request for each file of changes and, where every visit's delay is to be tried, `sweepParts` that share the visits
  /// between them. Each has the time that its question would have in one request; the answers are put together by
  /// `WhatIfReply.init(joining:)`. All files travel with each part, since who joins or withdraws in one question bears
  /// on how the schedule is read for all.
  public func whatIfParts(sweepParts: Int) -> [WorkRequest] {
    guard let whatIf else { return [self] }
    var parts = whatIf.changes.indices.map { WhatIf.Part.scenario($0) }
    let questions = parts.count + (whatIf.isSweep ? 1 : 0)
    if whatIf.isSweep {
      let count = max(1, sweepParts)
      parts += (0..<count).map { .delays(number: $0, of: count) }
    }
    guard parts.count > 1 else { return [self] }
    return parts.map { part in
      var request = self
      request.whatIf?.part = part
      request.timeLimit = timeLimit / Double(max(1, questions))
      return request
    }
  }
}

extension WorkRequest.WhatIf {
  /// The part of the questions that one worker answers.
  public enum Part: Codable, Sendable, Equatable {
    /// The question at this index.
    case scenario(Int)
    /// The delays of every visit whose place among them, divided by `of`, leaves `number`.
    case delays(number: Int, of: Int)
  }

  /// The indices of the questions that are to be answered.
  var scenarios: [Int] {
    switch part {
    case .scenario(let index): changes.indices.contains(index) ? [index] : []
    case .delays: []
    case nil: Array(changes.indices)
    }
  }

  /// Whether the delays of the visit at `place` among all are to be tried.
  func delays(visitAt place: Int) -> Bool {
    switch part {
    case .scenario: false
    case .delays(let number, let of): of > 0 && place % of == number
    case nil: isSweep
    }
  }

  /// Whether any delays are.
  var triesDelays: Bool {
    if case .scenario = part { false } else { isSweep }
  }
}

extension WhatIfReply {
  /// The answers to the parts of a question, in the order of the parts; `nil` where the workers do not agree on how the
  /// schedule stands.
  public init?(joining parts: [WhatIfReply]) {
    guard let first = parts.first, parts.allSatisfy({ $0.before == first.before }) else { return nil }
    var places: [VisitID: Int] = [:]
    for (place, visit) in first.before.visits.enumerated() { places[visit.id] = place }
    let slips = parts.flatMap(\.slips).sorted { one, other in
      (places[one.visit] ?? 0, one.weeks) < (places[other.visit] ?? 0, other.weeks)
    }
    self.init(before: first.before, scenarios: parts.flatMap(\.scenarios), slips: slips)
  }
}
