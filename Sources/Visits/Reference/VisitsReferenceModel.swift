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
  /// By option, visit, group and facilitator.
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
    for group in problem.groups.indices {
      changed.append(try model.addBinary(MathProgSymbol.name("changed", [reference.group(group)])))
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
    let row = CouplingRow(rule: rule, options: options, limit: limit).lessFixed(problem)
    try add(rule, indices, sum(row.options) <= row.limit)
  }

  /// The rows of each visit and the others of its pair or trio.
  mutating func addVisitRows() throws(AlgebraError) {
    for visit in reference.visits {
      let own = problem.optionsOf[visit]
      try add(EachLegOnce.rule, [reference.visit(visit)], sum(own) + u[visit] == 1)
      if problem.isFixed(visit: visit) {
        try model.add(MathProgSymbol.name("fixed_stays", [reference.visit(visit)]), sum(own) == 1)
      }
      try addGapRows(visit)
      for other in reference.others(visit) { try addLeaderRows(visit, other) }
    }
  }

  private mutating func addGapRows(_ visit: Int) throws(AlgebraError) {
    let gap = ReciprocalGap(settings.visits)
    let others = reference.others(visit)
    let isTrio = others.count > 1
    let staying = others.filter { problem.isFixed(visit: $0) }
    let stayingOfAll = staying.count + (problem.isFixed(visit: visit) ? 1 : 0)
    let id = reference.visit(visit)
    for today in byKey(problem.optionsOf[visit], { reference.day[$0] }) {
      let day = problem.day[today.options[0]]
      func fitting(_ other: Int, isOpen: Bool) -> [Int] {
        problem.optionsOf[other].filter { gap.admits(day, problem.day[$0], isOpen: isOpen) }
      }
      if stayingOfAll < 2 {
        for other in others {
          try add(
            ReciprocalGap.rule, [id, reference.visit(other), .whole(today.key)],
            sum(today.options) <= sum(fitting(other, isOpen: isTrio)) + u[other])
        }
        if isTrio {
          let near = others.flatMap { fitting($0, isOpen: false) }
          try model.add(
            MathProgSymbol.name("ReciprocalGap_chain", [id, .whole(today.key)]),
            sum(today.options) <= sum(near) + u[others[0]] + u[others[1]])
        }
      } else if isTrio, staying.count == 2, stayingOfAll == 2 {
        let dates = staying.map { other in
          ReciprocalGap.Date(day: problem.day[problem.optionsOf[other].lowerBound], isFixed: true)
        }
        if gap.admits(ReciprocalGap.Date(day: day, isFixed: false), dates[0], dates[1]) { continue }
        try model.add(
          MathProgSymbol.name("ReciprocalGap_staying", [id, .whole(today.key)]), sum(today.options) == 0)
      }
    }
  }

  private mutating func addLeaderRows(_ visit: Int, _ other: Int) throws(AlgebraError) {
    let same = SameFacilitatorRequired(settings.visits)
    let own = problem.optionsOf[visit].filter { problem.facilitator[$0] >= 0 }
    let bothStay = problem.isFixed(visit: visit) && problem.isFixed(visit: other)
    for led in byKey(own, { problem.facilitator[$0] }) {
      let agreeing = problem.optionsOf[other].filter {
        !FacilitatorChange.applies(problem.facilitator[$0], led.key)
      }
      let id = [reference.visit(visit), reference.visit(other), reference.facilitator(led.key)]
      if same.isRequired, !bothStay {
        try add(SameFacilitatorRequired.rule, id, sum(led.options) <= sum(agreeing) + u[other])
      }
      if FacilitatorChange.cost(settings) > 0 {
        try model.add(
          MathProgSymbol.name("facilitator_change_counted", id),
          sum(led.options) <= sum(agreeing) + u[other] + changed[problem.groupOf[visit]])
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
