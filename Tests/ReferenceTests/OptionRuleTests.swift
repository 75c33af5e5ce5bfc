import Foundation
import Testing
import Visits

/// The rules of one visit that models/visits.mod writes out: with our data they forbid nothing, and an option that
/// breaks one is forbidden by a row of its name.
@Suite struct OptionRuleTests {
  /// A change to the tutorial's data, the family that then has rows, and how many options these forbid.
  @Test(arguments: [
    // The day that the best schedule takes is no meeting day any more.
    ("('GLO--HEB',17)\n", "\n", "OnMeetingDate", 1),
    ("param today := -49;", "param today := 3;", "OnMeetingDate", 1),
    ("param gap_min := 14;", "param gap_min := 14; param max_visitors := 3;", "VisitorLimit", 10),
    ("param gap_min := 14;", "param gap_min := 14; param max_visitors := 5;", "VisitorLimit", 0),
    ("param latest_return := 1230;", "param latest_return := 960;", "TravelHours", 22),
    ("'FAC-01' 'GLO' 45 45", "'FAC-01' 'GLO' 211 45", "TravelHours_facilitator", 4),
    ("'FAC-01' 'GLO' 45 45", "'FAC-01' 'GLO' 210 45", "TravelHours_facilitator", 0),
    (" 17 540 945 'FAC-01'", " 17 540 945 '(none)'", "FacilitatorPresent", 1),
    ("set AFFILIATED :=\n", "set AFFILIATED :=\n('FAC-01','GLO')\n", "FacilitatorIndependent", 10),
    (" 'FAC-01' 14\n", " 'FAC-01' 57\n", "FacilitatorNotice", 1),
    (" 'FAC-01' 14\n", " 'FAC-01' 58\n", "FacilitatorNotice", 2),
  ])
  func `an option that breaks a rule of one visit is forbidden`(
    old: String, new: String, family: String, count: Int
  ) throws {
    let data = try Case.tutorial().visitsReference.data
    try #require(data.contains(old))
    let before = try Specification("visits", data: data).contents()
    let after = try Specification("visits", data: data.replacingOccurrences(of: old, with: new)).contents()
    let added = after.rows.filter { before.rows[$0.key] == nil && $0.value.coefficients.count == 1 }
    #expect(before.rows.keys.filter { $0.hasPrefix(family + "[") } == [])
    #expect(added.filter { $0.key.hasPrefix(family + "[") }.count == count)
    for line in added.values { #expect(line.lower == 0 && line.upper == 0) }
  }

  @Test func `a day that is no meeting day costs the best schedule`() throws {
    let data = try Case.tutorial().visitsReference.data
    let best = try #require(try Specification("visits", data: data).optimum())
    let without = data.replacingOccurrences(of: "('GLO--HEB',17)\n", with: "\n")
    let next = try #require(try Specification("visits", data: without).optimum())
    #expect(next > best)
  }
}
