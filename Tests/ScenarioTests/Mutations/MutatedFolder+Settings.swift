import Domain
import Intake

extension MutatedFolder {
  /// Spoils programme.yaml: values, keys, indentation, or with something extreme that is well-formed.
  mutating func changeSettings() {
    if chance(50) { writeOutDefaults() }
    guard let bytes = files["programme.yaml"] else { return }
    var lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
    let index = below(lines.count)
    switch below(10) {
    case ..<4: changeValue(&lines)
    case 4:
      note("programme.yaml: line \(index + 1) taken away")
      lines.remove(at: index)
    case 5:
      note("programme.yaml: line \(index + 1) repeated")
      lines.insert(lines[index], at: index)
    case 6:
      note("programme.yaml: line \(index + 1) moved to the right")
      lines[index] = (one(of: [" ", "  ", "\t", "    - "]) ?? " ") + lines[index]
    case _: addExtreme(&lines)
    }
    set("programme.yaml", Array(lines.joined(separator: "\n").utf8))
  }

  /// Every setting with its default, so that every one of them can be spoilt.
  private mutating func writeOutDefaults() {
    let inputs = files.sorted { $0.key < $1.key }.map { InputFile(name: $0.key, bytes: $0.value) }
    guard let admission = try? ProgrammeReader.read(files: inputs, today: Day(number: 20_780)) else { return }
    note("programme.yaml: every default written out")
    let text = DefaultSettingsText.render(admission.programme.settings, admission.conventions)
    set("programme.yaml", Array(text.utf8))
  }

  /// Changes one value, in a line of its own or inside braces.
  private mutating func changeValue(_ lines: inout [String]) {
    let candidates = lines.indices.filter { lines[$0].contains(": ") && !lines[$0].hasPrefix("#") }
    guard let index = one(of: candidates), let value = one(of: OddValues.yaml) else { return }
    let colons = lines[index].ranges(of: ": ")
    guard let colon = one(of: colons) else { return }
    let rest = lines[index][colon.upperBound...]
    // A value inside braces ends at the next comma or brace.
    let isInside = lines[index][..<colon.lowerBound].contains("{")
    let end = isInside ? rest.firstIndex { ",}]".contains($0) } ?? rest.endIndex : rest.endIndex
    note("programme.yaml: line \(index + 1), \(lines[index].prefix(60)): '\(value.prefix(40))'")
    lines[index].replaceSubrange(colon.upperBound..<end, with: value)
  }

