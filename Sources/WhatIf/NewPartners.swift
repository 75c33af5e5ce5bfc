/// New partners for teams that have lost theirs, breaking up at most two other pairs.
///
/// Exact: every way to break up none, one or two pairs is tried, and for each the best partners among those who are
/// free then. Teams are numbers below `teamCount`.
public struct NewPartners: Sendable {
  /// One way to give the teams partners.
  public struct Remedy: Sendable, Equatable {
    /// The pairs that are broken up for it, as they were given.
    public var broken: [[Int]]
    /// The pairs, and perhaps a trio, that are made; each ascending.
    public var made: [[Int]]
    /// Teams that stay alone, ascending.
    public var alone: [Int]
    /// The sum of scores of what is made, less that of what is broken up, in 10⁻⁴ SD.
    public var gain: Int

    /// A way.
    public init(broken: [[Int]], made: [[Int]], alone: [Int], gain: Int) {
      self.broken = broken
      self.made = made
      self.alone = alone
      self.gain = gain
    }

    /// Fewer teams alone, then fewer pairs broken up, then more score; ties by what is made.
    static func isBetter(_ a: Remedy, _ b: Remedy) -> Bool {
      if a.alone.count != b.alone.count { return a.alone.count < b.alone.count }
      if a.broken.count != b.broken.count { return a.broken.count < b.broken.count }
      if a.gain != b.gain { return a.gain > b.gain }
      return a.made.lexicographicallyPrecedes(b.made) { $0.lexicographicallyPrecedes($1) }
    }

    /// Whether `other` leaves no more alone, breaks up no more and scores no less.
    fileprivate func isDominated(by other: Remedy) -> Bool {
      other.alone.count <= alone.count && other.broken.count <= broken.count && other.gain >= gain
    }
  }

  /// Whom the rules let be partners, and how good that is.
  public struct Candidates: Sendable {
    let teamCount: Int
    /// Row by row, in 10⁻⁴ SD; `nil` where the rules forbid the pair.
    let scores: [Int?]
    /// Row by row, one way; a trio's is the longest of its three.
    let minutes: [Int]
    let allowsTrio: Bool
    /// Whether three teams, any two of which may be partners, have dates enough for a trio.
    let admitsTrio: @Sendable ([Int]) -> Bool

    /// Candidates from symmetric matrices of `teamCount` × `teamCount` scores, and of minutes from one to the other.
    public init(
      teamCount: Int, scores: [Int?], minutes: [Int], allowsTrio: Bool,
      admitsTrio: @escaping @Sendable ([Int]) -> Bool
    ) {
      self.teamCount = teamCount
      self.scores = scores
      self.minutes = minutes
      self.allowsTrio = allowsTrio
      self.admitsTrio = admitsTrio
    }

    func score(_ a: Int, _ b: Int) -> Int? { scores[a * teamCount + b] }

    /// The longest way between any two of `teams`.
    func way(_ teams: [Int]) -> Int {
      teams.indices.reduce(0) { longest, at in
        teams[(at + 1)...].reduce(longest) { max($0, minutes[teams[at] * teamCount + $1]) }
      }
    }

    /// A third of the sum, rounded down; `nil` where two of them may not be partners.
    func score(_ a: Int, _ b: Int, _ c: Int) -> Int? {
      guard let x = score(a, b), let y = score(a, c), let z = score(b, c) else { return nil }
      let sum = x + y + z
      return sum >= 0 ? sum / 3 : -((2 - sum) / 3)
    }
  }

  /// A pair, or trio, that can be broken up.
  public struct Breakable: Sendable {
    /// The partners, ascending.
    public var teams: [Int]
    /// In 10⁻⁴ SD.
    public var score: Int
    /// The longest way between two of them, one way.
    public var minutes: Int

    /// Partners, their score in 10⁻⁴ SD, and the longest way between them.
    public init(_ teams: [Int], score: Int, minutes: Int) {
      self.teams = teams
      self.score = score
      self.minutes = minutes
    }
  }

  /// The most other pairs that are broken up.
  public static let mostBroken = 2
  /// The most teams without a partner that are thought of together.
  public static let mostAlone = 4

  /// The one to take first, then others that break up fewer or more pairs and are better in something.
  public let remedies: [Remedy]

