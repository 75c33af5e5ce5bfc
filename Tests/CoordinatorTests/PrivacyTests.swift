import Foundation
import Testing

/// What people's calendars say besides is kept nowhere.
@Suite(.timeLimit(.minutes(5))) struct PrivacyTests {
  private static let subject = "Appointment at the Nightingale ward"
  private static let header =
    "Subject,Start Date,Start Time,End Date,End Time,All day event,Location,Description,Show time as\r\n"

  @Test func `no subject, place or description of a calendar is in state, results, receipts or logs`()
    async throws
  {
    let root = try Root()
    try root.dropTutorial()
    try await root.serve()
    let entries = (12...15).map { day in
      "\(Self.subject),2027-01-\(day),9:00 AM,2027-01-\(day),10:00 AM,False,\(Self.subject),\"\(Self.subject)\r\n\",2\r\n"
    }
    try root.drop(Self.header + entries.joined(), as: "GLO-lead.csv")
    // One that is refused, with mistakes in cells that are read and in some that are not.
    try root.drop(
      Self.header + "\(Self.subject),2027-02-30,nine,2027-01-12,10:00,maybe,\u{1},\(Self.subject),9\r\n",
      as: "HEB-lead.csv")
    let outcome = try await root.serve()
    #expect(outcome.status == 0)
    #expect(root.names("accepted/tut").contains("GLO-lead.csv.receipt.txt"))
    #expect(root.names("rejected/tut").contains("HEB-lead.csv.why.txt"))
    #expect(try root.text("accepted/tut/GLO-lead.csv.receipt.txt").contains("4 added"))
    #expect(!(outcome.output + outcome.errors).contains("Nightingale"))
    let files = FileManager.default.enumerator(atPath: root.url.path)?.compactMap { $0 as? String } ?? []
    var found: [String] = []
    for name in files {
      guard let data = FileManager.default.contents(atPath: root.path(name)) else { continue }
      if data.range(of: Data("Nightingale".utf8)) != nil { found.append(name) }
    }
    // The files as they were sent lie in the folder that is shared with whoever sent them.
    #expect(found.sorted() == ["accepted/tut/GLO-lead.csv", "rejected/tut/HEB-lead.csv"])
  }
}
