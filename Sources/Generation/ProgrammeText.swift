import Domain

/// programme.yaml of a drawn programme: the required keys, the indicators and today.
struct ProgrammeText {
  let teams: Int
  let seed: UInt64
  let dates: ProgrammeDates

  var file: GeneratedFile { GeneratedFile(name: "programme.yaml", text: text) }

  private var text: String {
    """
    # A made-up programme: \(teams) teams drawn from seed \(seed). Towns are real; hospitals, people,
    # results and diaries are not. Every setting that is not given here has the value that
    # `counterpart check --show-defaults` prints.
    id: synthetic-\(teams)-\(seed)
    name: Synthetic programme of \(teams) teams
    time_zone: Europe/London
    visits_from: \(dates.visitsFrom)
    visits_to: \(dates.visitsTo)
    today: \(dates.today)
    bank_holidays: england
    pairing:
      indicators:
    \(DrawnIndicator.all.map(Self.line).joined(separator: "\n"))

    """
  }

  private static func line(_ indicator: DrawnIndicator) -> String {
    "    - {id: \(indicator.id), label: \"\(indicator.label)\", direction: higher, weight: 1}"
  }
}
