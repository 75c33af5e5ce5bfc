import Domain

/// Each leg has at least `min_common_dates` feasible dates, and as many as the plan states.
enum EnoughCommonDates: RuleCheck {
  static let rule = Rule.enoughCommonDates

  static func findings(in examination: Examination) -> [Finding] {
    let facts = examination.facts
    let counts = examination.groups.concurrentMap { group in
      group.legs.map { leg in
        Leg(host: leg.host, visitors: leg.visitors, facts: facts).map { CommonDates.days(of: $0).count }
      }
    }
    return examination.groups.enumerated().flatMap { place, group -> [Finding] in
      tooFew(counts[place], group, in: examination)
        + misstated(counts[place], group, at: place, in: examination)
    }
  }

  private static func tooFew(_ counts: [Int?], _ group: Group, in examination: Examination) -> [Finding] {
    let least = examination.facts.settings.pairing.minCommonDates
    guard !group.edges.contains(where: { examination.isForced($0) }) else { return [] }
    return zip(group.legs, counts).compactMap { leg, count in
      guard let count, count < least else { return nil }
      let visitors = Words.list(leg.visitors.map { examination.facts.register.name(of: $0) })
      return finding(
        group, in: examination,
        "\(visitors) can visit \(examination.facts.register.name(of: leg.host)) on "
          + "\(Words.count(count, "date")); the least is \(least).")
    }
  }

  private static func misstated(_ counts: [Int?], _ group: Group, at place: Int, in examination: Examination)
    -> [Finding]
  {
    guard let pairs = examination.pairs, pairs.indices.contains(place) else { return [] }
    let stated = pairs[place].commonDates
    let real = counts.map { $0 ?? 0 }
    guard stated != real else { return [] }
    return [
      finding(
        group, in: examination,
        "\(group.id) is said to have \(Words.list(stated.map(String.init))) common dates; "
          + "it has \(Words.list(real.map(String.init))).")
    ]
  }
}
