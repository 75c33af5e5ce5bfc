import Intake
import Merging
import Testing

/// Diaries: a newer file replaces what an earlier one of its name said, and files of other names stand beside it.
@Suite struct DiaryMergeTests {
  private static let head = "person_id,date,start,end,status\n"

  private func rows(_ drops: Drops) -> [String] {
    drops.text("availability.csv").split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func `a newer file replaces everything that its name said before`() throws {
    var drops = Drops()
    try drops.take(
      "diary.csv", Self.head + "P1,2027-02-01,,,clinic\nP1,2027-02-02,,,clinic\nP2,2027-02-01,,,clinic\n",
      judging: false)
    let merge = try drops.take(
      "Diary.CSV", Self.head + "P1,2027-02-02,,,clinic\nP1,2027-02-03,,,clinic\n", judging: false)
    #expect(rows(drops) == ["P1,2027-02-02,clinic", "P1,2027-02-03,clinic"])
    #expect(merge.receipt.leftOut == ["P2"])
    #expect(merge.receipt.counts.map(\.added) == [1])
    #expect(merge.receipt.counts.map(\.unchanged) == [1])
    #expect(merge.receipt.counts.map(\.removed) == [2])
    #expect(
      merge.receipt.text.contains(
        """
        An earlier Diary.CSV had rows for these, and they are gone with it:
          P2; send their rows in a file of another name to keep both

        """))
  }

  @Test func `files of several names are united, and a row that two of them give stands once`() throws {
    var drops = Drops()
    try drops.take(
      "outlook.csv", Self.head + "P1,2027-02-01,,,clinic\nP1,2027-02-02,,,clinic\n", judging: false)
    try drops.take(
      "leave.csv", Self.head + "P1,2027-02-02,,,clinic\nP1,2027-02-03,,,unavailable\n", judging: false)
    #expect(
      rows(drops) == ["P1,2027-02-01,clinic", "P1,2027-02-02,clinic", "P1,2027-02-03,unavailable"])
    try drops.take("leave.csv", Self.head + "P2,2027-02-09,,,clinic\n", judging: false)
    #expect(rows(drops) == ["P1,2027-02-01,clinic", "P1,2027-02-02,clinic", "P2,2027-02-09,clinic"])
  }

  @Test func `the second copy of a file that a browser numbers is the same source`() throws {
    var drops = Drops()
    try drops.take("diary.csv", Self.head + "P1,2027-02-01,,,clinic\n", judging: false)
    try drops.take("some/folder/diary (2).csv", Self.head + "P1,2027-02-02,,,clinic\n", judging: false)
    #expect(rows(drops) == ["P1,2027-02-02,clinic"])
  }

  @Test func `a file of nothing but removals takes these rows away, from every source, and no others`() throws
  {
    var drops = Drops()
    try drops.take(
      "a.csv", Self.head + "P1,2027-02-01,,,clinic\nP1,2027-02-02,09:00,10:00,clinic\n", judging: false)
    try drops.take("b.csv", Self.head + "P1,2027-02-01,,,clinic\n", judging: false)
    let merge = try drops.take(
      "a.csv",
      "person_id,date,start,end,status,_remove\nP1,2027-02-01,00:00,24:00,clinic,yes\nP1,2027-02-07,,,clinic,yes\n",
      judging: false)
    #expect(rows(drops) == ["P1,2027-02-02,09:00,10:00,clinic"])
    #expect(merge.receipt.notRemoved == ["P1, 2027-02-07, 00:00, 24:00, clinic"])
    #expect(merge.receipt.leftOut == [])
  }

  @Test func `an empty file of a name leaves nobody anything of that name`() throws {
    var drops = Drops()
    try drops.take("a.csv", Self.head + "P1,2027-02-01,,,clinic\n", judging: false)
    let merge = try drops.take("a.csv", Self.head, judging: false)
    #expect(rows(drops) == [])
    #expect(merge.receipt.leftOut == ["P1"])
  }

  @Test func `notes of diaries are kept nowhere`() throws {
    var drops = Drops()
    let merge = try drops.take(
      "a.csv", "person_id,date,status,note\nP1,2027-02-01,clinic,private matter\n", judging: false)
    #expect(!"\(merge)".contains("private matter"))
  }

  @Test func `the receipt says how each diary is read`() throws {
    var drops = try Pilot.dropped()
    let merge = try drops.take(
      "diaries.csv",
      Self.head + """
        RA-lead,2027-02-08,,,clinic
        RB-lead,2027-02-08,,,clinic
        RB-lead,2027-02-09,09:00,12:00,if_needed
        RA-nurse,2027-02-08,,,preferred
        RB-nurse,2028-01-03,,,available

        """)
    #expect(
      merge.receipt.readings.map { "\($0.owner) \($0.rule.rawValue) \($0.rows)" } == [
        "RA-lead free unless stated 2", "RA-nurse free only in stated rows 1",
        "RB-lead free only in stated rows 2", "RB-nurse sent nothing 0",
      ])
    #expect(
      merge.receipt.text == """
        diaries.csv was taken.

        availability.csv: 5 added, 0 changed, 0 unchanged, 0 removed.

        How availability is read:
          RA-nurse and RB-lead: free only in rows that say available, if_needed or preferred
          RA-lead: free wherever no row says otherwise
          RB-nurse: no row inside the window, so as if nothing was sent: free whenever there is no other
            reason

        The programme is complete: it can be planned.

        """)
  }

  @Test func `somebody who has lost every row is read as if nothing was sent`() throws {
    var drops = try Pilot.dropped()
    try drops.take("programme.yaml", Pilot.settings + "visits: {no_diary: unavailable}\n", judging: false)
    let merge = try drops.take("availability.csv", Self.head + "F1,2027-02-03,,,available\n")
    #expect(merge.receipt.leftOut == ["RA-lead"])
    #expect(
      merge.receipt.text.contains(
        "  RA-lead: no row inside the window, so as if nothing was sent: never free\n"))
  }
}
