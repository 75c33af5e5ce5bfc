import Domain

/// Says of each team without a partner why it has none.
struct UnpairedExplanation {
  let problem: PairingProblem
  let edges: Edges
  let matching: Matching
  let matchingProblem: MatchingProblem
  let gains: Gains
  let rules: [any EdgeRule]
  let eligible: EligibleTeams
  let budget: TravelBudget?
  let isProven: Bool
  let isOver: () -> Bool

  /// Teams for which a change of settings is looked for; finding one takes many matchings.
  private static let mostRelaxed = 12

  /// The teams without a partner, by id, each with why, and with the setting that would give it one.
  func unpaired() -> [UnpairedTeam] {
    let alone = edges.nodes.indices.filter { matching.isAlone($0) }
    let relaxation =
      isProven && !alone.isEmpty
      ? Relaxation(
        problem, edges, matchingProblem, matching, gains: gains, rules: rules, budget: budget,
        isOver: isOver)
      : nil
    return alone.enumerated().map { place, node in
      let team = problem.teams[edges.nodes[node]].id
      var reason = reason(node, team, isOnlyOne: alone.count == 1)
      if let relaxation, place < Self.mostRelaxed, !isOver(), edges.nodes.count > 1 {
        let relief = relief(relaxation, node, isOddOne: alone.count == 1 && edges.nodes.count % 2 == 1)
        // What time cut short is not said.
        if !isOver() { reason += "; " + relief }
      }
      return UnpairedTeam(team: team, reason: reason)
    }
  }

  private func relief(_ relaxation: Relaxation, _ node: Int, isOddOne: Bool) -> String {
    if let sentence = relaxation.sentence(for: node) { return sentence }
    guard isOddOne else { return "no change of one setting alone would give it a partner" }
    switch problem.settings.oddTeam {
    case .leaveOut:
      return relaxation.trio.map { "with odd_team trio, \($0) can be made" }
        ?? "no three teams may all be one another's partners"
    case .trio: return "no three teams may all be one another's partners on dates enough"
    }
  }

  private func reason(_ node: Int, _ team: TeamID, isOnlyOne: Bool) -> String {
    let partners = self.partners(node)
    guard !partners.isEmpty else { return noPartner(edges.nodes[node], team) }
    if isOnlyOne, edges.nodes.count % 2 == 1 {
      guard isProven else {
        return "the number of teams is odd; \(team) is left out in the best pairing found in the time"
      }
      return switch problem.settings.fairness {
      case .total: "the number of teams is odd; leaving \(team) out costs least"
      case .worstFirst:
        "the number of teams is odd; leaving \(team) out serves the others best, the worst pair first"
      }
    }
    let possible = listed(partners.map { problem.teams[$0].id.text })
    guard isProven else {
      return "\(team) has no partner in the best pairing found in the time; possible: \(possible)"
    }
    if budget != nil {
      return "\(team) could be paired with \(possible), but no pairing within the travel budget does better"
    }
    return switch problem.settings.fairness {
    case .total:
      "\(team) could be paired with \(possible), but no pairing has fewer teams left out or costs less"
    case .worstFirst:
      "\(team) could be paired with \(possible), but no pairing has fewer teams left out or a better worst pair"
    }
  }

  private func partners(_ node: Int) -> [Int] {
    var partners: [Int] = []
    for edge in edges.figures.indices {
      if Int(matchingProblem.tails[edge]) == node { partners.append(edges.figures[edge].b) }
      if Int(matchingProblem.heads[edge]) == node { partners.append(edges.figures[edge].a) }
    }
    return partners.sorted()
  }

  /// Counts every other eligible team once, under the first rule that bars it.
  private func noPartner(_ team: Int, _ id: TeamID) -> String {
    var isFree = Array(repeating: false, count: problem.teams.count)
    for node in edges.nodes { isFree[node] = true }
    var forced = 0
    var barred = Array(repeating: 0, count: rules.count)
    for other in eligible.positions where other != team {
      guard isFree[other] else {
        forced += 1
        continue
      }
      let pair = problem.figures(min(team, other), max(team, other), gains)
      if let rule = rules.firstIndex(where: { !$0.admits(pair) }) { barred[rule] += 1 }
    }
    var parts: [(count: Int, predicate: String)] = []
    for (rule, count) in zip(rules, barred) where count > 0 { parts.append((count, rule.predicate(count))) }
    if forced > 0 { parts.append((forced, forced == 1 ? "is in a forced pair" : "are in forced pairs")) }
    guard let first = parts.first else { return "\(id) has no admissible partner: no other team takes part" }
    let rest = parts.dropFirst().map { ", \($0.count) \($0.predicate)" }.joined()
    return "\(id) has no admissible partner: \(counted(first.count, "team")) \(first.predicate)\(rest)"
  }
}
