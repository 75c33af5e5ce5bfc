import Domain
import Foundation
import Opportunities
import Testing

@testable import Checking

/// Agreement between the core and Checking over single days: for every team that could visit, every day of the
/// window and every facilitator, the table's option is exactly the best that the checker would allow.
@Suite struct DayAgreementTests {
  @Test(arguments: seeds)
  func `the best day of the table is the best of all days the checker allows`(seed: Int) {
    var tiny = TinyProgramme(seed: seed, teams: 2, forDays: true)
    var programme = tiny.make()
    // Every second visit was published before, and moving it costs.
    if seed % 2 == 1 { tiny.addSchedule(to: &programme, legs: [(0, [1])], mayFix: false) }
    // One that is over stays, and is no choice.
    programme.schedule.removeAll { $0.isFixed(on: programme.settings.today) }
    expectBestDays(programme, visitors: [1], "seed \(seed)")
  }

  @Test(arguments: trioSeeds)
  func `the best day of the table is the best for two visiting teams too`(seed: Int) {
    var tiny = TinyProgramme(seed: 7000 + seed, teams: 3, forDays: true)
    var programme = tiny.make()
    tiny.keepFew(of: &programme)
    tiny.easeForThree(in: &programme)
    if seed % 2 == 0 { tiny.shareSomebody(in: &programme) }
    if seed % 3 == 1 { tiny.addSchedule(to: &programme, legs: [(0, [1, 2])], mayFix: false) }
    programme.schedule.removeAll { $0.isFixed(on: programme.settings.today) }
    expectBestDays(programme, visitors: seed % 4 == 3 ? [2, 1] : [1, 2], "seed \(7000 + seed)")
  }

