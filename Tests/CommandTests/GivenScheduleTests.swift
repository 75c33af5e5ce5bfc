import Foundation
import Testing

/// `plan` around a schedule: the tutorial's own plan, with some of it published, confirmed or pinned.
@Suite(.timeLimit(.minutes(5)))
struct GivenScheduleTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
  }

  private static let header =
    "visit_id,date,start,end,room_id,facilitator_id,status,pinned,pinned_by,pinned_reason,release,sequence\n"

  private func plan(_ rows: String, inFolder: Bool = false) async throws -> Workplace.Outcome {
    try place.write(Self.header + rows, as: inFolder ? "tutorial/visits.csv" : "given.csv")
    return inFolder
      ? try await place.counterpart("plan", "tutorial", "--out", "out")
      : try await place.counterpart("plan", "tutorial", "--visits", "given.csv", "--out", "out")
  }

  private func visit(_ id: String) throws -> [String] {
    try #require(try place.rows("out/visits.csv").first { $0[0] == id })
  }

  @Test(arguments: [false, true])
  func `a pinned visit stays, and the rest is planned around it`(inFolder: Bool) async throws {
    // Dearer than 3 February, the best; Penistone's visit still has its best date.
    let outcome = try await plan(
      "ILK--PEN,2027-02-10,09:00,15:45,S-ILK-R1,FAC-01,draft,yes,the manager,the room is paid,,0\n",
      inFolder: inFolder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      try visit("ILK--PEN")[5...] == [
        "2027-02-10", "09:00", "15:45", "S-ILK-R1", "FAC-01", "draft", "yes", "the manager",
        "the room is paid", "2027-02-24", "", "0",
      ])
    #expect(try visit("PEN--ILK")[5] == "2027-01-20")
    // 964 instead of 484 (scenarios/tutorial/README.md).
    #expect(outcome.output.contains("Cost    45.3 clinician-hours in all."))
  }

  @Test func `a published visit moves only if that saves more than it costs`() async throws {
    // 27 January costs 574 + 694 + …: 210 more than the best pair of dates, less than the 480 of a move.
    let stays = try await plan(
      "PEN--ILK,2027-01-20,09:00,15:45,S-PEN-R1,FAC-01,tentative,no,,,1,4\n"
        + "HEB--GLO,2027-03-02,09:00,15:45,S-HEB-R1,FAC-01,tentative,no,,,1,4\n")
    #expect(stays.status == 0)
    #expect(try visit("HEB--GLO")[5] == "2027-03-02")
    #expect(try visit("HEB--GLO").suffix(2) == ["1", "4"])
    // 10 February costs 480 more than 3 February, and a move costs nothing.
    try place.edit("tutorial/programme.yaml", "bank_holidays: england", "costs: {move_published: 0}")
    let moves = try await plan("ILK--PEN,2027-02-10,09:00,15:45,S-ILK-R1,FAC-01,tentative,no,,,1,4\n")
    #expect(moves.status == 0)
    #expect(try visit("ILK--PEN")[5] == "2027-02-03")
    #expect(try visit("ILK--PEN").suffix(2) == ["1", "5"])
  }

  @Test func `what a confirmed visit breaks is said, and is no reason to fail`() async throws {
    // Glossop's meeting of 4 February is cancelled.
    let outcome = try await plan("GLO--HEB,2027-02-04,09:00,15:45,,FAC-01,confirmed,no,,,1,0\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors
        == "warning: Standing breach of OnMeetingDate, GLO--HEB: The MDT meeting of Glossop on 4 February 2027 "
        + "is cancelled.\n")
    #expect(try visit("GLO--HEB")[5] == "2027-02-04")
    #expect(try visit("GLO--HEB")[10] == "confirmed")
    #expect(try place.text("out/report.txt").contains("Standing breach of OnMeetingDate"))
    #expect(try place.rows("out/visits.csv").count == 4)
  }

  @Test func `a confirmed visit that ends before its agenda can is said to end later`() async throws {
    let outcome = try await plan("ILK--PEN,2027-02-10,09:00,14:15,,FAC-01,confirmed,no,,,1,0\n")
    #expect(outcome.status == 0)
    #expect(try visit("ILK--PEN")[5...7] == ["2027-02-10", "09:00", "15:45"])
    let report = try place.text("out/report.txt").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      report.contains(
        "The visit of Penistone to Ilkley on 2027-02-10 is fixed for 09:00-14:15, and no agenda has that end: it is "
          + "planned for 09:00-15:45."))
  }

  @Test func `a schedule that contradicts itself is refused, and nothing is written`() async throws {
    let outcome = try await plan(
      "GLO--HEB,2027-01-28,09:00,15:45,,FAC-01,confirmed,no,,,1,0\n"
        + "PEN--GLO,2027-02-10,09:00,15:45,,FAC-01,confirmed,no,,,1,0\n")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("the visit PEN--GLO in visits.csv is fixed, but GLO is the partner of HEB"))
    #expect(try place.names() == ["given.csv", "tutorial"])
    let wrong = try await plan("GLO--HEB,2027-02-30,09:00,15:45,,FAC-01,confirmed,no,,,1,0\n")
    #expect(wrong.status == 1)
    #expect(wrong.errors.hasPrefix("given.csv:2:10: error: "))
  }
}
