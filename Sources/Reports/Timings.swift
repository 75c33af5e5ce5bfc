/// How long each part of a plan took: timings.json, kept apart so that the rest is the same bytes each run.
public struct Timings: Sendable, Equatable {
  /// Of making the pairs.
  public var pairing: Timing
  /// Of making the schedule.
  public var visits: Timing

  /// The timings of a plan.
  public init(pairing: Timing, visits: Timing) {
    self.pairing = pairing
    self.visits = visits
  }

  /// timings.json.
  public var file: ReportFile {
    let json = JSONValue.object([("pairing", pairing.json), ("visits", visits.json)])
    return ReportFile(name: "timings.json", bytes: json.bytes)
  }
}

/// How long one part of a plan took, in seconds.
public struct Timing: Sendable, Equatable {
  /// From the first row of the model to the answer.
  public var solving: Double
  /// From the request to the reply, starting the worker and checking included.
  public var wall: Double
  /// Until there was a first answer; `nil` where there was none.
  public var toFirst: Double?

  /// The timing of one part.
  public init(solving: Double, wall: Double, toFirst: Double? = nil) {
    self.solving = solving
    self.wall = wall
    self.toFirst = toFirst
  }

  var json: JSONValue {
    .object([
      ("seconds", .object([("solving", .decimal(solving, places: 3)), ("wall", .decimal(wall, places: 3))])),
      ("seconds_to_first", toFirst.map { .decimal($0, places: 3) } ?? .null),
    ])
  }
}
