/// How long each part of a plan, or of a pairing alone, took: timings.json, kept apart so that the rest is the same
/// bytes each run.
public struct Timings: Sendable, Equatable {
  /// Of making the pairs.
  public var pairing: Timing
  /// Of making the schedule; `nil` where none was asked for.
  public var visits: Timing?

  /// The timings of a plan, or without `visits` those of a pairing.
  public init(pairing: Timing, visits: Timing? = nil) {
    self.pairing = pairing
    self.visits = visits
  }

  /// timings.json.
  public var file: ReportFile {
    let parts = [("pairing", pairing.json)] + (visits.map { [("visits", $0.json)] } ?? [])
    return ReportFile(name: "timings.json", bytes: JSONValue.object(parts).bytes)
  }
}

/// How long one part of a plan took, in seconds.
public struct Timing: Sendable, Equatable {
  /// In the solver: of a pairing, from the list of scored pairs to the answer; of a schedule, from the options of
  /// all visits.
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
      ("seconds", .object([("solving", .decimal(solving, places: 6)), ("wall", .decimal(wall, places: 6))])),
      ("seconds_to_first", toFirst.map { .decimal($0, places: 6) } ?? .null),
    ])
  }
}