  /// Puts in a section that is extreme, in place of the one that is there.
  private mutating func addExtreme(_ lines: inout [String]) {
    guard let (what, section) = one(of: Self.extremes) else { return }
    note("programme.yaml: \(what)")
    let key = section.prefix { $0 != ":" }
    if let first = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) {
      let next = lines[(first + 1)...].firstIndex { $0.first?.isLetter == true } ?? lines.endIndex
      lines.removeSubrange(first..<next)
    }
    lines.append(section)
  }

  private static let extremes: [(String, String)] = [
    ("thirty sessions", "visits:\n  agenda:\n    - {id: mdt, title: M}\n" + sessions(30, minutes: 15)),
    ("thirty short sessions", "visits:\n  agenda:\n    - {id: mdt, title: M}\n" + sessions(30, minutes: 1)),
    (
      "as many sessions as there may be",
      """
      visits:
        agenda:
          - {id: welcome, title: W, minutes: 30, first: true}
          - {id: mdt, title: M}
          - {id: roles, title: R, minutes: 45}
          - {id: how, title: H, minutes: 45, after: mdt}
          - {id: data, title: D, minutes: 45}
          - {id: survey, title: P, minutes: 45}
          - {id: tour, title: T, minutes: 30}
          - {id: lunch, title: L, minutes: 45, between: ["11:30", "14:30"]}
          - {id: plan, title: S, minutes: 60, last: true}
      """
    ),
    ("eight sessions alike", "visits:\n  agenda:\n    - {id: mdt, title: M}\n" + sessions(8, minutes: 45)),
    ("eight sessions in any order", "visits:\n  agenda:\n    - {id: mdt, title: M}\n" + unordered),
    ("a thousand sessions", "visits:\n  agenda:\n    - {id: mdt, title: M}\n" + sessions(1000, minutes: 1)),
    ("the meeting alone", "visits:\n  agenda: [{id: mdt, title: M}]"),
    ("no session", "visits:\n  agenda: []"),
    ("a session of no minutes", "visits:\n  agenda: [{id: mdt, title: M}, {id: a, title: A, minutes: 0}]"),
    ("a session of a week", "visits:\n  agenda: [{id: mdt, title: M}, {id: a, title: A, minutes: 10000}]"),
    ("a session of a day", "visits:\n  agenda: [{id: mdt, title: M}, {id: a, title: A, minutes: 1440}]"),
    ("sessions in windows", "visits:\n  agenda:\n    - {id: mdt, title: M}\n" + windowed),
    ("a window of twenty years", "visits_to: 2047-01-11"),
    ("a window of eighty years", "visits_from: 2020-01-01\nvisits_to: 2100-12-31"),
    ("a window of two years", "visits_to: 2029-01-11"),
    ("a window of a day", "visits_to: 2027-01-20\nvisits_from: 2027-01-20"),
    ("no visit a week", "visits: {max_per_week: 0}"),
    ("no visitor", "visits: {max_visitors: 0}"),
    ("a gap turned round", "visits: {gap_days: {min: 70, max: 14}}"),
    ("no gap", "visits: {gap_days: {min: 0, max: 0}}"),
    ("a gap of ten years", "visits: {gap_days: {min: 3660, max: 3660}}"),
    ("a day of one minute", "visits: {day: {earliest_start: \"12:00\", latest_end: \"12:01\"}}"),
    ("a day of all hours", "visits: {day: {earliest_start: \"00:00\", latest_end: \"24:00\"}}"),
    (
      "all roles required",
      "visits: {required_roles: [clinical_lead, nurse_specialist, mdt_coordinator, manager,"
        + " radiologist, oncologist, surgeon, pathologist, palliative, physician, patient_representative, other]}"
    ),
    ("no role required", "visits: {required_roles: []}"),
    ("other required", "visits: {required_roles: [other]}"),
    ("no drive in the evening", "visits: {travel: {overnight_above_minutes: 0, evening_limit_minutes: 0}}"),
    (
      "drives of two days",
      "visits: {travel: {overnight_above_minutes: 2880, evening_limit_minutes: 2880,"
        + " earliest_departure: \"00:00\", latest_return: \"24:00\"}}"
    ),
    ("one facilitator for both visits", "visits: {same_facilitator: required}"),
    ("own meetings kept", "visits: {visitor_mdt: blocks, no_diary: unavailable, independence: organisation}"),
    ("everything costs a million", "costs: {" + costs("1000000") + "}"),
    ("nothing costs anything", "costs: {" + costs("0") + "}"),
    ("costs below zero", "costs: {" + costs("-5") + "}"),
    ("costs that are no numbers", "costs: {" + costs(".nan") + "}"),
    ("costs of a thousandth", "costs: {" + costs("0.001") + "}"),
    ("a missing visit costs nothing", "costs: {unscheduled: 0}"),
    ("a missing visit costs the most", "costs: {unscheduled: 1000000}"),
    (
      "no limit on pairs",
      "pairing: {max_travel_minutes: null, keep_apart: [], min_gain: 0, max_level_gap: null,"
        + " min_common_dates: 0, indicators: [{id: path_dx, weight: 1}]}"
    ),
    ("no pair possible", "pairing: {max_travel_minutes: 0, indicators: [{id: path_dx, weight: 1000}]}"),
    (
      "the worst pair first",
      "pairing: {fairness: worst_first, travel_budget_hours: 3, min_gain: 0,"
        + " min_common_dates: 0, indicators: [{id: path_dx}, {id: nurse}, {id: path_dx_ps01}, {id: seen_by_lcns}]}"
    ),
    (
      "weights of a thousand",
      "pairing: {level_weight: 1000, travel_weight_per_hour: 1000,"
        + " indicators: [{id: path_dx, weight: 0.001}, {id: nurse, weight: 1000}, {id: path_dx_ps01}]}"
    ),
    (
      "a hundred indicators",
      "pairing:\n  indicators: ["
        + (1...100).map { "{id: i\($0)}" }.joined(separator: ", ") + "]"
    ),
    ("no indicator", "pairing: {indicators: []}"),
    (
      "a thousand milestones",
      "visits:\n  milestones:\n"
        + (1...1000).map { "    - {id: m\($0), title: M, days: \($0 % 1400 - 700)}" }.joined(separator: "\n")
    ),
    ("aliases that multiply", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]"),
    ("many aliases", "a: &a x\nb: [" + Array(repeating: "*a", count: 500).joined(separator: ", ") + "]"),
    (
      "lists in lists",
      "deep: " + String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
    ),
    (
      "sections in sections",
      "deep:\n"
        + (1...900).map { String(repeating: " ", count: $0) + "a:" }
        .joined(separator: "\n")
    ),
    (
      "braces in braces",
      "deep: " + String(repeating: "{a: ", count: 9000) + String(repeating: "}", count: 9000)
    ),
    ("two documents", "---\nid: second"),
    ("a tag", "id: !!python/object:os.system x"),
    ("a zone without summer time", "time_zone: Asia/Kolkata"),
    ("today in the window", "today: 2027-02-10"),
    ("today after the window", "today: 2099-01-01"),
    ("dates day first", "dates: day_first"),
    ("busy titles", "publish: {detail: busy, organiser_email: a@b.example, organiser_name: \"x;y,z\\\\\"}"),
    ("full titles", "publish: {detail: full}"),
  ]

  private static func sessions(_ count: Int, minutes: Int) -> String {
    (1...count).map { "    - {id: s\($0), title: S, minutes: \(minutes)}" }.joined(separator: "\n")
  }

  private static let unordered = (1...8).map {
    "    - {id: s\($0), title: S, minutes: \(20 + 5 * $0)}"
  }.joined(separator: "\n")

  private static let windowed = (1...8).map {
    "    - {id: s\($0), title: S, minutes: \(20 + $0), between: [\"0\(7 + $0 % 3):00\", \"1\($0 % 10):30\"]}"
  }.joined(separator: "\n")

  private static func costs(_ value: String) -> String {
    [
      "delay_per_week", "optional_absence", "counterpart_missing", "clinic_cancelled", "if_needed",
      "not_preferred", "own_mdt_missed", "overnight", "facilitator_change", "facilitator_travel_per_hour",
      "facilitator_imbalance", "move_published", "notice_breach", "unscheduled",
    ].map { "\($0): \(value)" }.joined(separator: ", ")
  }
}
