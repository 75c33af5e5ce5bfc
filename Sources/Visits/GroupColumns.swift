import Domain
import Opportunities

/// Every column of every pair and trio: all its visits with its own rules satisfied, or some of them, or none; never
/// without a fixed visit, and nothing that clashes with the fixed visits of any group.
///
/// Flat arrays, the columns of a group next to each other; option -1 means that the visit has no date.
struct GroupColumns {
  /// Columns next to each other that share the option of their group's first visit, and their least cost: what a search
  /// for cheap columns may pass over at once.
  struct Run {
    var columns: Range<Int>
    var first: Int32
    var least: Int
  }

  /// The option of each group's first, second and third visit; a pair has no third.
  private(set) var first: [Int32] = []
  private(set) var second: [Int32] = []
  private(set) var third: [Int32] = []
  /// The cost in minutes.
  private(set) var cost: [Int] = []
  /// The range of each group's columns; the last of a range is the one with the fewest visits, held in the last of their
  /// ways, which always can be.
  private(set) var columnsOf: [Range<Int>] = []
  private(set) var runs: [Run] = []
  /// The range of each group's runs.
  private(set) var runsOf: [Range<Int>] = []
  /// How many options of a trio have no column because there would be too many: then nothing is proven.
  private(set) var leftOut = 0

  var count: Int { cost.count }

  /// At most so many columns a trio: some hundred megabytes, and a second for a round of pricing at the worst.
  static let mostOfTrio = 3_000_000

  init(_ problem: VisitsProblem, conflicts: ConflictRules, mostOfTrio: Int) {
    let rules = GroupRules(problem, conflicts)
    let isOpen = Self.isOpen(problem, conflicts)
    var options = problem.visitsOf.map { visits in
      visits.map { visit in problem.optionsOf[visit].filter { isOpen[$0] } }
    }
    var most = 0
    for group in options.indices {
      if options[group].count == 3 {
        let selection = TrioSelection(options[group], rules, most: mostOfTrio)
        leftOut += selection.leftOut
        options[group] = selection.options
        most += selection.columns
      }
      most += Self.mostOfTwos(options[group], rules) + options[group].joined().count + 1
    }
    // Growing bit by bit takes as long as all the rest.
    first.reserveCapacity(most)
    second.reserveCapacity(most)
    third.reserveCapacity(most)
    cost.reserveCapacity(most)
    for (visits, options) in zip(problem.visitsOf, options) {
      let start = cost.count
      let isBound = visits.map { problem.isFixed(visit: $0) }
      if options.count == 3 { addTrios(options, rules) }
      addTwos(options, isBound, rules)
      for one in options.indices where isBound.indices.allSatisfy({ $0 == one || !isBound[$0] }) {
        for option in options[one] {
          let missing = (options.count - 1) * problem.unscheduled
          append([option], at: [one], price: problem.cost[option] + missing)
        }
      }
      if !isBound.contains(true) { append([], at: [], price: options.count * problem.unscheduled) }
      columnsOf.append(start..<cost.count)
      addRuns(start..<cost.count)
    }
  }

  /// The options of a column, by visit.
  func options(of column: Int) -> [Int] {
    [first[column], second[column], third[column]].filter { $0 >= 0 }.map(Int.init)
  }

  /// The options of a column, one by one.
  @inline(__always)
  func eachOption(of column: Int, _ visit: (Int) -> Void) {
    let (a, b, c) = (first[column], second[column], third[column])
    if a >= 0 { visit(Int(a)) }
    if b >= 0 { visit(Int(b)) }
    if c >= 0 { visit(Int(c)) }
  }

  /// The option of a column for the visit at `place` of its group; -1 without a date.
  func option(of column: Int, at place: Int) -> Int {
    Int(place == 0 ? first[column] : place == 1 ? second[column] : third[column])
  }

  /// The group that a column belongs to.
  func group(of column: Int) -> Int {
    var low = 0
    var high = columnsOf.count - 1
    while low < high {
      let middle = (low + high) / 2
      if column < columnsOf[middle].upperBound { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Columns of a trio's three visits.
  private mutating func addTrios(_ options: [[Int]], _ rules: GroupRules) {
    let days = options.map { rules.byDay($0) }
    for a in days[0] {
      for b in days[1] {
        for c in days[2] where rules.gap.admits(a.date, b.date, c.date) {
          for x in a.options {
            for y in b.options where rules.agree(x, y) {
              for z in c.options where rules.agree(x, z) && rules.agree(y, z) {
                first.append(Int32(x))
                second.append(Int32(y))
                third.append(Int32(z))
                cost.append(rules.cost(x, y, z))
              }
            }
          }
        }
      }
    }
  }

  /// Columns of two visits: both of a pair, or two of a trio while the third has no date; those of one option of the
  /// earlier visit lie next to each other.
  private mutating func addTwos(_ options: [[Int]], _ isBound: [Bool], _ rules: GroupRules) {
    let isOpen = options.count > 2
    let missing = (options.count - 2) * rules.problem.unscheduled
    let days = options.map { rules.byDay($0) }
    for one in options.indices {
      for other in options.indices.dropFirst(one + 1)
      where isBound.indices.allSatisfy({ $0 == one || $0 == other || !isBound[$0] }) {
        for day in days[one] {
          let beside = days[other].filter { rules.gap.admits(day.date, $0.date, isOpen: isOpen) }
            .flatMap(\.options)
          for a in day.options {
            for b in beside where rules.agree(a, b) {
              first.append(one == 0 ? Int32(a) : -1)
              second.append(one == 1 ? Int32(a) : other == 1 ? Int32(b) : -1)
              third.append(other == 2 ? Int32(b) : -1)
              cost.append(rules.cost(a, b) + missing)
            }
          }
        }
      }
    }
  }

  /// The runs of a group's columns.
  private mutating func addRuns(_ columns: Range<Int>) {
    let start = runs.count
    var column = columns.lowerBound
    while column < columns.upperBound {
      var run = Run(columns: column..<column, first: first[column], least: cost[column])
      while column < columns.upperBound, first[column] == run.first {
        run.least = min(run.least, cost[column])
        column += 1
      }
      run.columns = run.columns.lowerBound..<column
      runs.append(run)
    }
    runsOf.append(start..<runs.count)
  }

  /// At most so many columns of two visits does a group have.
  private static func mostOfTwos(_ options: [[Int]], _ rules: GroupRules) -> Int {
    let days = options.map { rules.byDay($0) }
    var most = 0
    for one in days.indices {
      for other in days.indices.dropFirst(one + 1) {
        for a in days[one] {
          for b in days[other] where rules.gap.admits(a.date, b.date, isOpen: options.count > 2) {
            most += a.options.count * b.options.count
          }
        }
      }
    }
    return most
  }

  /// Whether the fixed visits, which give way to nothing, leave each option a place.
  private static func isOpen(_ problem: VisitsProblem, _ conflicts: ConflictRules) -> [Bool] {
    let fixed = problem.options.indices.filter { problem.isFixed[$0] }
    return problem.options.indices.map { option in
      !fixed.contains {
        $0 != option && abs(problem.day[$0] - problem.day[option]) <= 1 && conflicts.bars($0, option)
      }
    }
  }

  private mutating func append(_ options: [Int], at places: [Int], price: Int) {
    var column: (Int32, Int32, Int32) = (-1, -1, -1)
    for (option, place) in zip(options, places) {
      switch place {
      case 0: column.0 = Int32(option)
      case 1: column.1 = Int32(option)
      default: column.2 = Int32(option)
      }
    }
    first.append(column.0)
    second.append(column.1)
    third.append(column.2)
    cost.append(price)
  }
}
