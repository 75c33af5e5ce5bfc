/// timings.json of a comparison: how long each question took, apart from the rest so that the rest is the same bytes
/// each run.
public struct ComparisonTimings: Sendable {
  /// The file.
  public let file: ReportFile

  /// The seconds of search of each question by name, in their order.
  public init(scenarios: [(name: String, seconds: Double)]) {
    let json = JSONValue.object([
      (
        "scenarios",
        .array(
          scenarios.map { scenario in
            .object([
              ("name", .string(scenario.name)), ("seconds", .decimal(scenario.seconds, places: 6)),
            ])
          })
      )
    ])
    file = ReportFile(name: "timings.json", bytes: json.bytes)
  }
}
