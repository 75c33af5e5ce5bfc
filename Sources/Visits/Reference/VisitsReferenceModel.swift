public import Algebra
import Domain
import Opportunities

extension VisitsReference {
  /// The model with the rows of models/visits.mod, by the same names.
  public func model() throws(AlgebraError) -> Model {
    var model = VisitsReferenceModel(self)
    try model.addVariables()
    try model.addObjective()
    try model.addVisitRows()
    try model.addCalendarRows()
    try model.addFacilitatorRows()
    try model.addContestRows()
    return model.model
  }
}

/// The model as it grows, family by family.
struct VisitsReferenceModel {
  let reference: VisitsReference
  var model: Model
  /// By option, visit, pair and facilitator.
  var x: [Variable] = []
  var u: [Variable] = []
  var changed: [Variable] = []
  var over: [Variable] = []

  var problem: VisitsProblem { reference.problem }
  var settings: Settings { reference.programme.settings }

  init(_ reference: VisitsReference) {
    self.reference = reference
    model = Model("visits of \(reference.programme.settings.id), see models/visits.mod")
  }

  mutating func addVariables() throws(AlgebraError) {
    for option in problem.options.indices {
      x.append(try model.addBinary(MathProgSymbol.name("x", [reference.number(option)])))
    }
    for visit in reference.visits {
      u.append(try model.addBinary(MathProgSymbol.name("u", [reference.visit(visit)])))
    }
    for pair in problem.pairs.indices {
      changed.append(try model.addBinary(MathProgSymbol.name("changed", [reference.pair(pair)])))
    }
    for facilitator in reference.programme.facilitators.indices {
      over.append(
        try model.addInteger(MathProgSymbol.name("over", [reference.facilitator(facilitator)]), lower: 0))
    }
  }

  mutating func addObjective() throws(AlgebraError) {
    var cost = LinearAccumulator()
    for (option, variable) in zip(problem.options, x) { cost.add(Term(option.costs.total.count, variable)) }
    for variable in changed { cost.add(Term(FacilitatorChange.cost(settings), variable)) }
    for variable in over { cost.add(Term(FacilitatorImbalance.cost(settings), variable)) }
    for variable in u { cost.add(Term(Unscheduled.cost(settings), variable)) }
    try model.minimise(cost.expression())
  }

  /// Σ x over some options.
  func sum(_ options: some Sequence<Int>) -> LinearExpression {
    var sum = LinearAccumulator()
    for option in options { sum.add(Term(1, x[option])) }
    return sum.expression()
  }

  /// Adds a row under the name of a rule and its indices.
  mutating func add(_ rule: Rule, _ indices: [MathProgSymbol], _ row: Row) throws(AlgebraError) {
    try model.add(MathProgSymbol.name(rule.rawValue, indices), row)
  }

  /// Adds a row by which at most `limit` of some options are chosen: fixed ones use what they use, and the others
  /// have what is left, never less than nothing.
  mutating func add(
    _ rule: Rule, _ indices: [MathProgSymbol], _ options: [Int], atMost limit: Int
  ) throws(AlgebraError) {
    let row = CouplingRow(rule: rule, options: options, limit: limit).lessFixed(problem.isFixed)
    try add(rule, indices, sum(row.options) <= row.limit)
  }

  /// The rows of each visit and its pair's other visit.
  mutating func addVisitRows() throws(AlgebraError) {
    let gap = ReciprocalGap(settings.visits)
    let same = SameFacilitatorRequired(settings.visits)
    let change = FacilitatorChange.cost(settings)
    for visit in reference.visits {
      let own = problem.optionsOf[visit]
      let others = problem.optionsOf[reference.other(visit)]
      let isOtherUnscheduled = u[reference.other(visit)]
      let id = reference.visit(visit)
      try add(EachLegOnce.rule, [id], sum(own) + u[visit] == 1)
      for option in own where problem.isFixed[option] {
        try model.add(MathProgSymbol.name("fixed_stays", [reference.number(option)]), x[option] == 1)
      }
      let bothStay = problem.isFixed(visit: visit) && problem.isFixed(visit: reference.other(visit))
      for today in byKey(own, { reference.day[$0] }) where !bothStay {
        let fitting = others.filter { gap.admits(problem.day[today.options[0]], problem.day[$0]) }
        try add(
          ReciprocalGap.rule, [id, .whole(today.key)],
          sum(today.options) <= sum(fitting) + isOtherUnscheduled)
      }
      for led in byKey(own.filter { problem.facilitator[$0] >= 0 }, { problem.facilitator[$0] }) {
        let agreeing = others.filter { !FacilitatorChange.applies(problem.facilitator[$0], led.key) }
        let leader = reference.facilitator(led.key)
        if same.isRequired, !bothStay {
          try add(
            SameFacilitatorRequired.rule, [id, leader],
            sum(led.options) <= sum(agreeing) + isOtherUnscheduled)
        }
        if change > 0 {
          try model.add(
            MathProgSymbol.name("facilitator_change_counted", [id, leader]),
            sum(led.options) <= sum(agreeing) + isOtherUnscheduled + changed[visit / 2])
        }
      }
    }
  }

  /// The rows of weeks.
  mutating func addCalendarRows() throws(AlgebraError) {
    guard let limit = settings.visits.maxPerWeek else { return }
    for week in byKey(problem.options.indices, { problem.week[$0] }) {
      try add(WeeklyLimit.rule, [.whole(weekNumber(week.key))], week.options, atMost: limit)
    }
  }

  /// A week of the problem's as models/visits.mod counts it: 0 is the one that holds `visits_from`.
  func weekNumber(_ week: Int) -> Int { week - problem.windowWeek }

  /// `options` by their keys, ascending.
  func byKey(_ options: some Sequence<Int>, _ key: (Int) -> Int) -> [(key: Int, options: [Int])] {
    var groups: [Int: [Int]] = [:]
    for option in options { groups[key(option), default: []].append(option) }
    return groups.keys.sorted().map { ($0, groups[$0, default: []]) }
  }
}
