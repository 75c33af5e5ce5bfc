import Domain
import Intake
import Testing

@Suite struct RulesAndPlacesTests {
  @Test func drivesAreRead() throws {
    let text = "from_site,to_site,minutes,mode,both_ways\nSB,SA,61.5,car,no\nSA,SB,60.4,,\n"
    let drives = try Folder().with("travel.csv", text).read().programme.travelTimes
    #expect(
      drives.map { "\($0.from) \($0.to) \($0.minutes.count) \($0.mode ?? "-") \($0.isBothWays)" } == [
        "SA SB 60 - true", "SB SA 62 car false",
      ])
  }

  @Test func drivesAreChecked() {
    expect(
      "travel.csv",
      """
      from_site,to_site,minutes,both_ways
      SA,①SX,60,
      SA,SB,②-1,
      SB,SA,③one hour,④perhaps
      SA,⑤SA,0,
      SB,⑥SBB,,

      """,
      [
        "①:error: no site 'SX' is in sites.csv; write 'SA' if that is meant, or add the site",
        "②:error: minutes is -1, outside 0 to 2880; correct the number",
        "③:error: 'one hour' is no number; write digits with a point before the decimals",
        "④:error: 'perhaps' is neither yes nor no; write yes or no",
        "⑤:warning: the drive leads from 'SA' to itself; take the row away; it is not read",
        "⑥:error: no site 'SBB' is in sites.csv; write 'SB' if that is meant, or add the site",
        "travel.csv:6:8: error: minutes is blank; fill it in, or take the row away",
      ])
  }

  @Test func pairRulesAreReadWithoutDirection() throws {
    let text = "team_a,team_b,rule,reason\nRB,RA,Previous,2023\nRA,RB,previous,2025\nRA,RB,forbid,\n"
    let rules = try Folder().with("pair_rules.csv", text).read().programme.pairRules
    #expect(
      rules.map { "\($0.teamA) \($0.teamB) \($0.kind) \($0.reason ?? "-")" } == [
        "RA RB forbid -", "RA RB previous 2023", "RA RB previous 2025",
      ])
  }

  @Test func pairRulesAreChecked() {
    let teams = Folder().with(
      "teams.csv",
      """
      team_id,team_name,site_id,approved,arm
      RA,A,SA,,
      RB,B,SB,,
      RC,C,SA,no,
      RD,D,SA,,control
      RE,E,SA,no,

      """
    )
    expect(
      "pair_rules.csv",
      """
      team_a,team_b,rule
      RA,①RA,forbid
      RA,②RX,forbid
      RA,RB,③never
      RA,RB,previous
      RA,RB,④force
      RA,RC,⑤force
      RD,RB,⑥force

      """,
      in: teams,
      [
        "①:error: the rule pairs 'RA' with itself; name two teams",
        "②:error: no team 'RX' is in teams.csv; write 'RA' if that is meant, or add the team",
        "③:error: 'never' is no rule; write forbid, force or previous",
        """
        ④:error: 'RA' and 'RB' are forced here and previous in line 5 of pair_rules.csv; keep one of the \
        two rows; previous counts as forbid
        """,
        "⑤:error: the team 'RA' is forced here and in line 6 of pair_rules.csv; force each team once",
        "⑤:error: the team 'RC' is forced and is not approved; take the rule away, or change teams.csv",
        "⑥:error: the team 'RB' is forced here and in line 6 of pair_rules.csv; force each team once",
        "⑥:error: the team 'RD' is forced and is in the control arm; take the rule away, or change teams.csv",
      ])
  }

  @Test func closuresCloseEverythingASiteOrATeam() throws {
    let text =
      """
      date_from,date_to,scope,reason
      2027-04-01,2027-04-09,ALL,Easter
      2027-03-01,,SA,
      2027-03-01,,RB,
      2027-05-03,,,
      2027-05-04,,RA--RB,

      """
    let closures = try Folder().with("closures.csv", text).read().programme.closures
    #expect(
      closures.map { "\($0.from) \($0.to) \($0.scope) \($0.reason ?? "-")" } == [
        "2027-03-01 2027-03-01 team(RB) -", "2027-03-01 2027-03-01 site(SA) -",
        "2027-04-01 2027-04-09 all Easter", "2027-05-03 2027-05-03 all -",
        "2027-05-04 2027-05-04 visit(RA--RB) -",
      ])
  }

  @Test func closuresAreChecked() {
    expect(
      "closures.csv",
      """
      date_from,date_to,scope
      2027-03-02,①2027-03-01,all
      2027-03-02,,②everyone
      2027-03-02,,③SAA
      ④,2027-03-02,

      """,
      [
        "①:error: date_to 2027-03-01 is before date_from 2027-03-02; correct one of the two",
        """
        ②:error: the scope 'everyone' is neither all, nor a site, a team or a visit; write all, a site_id, \
        a team_id or a visit as HOST--VISITOR
        """,
        "③:error: the scope 'SAA' is neither all, nor a site, a team or a visit; write 'SA' if that is meant",
        "④:error: date_from is blank; fill it in, or take the row away",
      ])
  }

  @Test func aScopeThatIsASiteAndATeamClosesBoth() throws {
    let folder = Folder()
      .with("sites.csv", "site_id,site_name,postcode\nSA,A,M23 9LT\nSB,B,LS1 3EX\nRA,C,LS1 3EX\n")
      .with("closures.csv", "date_from,scope\n2027-03-01,RA\n")
    let admission = try folder.read()
    #expect(admission.programme.closures.map { "\($0.scope)" } == ["site(RA)", "team(RA)"])
    #expect(
      admission.warnings.map(\.description) == [
        "closures.csv:2:12: warning: 'RA' is a site and a team; both are closed; give one of them another id"
      ])
  }
}
