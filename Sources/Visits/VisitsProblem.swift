import Domain
public import Opportunities

/// The visits of some pairs with all their options, as flat arrays: what the integer programme is about.
///
/// Pair `p` has visits `2p` (its first team hosts) and `2p + 1` (its second team hosts). Options of all visits
/// share one numbering.
public struct VisitsProblem {
  /// The table the options come from.
  public let table: OpportunityTable
  /// The pairs, teams by index, in the order given.
  public let pairs: [(first: Int, second: Int)]

  let options: [Option]
  /// Which visit each option belongs to.
  let visitOf: [Int]
  /// The range of each visit's options, by date and facilitator.
  let optionsOf: [Range<Int>]
  /// Day number, ISO week number counted from the first, facilitator (-1 without) and cost of each option.
  let day: [Int]
  let week: [Int]
  let facilitator: [Int]
  let cost: [Int]
  /// Whether each option stays whatever it breaks; it is then its visit's only one.
  let isFixed: [Bool]
  /// How many options are perhaps not the best of their date and facilitator, because there was too much to try.
  let cutShort: Int
  let weekCount: Int
  /// The number of the week that holds the first day of the window.
  let windowWeek: Int
  /// The two-legged costs.
  let facilitatorChange: Int
  let unscheduled: Int

  /// Works out the options of every visit of `pairs`, with so much `effort` in all.
  public init(
    _ table: OpportunityTable, pairs: [(first: Int, second: Int)], effort: SearchEffort = SearchEffort()
  ) {
    let settings = table.programme.settings
    var options: [Option] = []
    var visitOf: [Int] = []
    var ranges: [Range<Int>] = []
    for (index, pair) in pairs.enumerated() {
      for leg in 0..<2 {
        let host = leg == 0 ? pair.first : pair.second
        let visitor = leg == 0 ? pair.second : pair.first
        let own = table.options(host: host, visitor: visitor, effort: effort)
        ranges.append(options.count..<options.count + own.count)
        options += own
        visitOf += Array(repeating: 2 * index + leg, count: own.count)
      }
    }
    // A fixed visit may lie outside the window.
    let days = options.map(\.day) + [settings.visitsFrom, settings.visitsTo]
    let firstWeek = (days.min() ?? settings.visitsFrom).week.monday
    let lastWeek = (days.max() ?? settings.visitsTo).week.monday
    self.table = table
    self.pairs = pairs
    self.options = options
    self.visitOf = visitOf
    optionsOf = ranges
    day = options.map(\.day.number)
    week = options.map { firstWeek.distance(to: $0.day.week.monday) / 7 }
    facilitator = options.map { $0.facilitator ?? -1 }
    cost = options.map(\.cost)
    isFixed = options.map(\.isFixed)
    cutShort = options.count { !$0.isBest }
    windowWeek = firstWeek.distance(to: settings.visitsFrom.week.monday) / 7
    weekCount = firstWeek.distance(to: lastWeek) / 7 + 1
    facilitatorChange = FacilitatorChange.cost(settings)
    unscheduled = Unscheduled.cost(settings)
  }

  /// The host of a visit, by index of team.
  func host(_ visit: Int) -> Int { visit % 2 == 0 ? pairs[visit / 2].first : pairs[visit / 2].second }
  /// The visitor of a visit, by index of team.
  func visitor(_ visit: Int) -> Int { visit % 2 == 0 ? pairs[visit / 2].second : pairs[visit / 2].first }

  /// Whether a visit stands where it is and must not be left out.
  func isFixed(visit: Int) -> Bool { optionsOf[visit].contains { isFixed[$0] } }
}
