import Testing
import WhatIf

@Suite struct NewPartnersTests {
  private typealias Remedy = NewPartners.Remedy

  /// Candidates from pairs and their scores.
  private func candidates(
    _ count: Int, _ scores: [(Int, Int, Int)], minutes: [Int]? = nil, allowsTrio: Bool = false,
    admitsTrio: @escaping @Sendable ([Int]) -> Bool = { _ in true }
  ) -> NewPartners.Candidates {
    var matrix = [Int?](repeating: nil, count: count * count)
    for (a, b, score) in scores {
      matrix[a * count + b] = score
      matrix[b * count + a] = score
    }
    return NewPartners.Candidates(
      teamCount: count, scores: matrix, minutes: minutes ?? matrix.map { _ in 60 }, allowsTrio: allowsTrio,
      admitsTrio: admitsTrio)
  }

  private func pair(_ a: Int, _ b: Int, _ score: Int, minutes: Int = 60) -> NewPartners.Breakable {
    NewPartners.Breakable([a, b], score: score, minutes: minutes)
  }

  @Test func aTeamAloneTakesTheOtherThatIsAlone() {
    let found = NewPartners(
      without: [0, 1], breakable: [], minutesLeft: nil, among: candidates(2, [(0, 1, 5)]))
    #expect(found.remedies == [Remedy(broken: [], made: [[0, 1]], alone: [], gain: 5)])
  }

  @Test func nobodyCanBeFound() {
    let found = NewPartners(
      without: [0], breakable: [pair(1, 2, 7)], minutesLeft: nil, among: candidates(3, [(1, 2, 7)]))
    #expect(found.remedies == [Remedy(broken: [], made: [], alone: [0], gain: 0)])
  }

