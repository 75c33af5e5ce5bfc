import Domain
import Opportunities

/// Nobody gives more days than `max_days`: one row a person who states a number.
enum PersonDayLimit: RowRule {
  static let rule = Rule.personDayLimit

  static func rows(_ problem: VisitsProblem) -> [CouplingRow] {
    let people = problem.table.programme.people
    let isLimited = people.map { $0.maxDays != nil }
    var options = [[Int]](repeating: [], count: people.count)
    for option in problem.options.indices {
      for person in problem.options[option].attendees where isLimited[person] {
        options[person].append(option)
      }
    }
    return people.indices.compactMap { person in
      guard let limit = people[person].maxDays, !options[person].isEmpty else { return nil }
      return CouplingRow(rule: rule, options: options[person], limit: limit)
    }
  }
}
