import Domain

/// programme.yaml of a drawn programme: the required keys, the indicators and today, and what a benchmark limits.
struct ProgrammeText {
  let teams: Int
  let seed: UInt64
  let dates: ProgrammeDates
  let bench: BenchProfile?

  var file: GeneratedFile { GeneratedFile(name: "programme.yaml", text: text) }

  private var text: String {
    """
    # A made-up programme: \(teams) teams drawn from seed \(seed). \(places) are real; hospitals, people,
    # results and diaries are not. Every setting that is not given here has the value that
    # `counterpart check --show-defaults` prints.
    id: \(kind)-\(teams)-\(seed)
    name: \(title) of \(teams) teams
    time_zone: Europe/London
    visits_from: \(dates.visitsFrom)
    visits_to: \(dates.visitsTo)
    today: \(dates.today)
    bank_holidays: england
    pairing:
      indicators:
    \(DrawnIndicator.all.map(Self.line).joined(separator: "\n"))

    """ + (bench.map(Self.limits) ?? "")
  }

  private var places: String { bench == nil ? "Towns" : "Postcodes" }

  private var kind: String {
    guard let bench else { return "synthetic" }
    return bench.isOverfull ? "bench-overfull" : "bench"
  }

  private var title: String {
    guard let bench else { return "Synthetic programme" }
    return bench.isOverfull ? "Over-full benchmark" : "Benchmark"
  }

  private static func limits(_ bench: BenchProfile) -> String {
    """
    visits:
      max_per_week: \(bench.maxPerWeek)
      travel: {evening_limit_minutes: \(BenchProfile.eveningLimit)}

    """
  }

  private static func line(_ indicator: DrawnIndicator) -> String {
    "    - {id: \(indicator.id), label: \"\(indicator.label)\", direction: higher, weight: 1}"
  }
}
