import Domain
import Opportunities

/// Nobody is in two visits on one day: a clique for each person of several teams and day.
enum OneVisitPerPersonPerDay: CliqueRule {
  static let rule = Rule.oneVisitPerPersonPerDay

  static func cliques(_ problem: VisitsProblem) -> [[Int]] {
    let people = problem.table.programme.people
    let isShared = people.map { $0.teams.count > 1 }
    var visits = [[Int]](repeating: [], count: people.count)
    for option in problem.options.indices {
      for person in problem.options[option].attendees where isShared[person] {
        visits[person].append(option)
      }
    }
    return people.indices.flatMap { person in
      grouped(visits[person]) { (person, problem.day[$0]) }
    }
  }
}
