import Domain
import Opportunities

/// A facilitator makes one visit a day: a clique a facilitator and day.
enum OneVisitPerFacilitatorPerDay: CliqueRule {
  static let rule = Rule.oneVisitPerFacilitatorPerDay

  static func cliques(_ problem: VisitsProblem) -> [[Int]] {
    grouped(problem.options.indices.filter { problem.facilitator[$0] >= 0 }) {
      (problem.facilitator[$0], problem.day[$0])
    }
  }
}

/// `options` in groups of equal keys, in the order of the keys; groups of one are left out.
func grouped(_ options: [Int], by key: (Int) -> (Int, Int)) -> [[Int]] {
  let keyed = options.map { (key: key($0), option: $0) }
    .sorted { $0.key == $1.key ? $0.option < $1.option : $0.key < $1.key }
  var groups: [[Int]] = []
  var start = 0
  while start < keyed.count {
    var end = start + 1
    while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
    if end - start > 1 { groups.append(keyed[start..<end].map(\.option)) }
    start = end
  }
  return groups
}
