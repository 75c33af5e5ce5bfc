import Intake
import Merging
import Testing

/// What a programme that comes in pieces still waits for, and what keeps it from being planned.
@Suite struct CompletenessTests {
  private func awaited(_ drops: Drops) -> [String]? {
    guard case .incomplete(let awaited) = Completeness(of: drops.state, today: Drops.today) else {
      return nil
    }
    return awaited
  }

  @Test func `a programme waits for programme yaml and the tables it cannot be without`() throws {
    var drops = Drops()
    let merge = try drops.take("rooms.csv", "room_id,site_id,room_name,capacity\nR,S,Room,5\n")
    #expect(
      merge.receipt.completeness
        == .incomplete(awaited: [
          "programme.yaml has not come yet", "teams.csv has not come yet, or has no row",
          "sites.csv has not come yet, or has no row", "people.csv has not come yet, or has no row",
          "mdt.csv has not come yet, or has no row",
        ]))
  }

  @Test func `what is named and not there yet is awaited by name, once, with whoever names it`() throws {
    var drops = try Pilot.dropped()
    try drops.take("mdt.csv", "team_id,weekday,start,end\nRC,Monday,09:00,10:00\n", judging: false)
    try drops.take(
      "people.csv",
      """
      person_id,team_id,name,role,deputy_for
      RC-1,RC,One,manager,
      RC-2,RC,Two,manager,RC-0

      """, judging: false)
    try drops.take("d.csv", "person_id,date,status\nnobody,2027-02-01,clinic\n", judging: false)
    try drops.take("b.csv", "room_id,date\nSC-1,2027-02-01\n", judging: false)
    try drops.take(
      "f.csv", "facilitator_id,name,base,background\nF2,Facilitator 2,SC,clinical\n", judging: false)
    try drops.take("c.csv", "date_from,scope\n2027-02-01,SX\n2027-02-01,RA--RC\n", judging: false)
    try drops.take("v.csv", "visit_id,date,start,end\nRC--RA,,,\n", judging: false)
    #expect(
      awaited(drops) == [
        "availability.csv names person or facilitator nobody, which no people.csv or facilitators.csv has given yet",
        "closures.csv names site or team SX, which no sites.csv or teams.csv has given yet",
        "closures.csv names visit RA--RC, whose teams no teams.csv has given yet",
        "facilitators.csv names site SC, which no sites.csv has given yet",
        "mdt.csv and people.csv name team RC, which no teams.csv has given yet",
        "people.csv names person RC-0, which no people.csv has given yet",
        "room_bookings.csv names room SC-1, which no rooms.csv has given yet",
        "visits.csv names visit RC--RA, whose teams no teams.csv has given yet",
      ])
  }

  @Test func `a team waits for its meeting, its people and its results`() throws {
    var drops = try Pilot.dropped()
    try drops.take("teams.csv", "team_id,team_name,site_id\nRC,C,SA\n", judging: false)
    #expect(
      awaited(drops) == [
        "team RC needs its clinical_lead, nurse_specialist and mdt_coordinator, whom no people.csv has given yet",
        "team RC needs its meeting, which no mdt.csv has given yet",
        "team RC needs its results, which no indicators.csv has given yet",
      ])
  }

  @Test func `thousands of rows that wait for somebody are no contradiction`() throws {
    var drops = try Pilot.dropped()
    let rows = (0..<1500).map { "N\($0),2027-02-01,clinic\n" }.joined()
    let merge = try drops.take("d.csv", "person_id,date,status\n" + rows)
    guard case .incomplete(let awaited) = merge.receipt.completeness else {
      Issue.record("\(String(describing: merge.receipt.completeness))")
      return
    }
    #expect(awaited.count >= 999)
    #expect(merge.receipt.text.split(separator: "\n").count < 60)
  }

  @Test func `files that contradict each other are taken, and the row is named with what to do`() throws {
    var drops = try Pilot.dropped()
    let merge = try drops.take("mdt.csv", "team_id,weekday,start,end,room_id\nRA,Tuesday,09:00,11:00,SB-1\n")
    #expect(
      merge.receipt.completeness
        == .contradictory(
          faults: [
            "mdt.csv, RA, Tuesday, 09:00: the room 'SB-1' is at site 'SB' and the team 'RA' at 'SA'; name a room of the team's own site, or leave it blank"
          ], awaited: []))
    #expect(
      merge.receipt.text == """
        mdt.csv was taken.

        mdt.csv: 0 added, 1 changed, 0 unchanged, 0 removed.

        Kept. To remove a row, send it again with _remove = yes:
          RB, Thursday, 13:00 was in mdt.csv before and is not in this file: kept

        The programme cannot be planned until this is put right:
          mdt.csv, RA, Tuesday, 09:00: the room 'SB-1' is at site 'SB' and the team 'RA' at 'SA'; name a
            room of the team's own site, or leave it blank

        """)
  }

  @Test func `a settled contradiction leaves the programme complete`() throws {
    var drops = try Pilot.dropped()
    try drops.take("p.csv", "team_a,team_b,rule\nRA,RB,force\nRA,RB,forbid\n", judging: false)
    guard case .contradictory = Completeness(of: drops.state, today: Drops.today) else {
      Issue.record("not contradictory")
      return
    }
    let merge = try drops.take("p.csv", "team_a,team_b,rule,_remove\nRA,RB,forbid,yes\n")
    guard case .complete = merge.receipt.completeness else {
      Issue.record("\(String(describing: merge.receipt.completeness))")
      return
    }
  }
}
