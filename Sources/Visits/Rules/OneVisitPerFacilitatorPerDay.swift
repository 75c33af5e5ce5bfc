import Domain
import Opportunities

/// A facilitator makes one visit a day: a lazy row a facilitator and day.
struct OneVisitPerFacilitatorPerDay: ConflictRule {
  static let rule = Rule.oneVisitPerFacilitatorPerDay
  private let facilitator: [Int]
  private let day: [Int]
  /// The options of each facilitator and day that two visits share.
  private let groups: [[Int]]

  init(_ problem: VisitsProblem) {
    facilitator = problem.facilitator
    day = problem.day
    groups = grouped(problem.options.indices.filter { problem.facilitator[$0] >= 0 }) {
      [problem.facilitator[$0], problem.day[$0]]
    }
  }

  func forbids(_ a: Int, _ b: Int) -> Bool {
    facilitator[a] >= 0 && facilitator[a] == facilitator[b] && day[a] == day[b]
  }

  func rows(brokenBy usage: [Double], tolerance: Double) -> [CouplingRow] {
    groups.compactMap { options in
      let used = options.reduce(0) { $0 + usage[$1] }
      return used > 1 + tolerance ? CouplingRow(rule: Self.rule, options: options, limit: 1) : nil
    }
  }
}

/// `options` in groups of equal keys, in the order of the keys; groups of one are left out.
func grouped(_ options: [Int], by key: (Int) -> [Int]) -> [[Int]] {
  var groups: [(key: [Int], options: [Int])] = []
  let keyed = options.map { (key: key($0), option: $0) }
    .sorted { $0.key == $1.key ? $0.option < $1.option : $0.key.lexicographicallyPrecedes($1.key) }
  for (key, option) in keyed {
    if groups.last?.key == key {
      groups[groups.count - 1].options.append(option)
    } else {
      groups.append((key, [option]))
    }
  }
  return groups.map(\.options).filter { $0.count > 1 }
}
