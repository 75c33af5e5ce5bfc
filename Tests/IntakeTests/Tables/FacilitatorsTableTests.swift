import Domain
import Intake
import Testing

@Suite struct FacilitatorsTableTests {
  private let header =
    "facilitator_id,name,base,background,organisation,network,max_visits_per_week,max_visits,notice_days\n"

  @Test func aFacilitatorSetsOutFromASiteOrAPostcode() throws {
    let text = header + "F2,B,LS1 3EX,non_clinical,,,,,\nF1,A,SB,Clinical,Trust,North,2,6,0\n"
    let facilitators = try Folder().with("facilitators.csv", text).read().programme.facilitators
    #expect(
      facilitators[0]
        == Facilitator(
          id: try #require(FacilitatorID("F1")), name: "A", base: .site(try #require(SiteID("SB"))),
          background: .clinical, organisation: "Trust", network: "North", maxVisitsPerWeek: 2, maxVisits: 6,
          noticeDays: 0))
    let leeds = Location(
      coordinates: try #require(Coordinates(latitude: 53.79674, longitude: -1.54754)), isFromPostcode: true)
    #expect(facilitators[1].base == .postcode("LS1 3EX", leeds))
    #expect(facilitators[1].noticeDays == 14)
  }

  @Test func cellsAreChecked() {
    expect(
      "facilitators.csv",
      header
        + """
        F1,A,①SC,②medical,,,③8,④-1,⑤x
        F2,B,⑥Leeds General,clinical,,,,,
        F3,C,⑦ZZ9 9ZZ,clinical,,,,,
        ⑧RA-lead,D,SA,clinical,,,,,

        """,
      [
        "①:error: 'SC' is neither a site of sites.csv nor a postcode; write 'SA' if that is meant",
        "②:error: 'medical' is no background; write clinical or non_clinical",
        "③:error: max_visits_per_week is 8, outside 0 to 7; correct the number",
        "④:error: max_visits is -1, outside 0 to 1000; correct the number",
        "⑤:error: 'x' is no whole number; write a number from 0 to 730",
        """
        ⑥:error: 'Leeds General' is neither a site of sites.csv nor a postcode; write a site_id or a \
        postcode
        """,
        "⑦:error: 'ZZ9 9ZZ' is no site of sites.csv, and no outward postcode 'ZZ9' is known; correct it",
        """
        ⑧:error: 'RA-lead' is a person's id in people.csv too; give the facilitator another, so that \
        diaries can be told apart
        """,
      ])
  }

  @Test func aSiteWhoseNameLooksLikeAPostcodeStaysASite() throws {
    let folder = Folder()
      .with("sites.csv", "site_id,site_name,postcode\nSA,A,M23 9LT\nSB,B,LS1 3EX\nM23,C,LS1 3EX\n")
      .with("facilitators.csv", "facilitator_id,name,base,background\nF1,A,M23,clinical\n")
    #expect(try folder.read().programme.facilitators[0].base == SiteID("M23").map(Base.site))
  }

  @Test func withoutFacilitatorsOrRoomsThereIsAWarning() {
    #expect(
      Folder().with("facilitators.csv", nil).with("rooms.csv", nil).diagnostics == [
        """
        facilitators.csv:1:1: warning: no facilitators are listed; add them; visits are planned without \
        until then
        """,
        """
        rooms.csv:1:1: warning: no rooms are listed; add them; visits are planned as if rooms were always \
        free until then
        """,
      ])
    #expect(
      Folder().with("rooms.csv", "room_id,site_id,room_name,capacity\nSA-1,SA,A,20\n").diagnostics == [
        """
        teams.csv:3:16: warning: the site 'SB' has no room in rooms.csv; add one; visits there are planned \
        as if rooms were always free until then
        """
      ])
  }

  @Test func roomsAreChecked() {
    expect(
      "rooms.csv",
      """
      room_id,site_id,room_name,capacity,equipment
      SA-1,SA,A,20,Screen
      SB-1,SB,①,②0,
      SB-2,③SX,B,④,
      SB-3,SB,C,⑤ten,

      """,
      [
        "①:error: room_name is blank; fill it in, or take the row away",
        "②:error: capacity is 0, outside 1 to 10000; correct the number",
        "③:error: no site 'SX' is in sites.csv; write 'SA' if that is meant, or add the site",
        "④:error: capacity is blank; fill it in, or take the row away",
        "⑤:error: 'ten' is no whole number; write a number from 1 to 10000",
      ])
  }
}
