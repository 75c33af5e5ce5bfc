import Checking
import Domain

extension Fixture {
  /// What the plan is charged for one preference, in minutes.
  func cost(_ preference: Preference) -> Int { checker.costs(of: plan)[preference].count }

  /// Why the first visit is charged for one preference.
  func explanation(_ preference: Preference) -> String? {
    checker.explanation(of: preference, for: plan.visits[0])
  }

  /// What one person costs at the first visit, in minutes.
  func attendanceCost(_ person: PersonID) -> Int {
    checker.attendanceCost(of: .person(person), at: plan.visits[0]).count
  }
}
