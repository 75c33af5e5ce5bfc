import Domain
import Testing

@testable import Allocation

/// Who visits and who is a control.
struct AllocationProblemTests {
  private static let shapes: [[Int]] = [
    [2], [5], [6], [15], [4, 4], [3, 3, 3], [1, 1, 1, 1, 1], [7, 2, 1], [1, 5, 9, 2], [8, 1, 1, 1, 1, 3],
  ]

  private func visiting(_ answer: AllocationAnswer) -> [String] {
    answer.allocated.filter { $0.arm == .visit }.map(\.unit.id.text)
  }

  @Test func `one seed is one allocation, recorded here for ever`() throws {
    let answer = try AllocationProblem(units: Units.of(3, 2, 2)).answer(seed: 2026)
    #expect(visiting(answer) == ["X102+Y102", "X103+Y103", "X104+Y104", "X107+Y107"])
    #expect(answer.draws.map(\.draw.outcome) == [1, 1, 4, 0, 1, 1, 0])
  }

  @Test func `the order in which units are given does not matter`() throws {
    let units = Units.of(5, 3, 1)
    for seed in UInt64(0)..<20 {
      let answer = try AllocationProblem(units: units).answer(seed: seed)
      #expect(try AllocationProblem(units: units.reversed()).answer(seed: seed) == answer)
      #expect(try AllocationProblem(units: units).answer(seed: seed) == answer)
    }
    #expect(
      Set((UInt64(0)..<20).compactMap { try? visiting(AllocationProblem(units: units).answer(seed: $0)) })
        .count > 15)
  }

  @Test(arguments: shapes)
  func `each stratum is balanced and the total exact, for a thousand seeds`(sizes: [Int]) throws {
    let units = Units.of(sizes)
    for total in Set([1, units.count / 3, (units.count + 1) / 2, units.count - 1]).sorted() where total > 0 {
      let problem = try AllocationProblem(units: units, share: .units(total))
      // Gathered, since a thousand expectations for each are slow.
      var unbalanced: [UInt64] = []
      for seed in UInt64(0)..<1000 {
        let answer = problem.answer(seed: seed)
        let isBalanced = answer.strata.allSatisfy { part in
          abs(part.visiting * units.count - part.order.count * total) < units.count
        }
        let isExact = answer.strata.reduce(0) { $0 + $1.visiting } == total
        if !isBalanced || !isExact || answer.strata.map(\.order.count) != sizes { unbalanced.append(seed) }
      }
      #expect(unbalanced == [], "\(total) visiting of \(sizes)")
    }
  }

  @Test(arguments: shapes)
  func `every unit is as likely to visit, whatever the size of its stratum`(sizes: [Int]) throws {
    let units = Units.of(sizes)
    let seeds = 4000
    for total in Set([1, (units.count + 1) / 2]).sorted() {
      let problem = try AllocationProblem(units: units, share: .units(total))
      var times: [String: Int] = [:]
      for seed in 0..<UInt64(seeds) {
        for name in visiting(problem.answer(seed: seed)) { times[name, default: 0] += 1 }
      }
      let chance = Double(total) / Double(units.count)
      let deviation = (Double(seeds) * chance * (1 - chance)).squareRoot()
      for unit in units {
        #expect(
          abs(Double(times[unit.id.text] ?? 0) - Double(seeds) * chance) < 4.5 * deviation,
          "\(unit.id) of \(sizes), \(total) visiting")
      }
    }
  }

  @Test func `without strata every choice of units is as likely`() throws {
    let problem = try AllocationProblem(units: Units.of(4))
    var times: [[String]: Int] = [:]
    for seed in UInt64(0)..<6000 { times[visiting(problem.answer(seed: seed)), default: 0] += 1 }
    #expect(times.count == 6)
    // Five standard deviations of 1000 in 6000 are 144.
    for (_, count) in times { #expect((856...1144).contains(count)) }
  }

  @Test(arguments: shapes)
  func `drawing again by hand, from the words of the log, gives the same`(sizes: [Int]) throws {
    let units = Units.of(sizes)
    let named = units.map { ($0.id.text, $0.stratum.name) }
    for total in 1..<max(2, units.count) {
      let problem = try AllocationProblem(units: units, share: .units(total))
      for seed in [0, 1, 77, .max - 3] + (UInt64(1000)..<1040) {
        let byHand = DrawnByHand(named, visiting: total, seed: seed)
        #expect(byHand.visiting == Set(visiting(problem.answer(seed: seed))))
      }
    }
  }

  @Test func `every number is in the record, with what it decided`() throws {
    let answer = try AllocationProblem(units: Units.of(3, 2)).answer(seed: 5)
    // 3·3/5 = 1 and 4/5, 2·3/5 = 1 and 1/5: two strata in a row, a mark, then three units and two.
    let counts = answer.draws.map(\.draw.count)
    #expect(counts == [2, 5, 3, 2, 2])
    for part in answer.strata {
      let placed = answer.draws.compactMap { draw -> (Int, PairID)? in
        guard case .unit(let unit, part.stratum, let place) = draw.decision else { return nil }
        return (place, unit)
      }
      #expect(placed.map(\.0) == Array((2...part.order.count).reversed()))
      for (place, unit) in placed { #expect(part.order[place - 1].id == unit) }
    }
  }

  @Test(arguments: [(1, 1), (2, 1), (3, 2), (15, 8), (16, 8)])
  func `half visit, and the odd pair`(count: Int, visit: Int) throws {
    #expect(try AllocationProblem(units: Units.of(count)).visiting == visit)
  }

  @Test func `a share is rounded up to whole pairs`() throws {
    #expect(try AllocationProblem(units: Units.of(15), share: .percent(40)).visiting == 6)
    #expect(try AllocationProblem(units: Units.of(15), share: .percent(41)).visiting == 7)
    #expect(try AllocationProblem(units: Units.of(15), share: .percent(1)).visiting == 1)
  }

  @Test func `a single pair visits, and nothing is drawn`() throws {
    let answer = try AllocationProblem(units: Units.of(1)).answer(seed: 9)
    #expect(visiting(answer) == ["X101+Y101"])
    #expect(answer.draws == [])
  }

  @Test func `a trio is one unit, and its teams stay together`() throws {
    let trio = AllocationUnit(
      teams: ["T3", "T1", "T2"].compactMap { TeamID($0) },
      stratum: Stratum(cells: ["South", nil, "North"]))
    #expect(trio.id.text == "T1+T2+T3")
    #expect(trio.stratum.name == "(blank) + North + South")
    var arms: Set<Arm> = []
    for seed in UInt64(0)..<50 {
      let answer = try AllocationProblem(units: Units.of(2) + [trio]).answer(seed: seed)
      let arm = answer.allocated.filter { $0.unit == trio }.map(\.arm)
      #expect(arm.count == 1)
      arms.formUnion(arm)
    }
    #expect(arms == [.visit, .control])
  }

  @Test func `the order of teams makes no other stratum, a blank does`() {
    #expect(Stratum(cells: ["North", "South"]) == Stratum(cells: ["South", "North"]))
    #expect(Stratum(cells: [nil, nil]) != Stratum(cells: [nil, "North"]))
    #expect(Stratum(cells: [nil, nil]).name == "(blank) + (blank)")
    // One letter, spelt in two ways: two strata, as their bytes are two.
    #expect(Stratum(cells: ["\u{E9}"]) != Stratum(cells: ["e\u{301}"]))
  }

  @Test func `what cannot be drawn is refused in words`() {
    #expect(throws: AllocationRefusal.noUnits) { try AllocationProblem(units: []) }
    #expect(throws: AllocationRefusal.share(visiting: 4, units: 4)) {
      try AllocationProblem(units: Units.of(4), share: .units(4))
    }
    #expect(throws: AllocationRefusal.share(visiting: 0, units: 4)) {
      try AllocationProblem(units: Units.of(4), share: .units(0))
    }
    #expect(
      AllocationRefusal.share(visiting: 4, units: 4).description
        == "4 of 4 pairs cannot visit and leave a control arm; ask for 1 to 3")
    let twice = Units.of(2) + Units.of(1)
    #expect { try AllocationProblem(units: twice) } throws: {
      "\($0)" == "the team X101 is in two pairs; keep it in one"
    }
  }
}