  private func expectBestDays(_ programme: Programme, visitors: [Int], _ context: String) {
    let table = OpportunityTable(programme)
    let checker = Checker(programme: programme)
    // The searches of crowded days remember where they have been from the first step.
    let options = table.options(host: 0, visitors: visitors, effort: SearchEffort(patience: 0))
    let facilitators: [Int?] =
      programme.facilitators.isEmpty ? [nil] : programme.facilitators.indices.map { $0 }
    for occasion in table.occasions[0]
    where table.occasions[0].first(where: { $0.day == occasion.day }) == occasion {
      let meetings = table.occasions[0].filter { $0.day == occasion.day }
      for facilitator in facilitators {
        let option = options.first { $0.day == occasion.day && $0.facilitator == facilitator }
        // Of several meetings on the day the cheapest, of those the shortest day, of those the earliest.
        let best = meetings.compactMap { meeting in
          BruteForceDay(
            programme, checker, host: 0, visitors: visitors, facilitator: facilitator,
            meeting: meeting.meeting
          ).best()
        }.min { Self.rank($0) < Self.rank($1) }
        let found = option.map {
          BruteForceDay.Best(cost: $0.cost, start: $0.interval.start, end: $0.interval.end)
        }
        #expect(
          found == best, "\(context), \(occasion.day), facilitator \(String(describing: facilitator))")
        if let option {
          let visit = Self.visit(programme, visitors, option)
          let breaches = checker.breaches(of: [visit], pairs: [])
            .filter { !BruteForceDay.isAboutOthers($0.rule) }
          #expect(breaches == [], "\(context), \(occasion.day)")
          #expect(checker.cost(of: visit) == option.costs, "\(context), \(occasion.day)")
        }
      }
      let isPossible = options.contains { $0.day == occasion.day }
      let sameDay = table.occasions[0].indices.filter { table.occasions[0][$0].day == occasion.day }
      #expect(
        sameDay.contains { table.isFeasible(host: 0, visitors: visitors, occasion: $0) } == isPossible,
        "\(context), \(occasion.day): the survey and the options disagree")
    }
  }

  private static func rank(_ day: BruteForceDay.Best) -> (Int, Int, Int) {
    (day.cost, day.end.minute - day.start.minute, day.start.minute)
  }

  private static func visit(_ programme: Programme, _ visitors: [Int], _ option: Opportunities.Option)
    -> Visit
  {
    Visit(
      host: programme.teams[0].id, visitors: visitors.map { programme.teams[$0].id }.sorted(),
      interval: option.interval, room: option.room,
      facilitator: option.facilitator.map { programme.facilitators[$0].id }, detail: option.detail)
  }

  @Test(arguments: 0..<24)
  func `no day without a meeting of the host is allowed`(seed: Int) {
    var tiny = TinyProgramme(seed: seed, teams: 2, forDays: true)
    let programme = tiny.make()
    let table = OpportunityTable(programme)
    let facts = Checker(programme: programme).facts
    let meetings = Set(table.occasions[0].filter { $0.blocks.isEmpty }.map(\.day))
    for day in programme.settings.visitsFrom.advanced(by: -2)...programme.settings.visitsTo.advanced(by: 2)
    where !meetings.contains(day) {
      let visit = Visit(
        host: programme.teams[0].id, visitors: [programme.teams[1].id],
        interval: Interval(start: Moment(day, .constant(9, 0)), end: Moment(day, .constant(15, 0))))
      let examination = Examination(facts: facts, visits: [visit], groups: [], pairs: nil, unscheduled: nil)
      #expect(!Checking.OnMeetingDate.findings(in: examination).isEmpty, "seed \(seed), \(day)")
    }
  }

  @Test(arguments: 0..<2000)
  func `every option of the table keeps every rule, at the cost it states`(seed: Int) {
    expectSoundOptions(Self.withSchedule(4000 + seed), visitors: [1], "seed \(4000 + seed)")
  }

  @Test(arguments: 0..<1000)
  func `every option for two visiting teams keeps every rule, at the cost it states`(seed: Int) {
    expectSoundOptions(Self.trioWithSchedule(8000 + seed), visitors: [1, 2], "seed \(8000 + seed)")
  }

  private func expectSoundOptions(_ programme: Programme, visitors: [Int], _ context: String) {
    let table = OpportunityTable(programme)
    let checker = Checker(programme: programme)
    let options = table.options(host: 0, visitors: visitors)
    let remembered = table.options(host: 0, visitors: visitors, effort: SearchEffort(patience: 0))
    #expect(remembered.map(\.cost) == options.map(\.cost), "\(context)")
    #expect(remembered.map(\.attendees) == options.map(\.attendees), "\(context)")
    for option in options {
      let visit = Self.visit(programme, visitors, option)
      let examination = Examination(
        facts: checker.facts, visits: [visit], groups: [], pairs: nil, unscheduled: nil)
      for rule in Registry.rules where !BruteForceDay.isAboutOthers(rule.rule) {
        let findings = rule.findings(in: examination)
        #expect(findings.filter { !$0.isStanding }.map(\.breach) == [], "\(context), \(option.day)")
        #expect(option.isFixed || findings.isEmpty, "\(context), \(option.day)")
      }
      #expect(checker.cost(of: visit) == option.costs, "\(context), \(option.day)")
    }
    guard !options.contains(where: \.isFixed) else { return }
    // Which days there are, the checker works out for itself.
    let teams = ([0] + visitors).map { programme.teams[$0].id }
    let dates = Leg(host: teams[0], visitors: Array(teams.dropFirst()), facts: checker.facts)
      .map { CommonDates.days(of: $0) }
    #expect(dates.map { Set($0) } == Set(options.map(\.day)), "\(context)")
    #expect(dates?.count == table.commonDates(host: 0, visitors: visitors), "\(context)")
  }

  /// Agreement over instances in which nothing happens would prove nothing.
  @Test(arguments: [[1], [1, 2]])
  func `the instances are alive`(visitors: [Int]) {
    var possible = 0
    var impossible = 0
    var preferences = CostSheet.zero
    var fixed = (whole: 0, bare: 0)
    for seed in 0..<200 {
      let programme =
        visitors.count == 1 ? Self.withSchedule(4000 + seed) : Self.trioWithSchedule(8000 + seed)
      let table = OpportunityTable(programme)
      for index in table.occasions[0].indices {
        if table.isFeasible(host: 0, visitors: visitors, occasion: index) {
          possible += 1
        } else {
          impossible += 1
        }
      }
      for option in table.options(host: 0, visitors: visitors) {
        preferences += option.costs
        guard option.isFixed else { continue }
        if option.detail == nil { fixed.bare += 1 } else { fixed.whole += 1 }
      }
    }
    #expect(fixed.whole >= 5 && fixed.bare >= 2)
    #expect(possible >= 15)
    #expect(impossible >= 15)
    for preference in [
      Preference.delay, .optionalAbsence, .counterpartMissing, .clinicCancelled, .ifNeeded, .notPreferred,
      .ownMeetingMissed, .overnight, .facilitatorTravel, .movePublished, .noticeBreach,
    ] {
      #expect(preferences[preference] > .zero, "\(preference.rawValue)")
    }
  }

  /// A programme of which half give a schedule, some of it fixed.
  private static func withSchedule(_ seed: Int) -> Programme {
    var tiny = TinyProgramme(seed: seed, teams: 2)
    var programme = tiny.make()
    if seed % 2 == 1 { tiny.addSchedule(to: &programme, legs: [(0, [1])], mayFix: true) }
    return programme
  }

  /// Three teams, of which half give a schedule; in every third, somebody is on two of them.
  private static func trioWithSchedule(_ seed: Int) -> Programme {
    var tiny = TinyProgramme(seed: seed, teams: 3)
    var programme = tiny.make()
    tiny.easeForThree(in: &programme)
    if seed % 3 == 0 { tiny.shareSomebody(in: &programme) }
    if seed % 2 == 1 { tiny.addSchedule(to: &programme, legs: [(0, [1, 2])], mayFix: true) }
    return programme
  }

  /// COUNTERPART_AGREEMENT=N tries N instances instead.
  static let seeds: Range<Int> = {
    let asked = ProcessInfo.processInfo.environment["COUNTERPART_AGREEMENT"].flatMap { Int($0) }
    return 0..<(asked ?? 16)
  }()
  static let trioSeeds: Range<Int> = 0..<seeds.count
}
