/// The answer to a programme: pairs, visits, what has no date, and how good the answer is.
public struct Plan: Sendable, Equatable, Codable {
  /// The programme's id.
  public var programme: ProgrammeID
  /// The day the plan was made.
  public var today: Day
  /// The seed of every random choice.
  public var seed: UInt64
  /// SHA-256 of the input in hexadecimal.
  public var inputDigest: String
  /// Sorted by id.
  public var pairs: [Pair]
  /// Sorted by team.
  public var unpaired: [UnpairedTeam]
  /// Sorted by date, start and id.
  public var visits: [Visit]
  /// Sorted by id.
  public var unscheduled: [UnscheduledVisit]
  /// The learning events in the order of programme.yaml, each at its time.
  public var events: [PlannedEvent]
  /// What another pairing would buy, or has bought, in visits that find a date; `nil` where nothing is known of any.
  public var trade: PairingTrade?
  /// How good the pairs are: minus the sum of scores plus the cost of the unpaired, to be minimised.
  public var pairingQuality: Quality
  /// The part of the pairing's objective that stands for unpaired teams.
  public var unpairedCost: Int
  /// What shows that the pairs are the best; `nil` where a search showed it, or nothing did.
  public var pairingProof: DualProof?
  /// How good the schedule is, in clinician-minutes.
  public var visitsQuality: Quality
  /// The schedule's cost by preference; the sum is the objective.
  public var costs: CostSheet
  /// What a reader should know about the data, sorted.
  public var warnings: [String]

  /// A plan.
  public init(
    programme: ProgrammeID, today: Day, seed: UInt64, inputDigest: String, pairs: [Pair],
    unpaired: [UnpairedTeam], visits: [Visit], unscheduled: [UnscheduledVisit], events: [PlannedEvent] = [],
    trade: PairingTrade? = nil, pairingQuality: Quality, unpairedCost: Int, pairingProof: DualProof? = nil,
    visitsQuality: Quality, costs: CostSheet,
    warnings: [String]
  ) {
    self.programme = programme
    self.today = today
    self.seed = seed
    self.inputDigest = inputDigest
    self.pairs = pairs
    self.unpaired = unpaired
    self.visits = visits
    self.unscheduled = unscheduled
    self.events = events
    self.trade = trade
    self.pairingQuality = pairingQuality
    self.unpairedCost = unpairedCost
    self.pairingProof = pairingProof
    self.visitsQuality = visitsQuality
    self.costs = costs
    self.warnings = warnings
  }
}

/// A visit that found no date.
public struct UnscheduledVisit: Sendable, Equatable, Codable {
  /// Who would receive.
  public var host: TeamID
  /// Who would come.
  public var visitors: [TeamID]
  /// Why there is no date, as sentences for people.
  public var reason: String
  /// The cheapest single thing to ask for; `nil` where no single thing helps.
  public var cheapestAsk: String?
  /// Who is to be asked for it, each once; `nil` where nothing is asked for.
  public var askees: [Askee]?

  /// A visit without a date.
  public init(
    host: TeamID, visitors: [TeamID], reason: String, cheapestAsk: String? = nil, askees: [Askee]? = nil
  ) {
    self.host = host
    self.visitors = visitors
    self.reason = reason
    self.cheapestAsk = cheapestAsk
    self.askees = askees
  }

  /// The stable name.
  public var id: VisitID { VisitID(host: host, visitors: visitors) }
}

/// An objective, what is known about the best possible one, and how that is known.
public struct Quality: Sendable, Equatable, Codable {
  /// The objective of the answer, minimised.
  public var objective: Int
  /// No answer has a smaller objective.
  public var bound: Int
  /// What the bound rests on.
  public var proof: Proof

  /// The quality of an answer.
  public init(objective: Int, bound: Int, proof: Proof) {
    self.objective = objective
    self.bound = bound
    self.proof = proof
  }

  /// Whether no better answer exists.
  public var isProven: Bool { bound >= objective }
}

/// What a bound rests on.
public enum Proof: String, Sendable, Codable {
  /// Dual values whose bound was computed in integers.
  case dual
  /// A finished search.
  case search
}
