import Algebra
import Domain
import Opportunities

/// The rows of what several pairs share: facilitators, people and rooms.
extension VisitsReferenceModel {
  mutating func addFacilitatorRows() throws(AlgebraError) {
    let facilitators = reference.programme.facilitators
    let reach = FacilitatorWithinReach(problem)
    let ledBy = byKey(problem.options.indices, { problem.facilitator[$0] })
    for index in facilitators.indices {
      let id = reference.facilitator(index)
      let led = ledBy.first { $0.key == index }?.options ?? []
      try model.add(
        MathProgSymbol.name("facilitator_imbalance_counted", [id]),
        sum(led) - over[index]
          <= FacilitatorImbalance.share(visits: problem.visitCount, facilitators: facilitators.count))
      guard !led.isEmpty else { continue }
      if let limit = facilitators[index].maxVisits {
        try add(FacilitatorTotalLimit.rule, [id], led, atMost: limit)
      }
      if let limit = facilitators[index].maxVisitsPerWeek {
        for week in byKey(led, { problem.week[$0] }) {
          try add(
            FacilitatorWeeklyLimit.rule, [id, .whole(weekNumber(week.key))], week.options, atMost: limit)
        }
      }
      let days = byKey(led, { reference.day[$0] })
      for day in days {
        try add(OneVisitPerFacilitatorPerDay.rule, [id, .whole(day.key)], day.options, atMost: 1)
      }
      for (today, tomorrow) in zip(days, days.dropFirst()) where today.key + 1 == tomorrow.key {
        for option in today.options {
          let beyond = tomorrow.options.filter { reach.forbids(option, $0) }
          guard !beyond.isEmpty else { continue }
          try add(
            FacilitatorWithinReach.rule, [id, reference.number(option)], [option] + beyond, atMost: 1)
        }
      }
    }
  }

  mutating func addContestRows() throws(AlgebraError) {
    var optionsOf = [[Int]](repeating: [], count: reference.programme.people.count)
    for option in problem.options.indices {
      for person in reference.contested[option] { optionsOf[person].append(option) }
    }
    for (index, person) in reference.programme.people.enumerated() where !optionsOf[index].isEmpty {
      let id = reference.person(index)
      if let limit = person.maxDays {
        try add(PersonDayLimit.rule, [id], optionsOf[index], atMost: limit)
      }
      guard person.teams.count > 1 else { continue }
      for day in byKey(optionsOf[index], { reference.day[$0] }) {
        try add(OneVisitPerPersonPerDay.rule, [id, .whole(day.key)], day.options, atMost: 1)
      }
    }
    try addRoomRows()
  }

  private mutating func addRoomRows() throws(AlgebraError) {
    struct Use {
      var option: Int
      var from: Int
      var until: Int
    }
    var usesOf = [[Use]](repeating: [], count: reference.programme.rooms.count)
    for option in problem.options.indices {
      for use in reference.roomUses[option] {
        usesOf[use.room].append(
          Use(
            option: option, from: reference.minutes(use.interval.start, of: option),
            until: reference.minutes(use.interval.end, of: option)))
      }
    }
    for (room, uses) in usesOf.enumerated() {
      for day in byKey(uses.indices, { reference.day[uses[$0].option] }) {
        let today = day.options.map { uses[$0] }
        for moment in Set(today.map(\.from)).sorted() {
          let there = today.filter { $0.from <= moment && moment < $0.until }.map(\.option)
          try add(
            OneVisitPerRoom.rule, [reference.room(room), .whole(day.key), .whole(moment)], there, atMost: 1)
        }
      }
    }
  }
}