  @Test func withAnOddNumberATrioIsMadeOfOnePair() {
    // 0 fits both 1 and 2; the three score ⌊(4 + 5 + 7) / 3⌋ = 5, and the pair scored 7.
    let scores = [(0, 1, 4), (0, 2, 5), (1, 2, 7)]
    let found = NewPartners(
      without: [0], breakable: [pair(1, 2, 7)], minutesLeft: nil,
      among: candidates(3, scores, allowsTrio: true))
    #expect(
      found.remedies == [
        Remedy(broken: [[1, 2]], made: [[0, 1, 2]], alone: [], gain: -2),
        Remedy(broken: [], made: [], alone: [0], gain: 0),
      ])
    let without = NewPartners(
      without: [0], breakable: [pair(1, 2, 7)], minutesLeft: nil,
      among: candidates(3, scores, allowsTrio: true, admitsTrio: { _ in false }))
    #expect(without.remedies.first?.alone == [0])
  }

  @Test func twoPairsAreBrokenUpWhereOneIsNotEnough() {
    // 0 and 1 are alone and fit only 2 and 4; 3 and 5 then fit each other.
    let scores = [(0, 2, 1), (1, 4, 1), (2, 3, 9), (4, 5, 9), (3, 5, 2)]
    let found = NewPartners(
      without: [0, 1], breakable: [pair(2, 3, 9), pair(4, 5, 9)], minutesLeft: nil,
      among: candidates(6, scores))
    #expect(
      found.remedies.first
        == Remedy(
          broken: [[2, 3], [4, 5]], made: [[0, 2], [1, 4], [3, 5]], alone: [], gain: 1 + 1 + 2 - 18))
  }

  @Test func theTravelBudgetIsKept() {
    // 0 and 1 would be partners over 60 minutes; with 59 left a pair over 10 has to be broken up for it.
    let scores = [(0, 1, 5), (0, 2, 1), (1, 3, 1), (2, 3, 7)]
    var minutes = [Int](repeating: 60, count: 16)
    for (a, b, way) in [(0, 2, 30), (1, 3, 39), (2, 3, 10)] {
      minutes[a * 4 + b] = way
      minutes[b * 4 + a] = way
    }
    let all = candidates(4, scores, minutes: minutes)
    func first(left: Int?) -> Remedy? {
      NewPartners(
        without: [0, 1], breakable: [pair(2, 3, 7, minutes: 10)], minutesLeft: left, among: all
      ).remedies.first
    }
    #expect(first(left: nil)?.made == [[0, 1]])
    #expect(first(left: 60)?.made == [[0, 1]])
    #expect(first(left: 59) == Remedy(broken: [[2, 3]], made: [[0, 2], [1, 3]], alone: [], gain: -5))
    #expect(first(left: 58)?.alone == [0, 1])
    #expect(first(left: -100)?.alone == [0, 1])
  }

  @Test func whatIsFoundIsTheBestOfAllWays() {
    var state: UInt64 = 7
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    for _ in 0..<300 {
      let count = 5 + roll(4)
      var scores: [(Int, Int, Int)] = []
      for a in 0..<count { for b in (a + 1)..<count where roll(3) > 0 { scores.append((a, b, roll(20))) } }
      let allowsTrio = count % 2 == 1
      var minutes = [Int](repeating: 0, count: count * count)
      for a in 0..<count {
        for b in (a + 1)..<count {
          minutes[a * count + b] = roll(100)
          minutes[b * count + a] = minutes[a * count + b]
        }
      }
      func way(_ group: [Int]) -> Int {
        group.flatMap { a in group.map { minutes[a * count + $0] } }.max() ?? 0
      }
      let all = candidates(count, scores, minutes: minutes, allowsTrio: allowsTrio)
      let pairs = stride(from: count % 2 == 1 ? 1 : 2, to: count - 1, by: 2).map { [$0, $0 + 1] }
      let alone = (0..<count).filter { team in !pairs.contains { $0.contains(team) } }
      let breakable = pairs.map { NewPartners.Breakable($0, score: roll(20), minutes: way($0)) }
      let budget = roll(3) == 0 ? nil : roll(60 * count)
      let used = pairs.reduce(0) { $0 + way($1) }
      let found = NewPartners(
        without: alone, breakable: breakable, minutesLeft: budget.map { $0 - used }, among: all)
      let worth = Dictionary(
        uniqueKeysWithValues: scores.flatMap { a, b, score in [([a, b], score)] })
      // Every way to part everybody into pairs, one trio and teams alone, by brute force.
      var best: (alone: Int, broken: Int, gain: Int)?
      func part(_ open: [Int], _ groups: [[Int]]) {
        guard let first = open.first else {
          guard groups.count(where: { $0.count == 3 }) <= (allowsTrio ? 1 : 0) else { return }
          var gain = 0
          for group in groups where group.count > 1 && !pairs.contains(group) {
            let sides = group.count == 2 ? [group] : [[0, 1], [0, 2], [1, 2]].map { $0.map { group[$0] } }
            let each = sides.compactMap { worth[$0] }
            guard each.count == sides.count else { return }
            gain += group.count == 2 ? each[0] : each.reduce(0, +) / 3
          }
          let broken = breakable.filter { !groups.contains($0.teams) }
          guard broken.count <= 2 else { return }
          let added = groups.filter { $0.count > 1 && !pairs.contains($0) }.reduce(0) { $0 + way($1) }
          let freed = broken.reduce(0) { $0 + way($1.teams) }
          guard budget.map({ added <= max(0, $0 - used + freed) }) ?? true else { return }
          gain -= broken.reduce(0) { $0 + $1.score }
          let candidate = (groups.count { $0.count == 1 }, broken.count, gain)
          if best.map({ (candidate.0, candidate.1, -candidate.2) < ($0.alone, $0.broken, -$0.gain) }) ?? true
          {
            best = candidate
          }
          return
        }
        let rest = Array(open.dropFirst())
        part(rest, groups + [[first]])
        for other in rest {
          part(rest.filter { $0 != other }, groups + [[first, other]])
          for third in rest where third > other {
            part(rest.filter { $0 != other && $0 != third }, groups + [[first, other, third]])
          }
        }
      }
      part(Array(0..<count), [])
      let first = found.remedies.first
      #expect(first.map { $0.alone.count } == best?.alone)
      #expect(first.map { $0.broken.count } == best?.broken)
      #expect(first?.gain == best?.gain)
    }
  }
}
