import Domain
import GLPK
import Opportunities
import Pairing
import Visits

extension PairingAnswer {
  /// Reckons a pairing that was made with some pairs ruled out as one of all that `best`, the best of them, is of.
  mutating func take(boundOf best: PairingAnswer) {
    unpairedPrice = best.unpairedPrice
    unpairedCost = best.unpairedPrice * unpaired.count
    let scores = pairs.reduce(0) { $0 + $1.score.units }
    quality = Quality(objective: unpairedCost - scores, bound: best.quality.bound, proof: best.quality.proof)
    dualProof = nil
    // What keeps a team alone here are the programme's rules, or the choice of this pairing for its dates.
    for index in unpaired.indices {
      unpaired[index].reason =
        best.unpaired.first { $0.team == unpaired[index].team }?.reason
        ?? "the pairing that was taken for its dates leaves it alone; the one that scores most leaves another team"
    }
  }
}

/// Pairing and scheduling together: where visits find no date, pairings near the best one are tried.
///
/// Of the pairs with a visit that has none, one after the other is ruled out, the teams are paired anew and everything
/// is scheduled again. What places the most visits is kept, and from there the search goes on. Greedy, and so no proof
/// that no other pairing within the loss would place more.
struct JointPlanning {
  /// A pairing with its schedule.
  struct Choice {
    var pairing: PairingAnswer
    var problem: VisitsProblem
    var schedule: VisitsAnswer
    /// The pairs that were ruled out for it.
    var ruledOut: [[TeamID]] = []
  }

  let programme: Programme
  let table: OpportunityTable
  /// The score may be so much lower than the best pairing's, and under `worst_first` its least score too.
  let limit: Score
  /// How many times the search may go on from what it found, and pairs that are ruled out each time.
  let rounds: Int
  let tries: Int
  let isOver: () -> Bool
  let problem: (PairingAnswer, VisitsProblem) -> VisitsProblem
  let schedule: (VisitsProblem) throws -> VisitsAnswer

  /// How far a search goes that was asked for; and that one looks at no more where nobody asked, so that it costs little.
  static let mostRounds = 12
  static let mostTries = 8
  static let offerTries = 2
  /// The loss of score up to which other pairings are offered where nobody asked for them.
  static let offered = Score(units: 500)

  /// The best choice found beside `best`, and what it trades; `nil` where none places more visits.
  func search(from best: Choice) throws -> (choice: Choice, trade: PairingTrade)? {
    var current = best
    for _ in 0..<rounds where !isOver() && !current.schedule.unscheduled.isEmpty {
      guard let next = try step(from: current, best: best) else { break }
      current = next
    }
    let placed = best.schedule.unscheduled.count - current.schedule.unscheduled.count
    guard placed > 0 else { return nil }
    let old = best.pairing.pairs.map(\.id)
    let new = current.pairing.pairs.map(\.id)
    return (
      current,
      PairingTrade(
        dropped: old.filter { !new.contains($0) }, made: new.filter { !old.contains($0) },
        loss: loss(of: current.pairing, against: best.pairing), placed: placed, isTaken: false)
    )
  }

  /// The best choice with one more pair ruled out; `nil` where none places more visits than `current`.
  private func step(from current: Choice, best: Choice) throws -> Choice? {
    var found: Choice?
    for teams in candidates(in: current).prefix(tries) where !isOver() {
      let ruledOut = current.ruledOut + [teams]
      var asked = programme
      for group in ruledOut {
        for (index, team) in group.enumerated() {
          for other in group[(index + 1)...] {
            asked.pairRules.append(
              PairRule(teamA: team, teamB: other, kind: .forbid, reason: "tried without"))
          }
        }
      }
      let pairing = try PairingProblem(asked, table).solve(PairingOptions(isOver: isOver))
      guard pairing.quality.isProven, pairing.unpaired.count <= best.pairing.unpaired.count,
        loss(of: pairing, against: best.pairing) <= limit
      else { continue }
      let problem = problem(pairing, current.problem)
      let schedule = try schedule(problem)
      let choice = Choice(pairing: pairing, problem: problem, schedule: schedule, ruledOut: ruledOut)
      if isBetter(choice, than: found ?? current, best) { found = choice }
    }
    return found
  }

  /// More visits with a date, then less score lost, then the cheaper schedule.
  private func isBetter(_ choice: Choice, than other: Choice, _ best: Choice) -> Bool {
    func rank(_ choice: Choice) -> (Int, Score, Int) {
      (
        choice.schedule.unscheduled.count, loss(of: choice.pairing, against: best.pairing),
        choice.schedule.quality.objective
      )
    }
    return choice.schedule.unscheduled.count < other.schedule.unscheduled.count
      || choice.schedule.unscheduled.count == other.schedule.unscheduled.count
        && !other.ruledOut.isEmpty && other.ruledOut.count == choice.ruledOut.count
        && rank(choice) < rank(other)
  }

  /// The pairs that have a visit without a date and could be done without, the cheapest first where prices are known.
  private func candidates(in choice: Choice) -> [[TeamID]] {
    let undated = Set(choice.schedule.unscheduled.map { PairID([$0.host] + $0.visitors) })
    let settled = Set(
      programme.schedule.filter { $0.isPublished || $0.isFixed }.map { PairID([$0.host] + $0.visitors) })
    let pairs = choice.pairing.pairs.filter { pair in
      guard undated.contains(pair.id), !pair.isForced, !settled.contains(pair.id) else { return false }
      guard let price = pair.price else { return true }
      return price.teamsLeft == 0 && price.worstLoss <= limit && price.loss <= limit
    }
    func cost(_ pair: Pair) -> Int { pair.price.map { max($0.loss.units, $0.worstLoss.units) } ?? 0 }
    return pairs.sorted { (cost($0), $0.id) < (cost($1), $1.id) }.map(\.teams)
  }

  /// How much lower a pairing scores than the best; under `worst_first`, or its least score, where that is more.
  private func loss(of pairing: PairingAnswer, against best: PairingAnswer) -> Score {
    func sum(_ answer: PairingAnswer) -> Int { answer.pairs.reduce(0) { $0 + $1.score.units } }
    var loss = sum(best) - sum(pairing)
    if let least = pairing.leastScore, let former = best.leastScore {
      loss = max(loss, former.units - least.units)
    }
    return Score(units: max(0, loss))
  }
}
