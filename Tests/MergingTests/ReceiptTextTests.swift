import Intake
import Merging
import Testing

/// Receipts for people: plain sentences, short lines, and never too many.
@Suite struct ReceiptTextTests {
  @Test func `a receipt of the first file, whole`() throws {
    var drops = Drops()
    let merge = try drops.take(
      "people.csv", "person_id,team_id,name,role,emial\nR0A-lead,R0A,Lead,clinical_lead,\n")
    #expect(
      merge.receipt.text == """
        people.csv was taken.

        people.csv: 1 added, 0 changed, 0 unchanged, 0 removed.

        Please look at:
          people.csv:1:29: warning: people.csv has no column 'emial'; write 'email' if that is meant

        The programme is not planned yet. It still waits:
          programme.yaml has not come yet
          teams.csv has not come yet, or has no row
          sites.csv has not come yet, or has no row
          mdt.csv has not come yet, or has no row

        """)
  }

  @Test func `a refusal, whole`() {
    do {
      _ = try Merging.take(
        InputFile(name: "rooms.csv", text: "room_id,site_id,room_name,capacity\nR 1,S,Room,5\n"),
        into: MergeState(), today: Drops.today)
      Issue.record("taken")
    } catch {
      #expect(
        error.text(for: "rooms.csv") == """
          rooms.csv was not taken, and nothing was changed by it.

          What is wrong (file:line:column), and what to do:
            rooms.csv:2:1: error: 'R 1' is no room id; use 1 to 40 of the letters A-Z and a-z, digits, '.',
              '_' and '-'

          Correct the file and drop it again.

          """)
    }
  }

  @Test func `however much there is to say, lines are short and few`() throws {
    var drops = try Pilot.dropped()
    let people = (0..<400).map { "P\($0),RX\($0),Name,manager,,\n" }.joined()
    let header = "person_id,team_id,name,role,deputy_for,_remove\n"
    try drops.take("people.csv", header + people, judging: false)
    let removed = (0..<150).map { "P\($0),,,,,yes\nQ\($0),,,,,yes\n" }.joined()
    let again = (150..<300).map {
      "P\($0),RY\($0),Name,manager,P\($0),\nP\($0),RY\($0),Name,manager,P\($0),\n"
    }
    .joined()
    let long = String(repeating: "long ", count: 60) + String(repeating: "x", count: 300) + ".csv"
    let merge = try drops.take("people.csv", header + removed + again)
    let other = try drops.take(long, "person_id,team_id,name,role,ü\n" + "P1,RA,Name,manager,\n")
    for text in [merge.receipt.text, other.receipt.text] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 60)
      #expect(lines.allSatisfy { $0.count <= 100 })
    }
    #expect(merge.receipt.kept.count == 106)
    #expect(merge.receipt.text.contains("  P300 was in people.csv before and is not in this file: kept\n"))
    #expect(merge.receipt.text.contains("  and 101 more\n"))
  }

  @Test func `a diary of hundreds of people is told in a few lines`() throws {
    var drops = Drops()
    let rows = (0..<300).map { "P\($0),2027-02-01,clinic\n" }.joined()
    let merge = try drops.take("d.csv", "person_id,date,status\n" + rows)
    #expect(
      merge.receipt.text.contains(
        """
        How availability is read:
          P0, P1, P10, P100, P101, P102, P103, P104, P105, P106 and 290 more: free wherever no row says
            otherwise

        """))
  }
}
