import Domain
import Opportunities
import Pairing
import WhatIf

/// Who is whose partner after some changes: as before, but for teams whose partner withdraws.
struct Regrouping {
  /// The programme after the changes.
  let programme: Programme
  /// The same with rules that force every pair whose visits do not settle it.
  let forced: Programme
  /// The teams of each pair or trio, by index.
  let groups: [[Int]]
  /// The pairs broken up for teams without a partner.
  let broken: [PairID]
  /// Teams whose partner withdraws.
  let deserted: Set<TeamID>
  /// Whether pairs are made that were not there before.
  let needsAll: Bool
  /// What else could be done for teams without a partner, as sentences.
  let alternatives: [String]

  init(_ study: WhatIfStudy, _ changes: [Change]) throws {
    let plain = study.situation.after(changes)
    let leaving = plain.teams.indices.filter { index in
      !plain.teams[index].isApproved && study.situation.programme.teams[index].isApproved
    }
    var groups = study.groups.filter { group in !group.contains(where: leaving.contains) }
    let deserted = study.groups.filter { $0.contains(where: leaving.contains) }.flatMap { $0 }
      .filter { !leaving.contains($0) }
    var broken: [PairID] = []
    var alternatives: [String] = []
    if !deserted.isEmpty {
      let remedies = try Self.remedies(study, plain, groups, deserted)
      let names = { (teams: [Int]) in PairID(teams.map { plain.teams[$0].id }) }
      if let best = remedies.first {
        groups.removeAll { best.broken.contains($0) }
        groups += best.made
        broken = best.broken.map(names)
      }
      alternatives = remedies.dropFirst().map { remedy in
        RemedyWords(remedy, against: remedies[0], in: plain).sentence
      }
    }
    groups.sort { $0.lexicographicallyPrecedes($1) }
    let programme = study.situation.after(changes, broken: broken)
    let settled = WhatIfStudy.settledGroups(programme)
    var forced = programme
    let unsettled = groups.filter { !settled.contains($0.sorted()) }
    if unsettled.contains(where: { $0.count == 3 }) { forced.settings.pairing.oddTeam = .trio }
    forced.pairRules += PairRule.forcing(
      unsettled.map { $0.map { programme.teams[$0].id }.sorted() }, reason: "as it stands")
    self.programme = programme
    self.forced = forced
    self.groups = groups
    self.broken = broken
    self.deserted = Set(deserted.map { programme.teams[$0].id })
    needsAll = !deserted.isEmpty
    self.alternatives = alternatives
  }

  private static func remedies(
    _ study: WhatIfStudy, _ programme: Programme, _ kept: [[Int]], _ deserted: [Int]
  ) throws -> [NewPartners.Remedy] {
    // Whoever has a partner could have another: what the schedule has settled is not looked at.
    var open = programme
    open.schedule = []
    let table = OpportunityTable(open)
    let problem = try PairingProblem(open, table)
    let figures = try problem.partnerFigures()
    let count = programme.teams.count
    let paired = Set(kept.joined())
    let eligible = programme.teams.indices.filter {
      programme.teams[$0].isApproved && programme.teams[$0].arm == .visit
    }
    let alone = eligible.filter { !paired.contains($0) && !deserted.contains($0) }
    let allowsTrio =
      eligible.count % 2 == 1 && programme.settings.pairing.oddTeam == .trio
      && !kept.contains { $0.count == 3 }
    let known = Dictionary(study.pairing.pairs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let standing = kept.map { group in
      let pair = known[PairID(group.map { programme.teams[$0].id })]
      return NewPartners.Breakable(
        group, score: pair?.score.units ?? 0, minutes: pair?.travel.count ?? 0)
    }
    let breakable = standing.filter { study.situation.canBreak($0.teams.map { programme.teams[$0].id }) }
    let minutesLeft = problem.travelBudget.map { budget in budget - standing.reduce(0) { $0 + $1.minutes } }
    // Those that lost their partner come first, then those that had none.
    let near =
      deserted + alone.filter { one in deserted.contains { figures.scores[one * count + $0] != nil } }
    guard near.count <= NewPartners.mostAlone else {
      return [try Self.among(near, open, table, minutesLeft: minutesLeft, allowsTrio: allowsTrio)]
    }
    return NewPartners(
      without: near, breakable: breakable,
      minutesLeft: minutesLeft,
      among: NewPartners.Candidates(
        teamCount: count, scores: figures.scores, minutes: figures.minutes, allowsTrio: allowsTrio,
        admitsTrio: { problem.hasTrioDates($0) })
    ).remedies
  }

  /// The best pairing of many teams `without` a partner among themselves, while all others stay as they are.
  private static func among(
    _ without: [Int], _ programme: Programme, _ table: OpportunityTable, minutesLeft: Int?, allowsTrio: Bool
  ) throws -> NewPartners.Remedy {
    var asked = programme
    for index in asked.teams.indices where !without.contains(index) { asked.teams[index].isApproved = false }
    asked.pairRules.removeAll { $0.kind == .force }
    asked.settings.pairing.travelBudgetHours = minutesLeft.map { Double(max(0, $0)) / 60 }
    if !allowsTrio { asked.settings.pairing.oddTeam = .leaveOut }
    let answer = try PairingProblem(asked, table).solve(PairingOptions(isOver: { false }, pricesPairs: false))
    let position = programme.teamPositions
    let made = answer.pairs.map { $0.teams.compactMap { position[$0] }.sorted() }
    return NewPartners.Remedy(
      broken: [], made: made, alone: without.filter { !made.joined().contains($0) }.sorted(),
      gain: answer.pairs.reduce(0) { $0 + $1.score.units })
  }
}

/// A way to give teams new partners, told against the one that was taken.
private struct RemedyWords {
  let sentence: String

  init(_ remedy: NewPartners.Remedy, against best: NewPartners.Remedy, in programme: Programme) {
    func name(_ team: Int) -> String { programme.teams[team].name }
    func list(_ groups: [[Int]]) -> String {
      groups.map { $0.map(name).joined(separator: " and ") }.joined(separator: "; ")
    }
    var text =
      remedy.broken.isEmpty
      ? "Without breaking up a pair" : "Breaking up \(list(remedy.broken))"
    text += remedy.made.isEmpty ? " no new pair can be made" : ": \(list(remedy.made)) would be partners"
    if !remedy.alone.isEmpty { text += ", and \(remedy.alone.map(name).joined(separator: ", ")) alone" }
    let difference = Score(units: remedy.gain - best.gain)
    if difference != .zero {
      text += " (score \(difference > .zero ? "+" : "")\(difference) SD against the above)"
    }
    sentence = text + "."
  }
}
