import Domain
import Opportunities

/// What the visits chosen so far use of the limits, and whether another one still fits.
struct Occupancy {
  private let conflicts: ConflictRules
  private let isFixed: [Bool]
  private let isRigid: [Bool]
  private let rows: [CouplingRow]
  private let rowsOf: FlatLists
  private var usedOfRow: [Int]
  private var usedOfClique: [Int]
  /// The option at each facilitator's day; -1 where there is none.
  private var atPlace: [Int]

  /// Nothing chosen yet, under the rules of `conflicts` and the rows that are there from the start.
  init(_ problem: VisitsProblem, _ conflicts: ConflictRules, rows: [CouplingRow]) {
    self.conflicts = conflicts
    isFixed = problem.isFixed
    isRigid = problem.isRigid
    self.rows = rows
    rowsOf = FlatLists(rows.map(\.options)).inverse(count: problem.options.count)
    usedOfRow = Array(repeating: 0, count: rows.count)
    usedOfClique = Array(repeating: 0, count: conflicts.cliques.count)
    atPlace = Array(repeating: -1, count: conflicts.reach.placeCount)
  }

  /// Whether `option` goes together with all that is chosen; what is fixed always does, but for people and rooms of
  /// which it has a choice.
  func admits(_ option: Int) -> Bool {
    for row in rowsOf[option] {
      let row = Int(row)
      if rows[row].excessCost == nil, usedOfRow[row] >= rows[row].limit { return false }
    }
    if isRigid[option] { return true }
    for clique in conflicts.cliquesOf[option] where usedOfClique[Int(clique)] > 0 {
      if conflicts.counts(option, in: Int(clique)) { return false }
    }
    if isFixed[option] { return true }
    let place = conflicts.reach.place(option)
    guard place >= 0 else { return true }
    for beside in [place - 1, place + 1] where atPlace.indices.contains(beside) {
      let other = atPlace[beside]
      if other >= 0, conflicts.reach.forbids(other, option) { return false }
    }
    return true
  }

  /// What choosing `option` costs beside its own cost, in minutes.
  func excess(_ option: Int) -> Int {
    var cost = 0
    for row in rowsOf[option] {
      let row = Int(row)
      if let price = rows[row].excessCost, usedOfRow[row] >= rows[row].limit { cost += price }
    }
    return cost
  }

  mutating func add(_ option: Int) { count(option, 1) }

  mutating func remove(_ option: Int) { count(option, -1) }

  private mutating func count(_ option: Int, _ change: Int) {
    for row in rowsOf[option] { usedOfRow[Int(row)] += change }
    for clique in conflicts.cliquesOf[option] { usedOfClique[Int(clique)] += change }
    let place = conflicts.reach.place(option)
    if place >= 0 { atPlace[place] = change > 0 ? option : -1 }
  }
}
