import Checking
public import Domain
public import WhatIf

/// A schedule as it stands beside what becomes of it when something happens.
public struct ScenarioComparison: Sendable {
  /// What the question is called.
  public let name: String
  /// What happens.
  public let changes: [Change]
  /// The programme as it is.
  let programme: Programme
  /// The programme as it is then.
  public let changed: Programme
  let before: Plan
  /// The schedule that moves least.
  public let after: Plan
  /// What the two differ in.
  public let difference: PlanDifference
  /// Why each visit does not stay, as part of a sentence.
  let reasons: [VisitID: String]
  /// Other ways to give teams new partners, as sentences.
  let alternatives: [String]
  /// What fixed visits break by staying, as sentences.
  let standing: [String]
  /// The clinics given up in the whole plan, before and after.
  let clinicsBefore: Set<ClinicGivenUp>
  let clinicsAfter: Set<ClinicGivenUp>
  private let checker: Checker
  let oldDiaries: [DiaryOwner: [Availability]]
  let newDiaries: [DiaryOwner: [Availability]]

  /// Compares `before`, a plan of `programme`, with `after`, a plan of `changed`, in which visits may be `givenUp` on purpose.
  public init(
    name: String, changes: [Change], programme: Programme, changed: Programme, before: Plan, after: Plan,
    givenUp: Set<VisitID>, reasons: [VisitID: String], alternatives: [String], standing: [String]
  ) {
    self.name = name
    self.changes = changes
    self.programme = programme
    self.changed = changed
    self.before = before
    self.after = after
    self.reasons = reasons
    self.alternatives = alternatives
    self.standing = standing
    difference = PlanDifference(from: before, to: after, givenUp: givenUp)
    checker = Checker(programme: changed)
    oldDiaries = Dictionary(grouping: programme.availability, by: \.owner)
    newDiaries = Dictionary(grouping: changed.availability, by: \.owner)
    clinicsBefore = ClinicGivenUp.all(in: PlanWords(programme: programme, plan: before), oldDiaries)
    clinicsAfter = ClinicGivenUp.all(in: PlanWords(programme: changed, plan: after), newDiaries)
  }

  /// Whose notice a visit's move breaks, in the checker's words; `nil` where nobody's.
  func noticeBroken(by visit: Visit) -> String? { checker.explanation(of: .noticeBreach, for: visit) }

  /// Whether the clinic of an action is still in its owner's diary, and nothing else in its place.
  func canBeHeld(_ clinic: Action) -> Bool {
    guard let id = clinic.to.id else { return false }
    let owners = newDiaries.keys.filter { $0.description == id }
    return owners.contains { ClinicRuns(rows: newDiaries[$0] ?? []).touching(clinic.times) == clinic.times }
  }

  /// By how much the schedule costs more, visits without a date left out, in clinician-minutes.
  public var addedCost: Int {
    difference.addedCost
      - (difference.costsAfter[.unscheduled].count - difference.costsBefore[.unscheduled].count)
  }

  /// How many visits more have no date, those of new pairs among them; below 0 where there are fewer.
  public var addedUnscheduled: Int {
    difference.lost.count + difference.undated.count - difference.gained.count
  }

  /// Clinician-minutes of notice that is broken.
  public var noticeCost: Int { difference.costsAfter[.noticeBreach].count }

  /// The cheaper to put up with comes first: more visits that take place, less cost, fewer moves; then by name.
  ///
  /// A visit that is not held costs nothing, so cost alone would put whatever cancels most first.
  public static func isMilder(_ a: ScenarioComparison, _ b: ScenarioComparison) -> Bool {
    let (x, y) = (a.difference, b.difference)
    let left = (x.fewerVisits, a.addedCost, x.moves.count)
    let right = (y.fewerVisits, b.addedCost, y.moves.count)
    return left == right ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : left < right
  }
}