  /// The remedies for teams `without` a partner. `minutesLeft` is what the pairs that stand, `breakable` among them,
  /// leave of the travel budget, below zero where they exceed it; `nil` where there is no budget.
  public init(
    without: [Int], breakable: [Breakable], minutesLeft: Int?, among candidates: Candidates
  ) {
    let without = Array(without.sorted().prefix(Self.mostAlone))
    var best: [Remedy?] = Array(repeating: nil, count: Self.mostBroken + 1)
    var trios: [[Int]: Bool] = [:]
    func attempt(_ broken: [Breakable]) {
      let free = (without + broken.flatMap(\.teams)).sorted()
      // Whoever lives next door costs no budget, also where it is overdrawn.
      let most = minutesLeft.map { max(0, $0 + broken.reduce(0) { $0 + $1.minutes }) }
      var search = PartnerSearch(candidates, most: most ?? .max, knownTrios: trios)
      search.run(free)
      trios = search.knownTrios
      let isAgain = search.made.contains { made in broken.contains { $0.teams.sorted() == made } }
      guard !isAgain else { return }
      let remedy = Remedy(
        broken: broken.map(\.teams), made: search.made, alone: search.alone,
        gain: search.score - broken.reduce(0) { $0 + $1.score })
      if best[broken.count].map({ Remedy.isBetter(remedy, $0) }) ?? true { best[broken.count] = remedy }
    }
    attempt([])
    for (index, one) in breakable.enumerated() {
      attempt([one])
      for other in breakable[(index + 1)...] { attempt([one, other]) }
    }
    var kept: [Remedy] = []
    for remedy in best.compactMap({ $0 }).sorted(by: Remedy.isBetter)
    where !kept.contains(where: { remedy.isDominated(by: $0) }) {
      kept.append(remedy)
    }
    remedies = kept
  }
}

/// The partners among a few free teams that leave the fewest alone, then score most; at most one trio.
private struct PartnerSearch {
  private let candidates: NewPartners.Candidates
  /// What the new pairs' ways may add up to.
  private let most: Int
  private(set) var made: [[Int]] = []
  private(set) var alone: [Int] = []
  private(set) var score = 0
  /// Whether each trio asked about has dates enough.
  private(set) var knownTrios: [[Int]: Bool]

  init(_ candidates: NewPartners.Candidates, most: Int, knownTrios: [[Int]: Bool]) {
    self.candidates = candidates
    self.most = most
    self.knownTrios = knownTrios
  }

  /// Looks at every way to pair `free`, ascending.
  mutating func run(_ free: [Int]) {
    alone = free
    search(free, [], [], 0, left: most, mayMakeTrio: candidates.allowsTrio)
  }

  private mutating func search(
    _ open: [Int], _ partners: [[Int]], _ lonely: [Int], _ sum: Int, left: Int, mayMakeTrio: Bool
  ) {
    guard lonely.count <= alone.count else { return }
    guard let first = open.first else {
      if lonely.count < alone.count || (lonely.count == alone.count && (sum > score || made.isEmpty)) {
        (made, alone, score) = (partners, lonely, sum)
      }
      return
    }
    let rest = Array(open.dropFirst())
    for (place, other) in rest.enumerated() {
      guard let worth = candidates.score(first, other) else { continue }
      var others = rest
      others.remove(at: place)
      let way = candidates.way([first, other])
      if way <= left {
        search(
          others, partners + [[first, other]], lonely, sum + worth, left: left - way, mayMakeTrio: mayMakeTrio
        )
      }
      guard mayMakeTrio else { continue }
      for (index, third) in others.enumerated() where third > other {
        let way = candidates.way([first, other, third])
        guard let worth = candidates.score(first, other, third), way <= left, admits([first, other, third])
        else { continue }
        var last = others
        last.remove(at: index)
        search(
          last, partners + [[first, other, third]], lonely, sum + worth, left: left - way, mayMakeTrio: false)
      }
    }
    search(rest, partners, lonely + [first], sum, left: left, mayMakeTrio: mayMakeTrio)
  }

  private mutating func admits(_ trio: [Int]) -> Bool {
    if let known = knownTrios[trio] { return known }
    let verdict = candidates.admitsTrio(trio)
    knownTrios[trio] = verdict
    return verdict
  }
}
