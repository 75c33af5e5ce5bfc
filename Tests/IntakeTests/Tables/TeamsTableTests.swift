import Domain
import Intake
import Testing

@Suite struct TeamsTableTests {
  @Test func aTeamKeepsEveryCell() throws {
    let folder = Folder().with(
      "teams.csv",
      """
      team_id,team_name,site_id,organisation,network,approved,arm,coordinator_email
      RB,Burley,SB,,South,TRUE,Visit,
      RA,Ashford,SA,Trust A,North,,,c@ra.example

      """
    )
    let teams = try folder.read().programme.teams
    #expect(
      teams[0]
        == Team(
          id: try #require(TeamID("RA")), name: "Ashford", site: try #require(SiteID("SA")), isApproved: true,
          arm: .visit, coordinatorEmail: "c@ra.example",
          columns: [
            "team_id": "RA", "team_name": "Ashford", "site_id": "SA", "organisation": "Trust A",
            "network": "North",
            "coordinator_email": "c@ra.example",
          ]))
    #expect(teams[1].value(of: "organisation") == nil)
    #expect(teams[1].isApproved)
  }

  @Test func wordsThatAreNotKnownAreNamedWithTheirNeighbours() {
    expect(
      "teams.csv",
      """
      team_id,team_name,site_id,approved,arm,coordinator_email
      RA,A,SA,①maybe,②visits,③nobody
      RB,④,SB,yes,⑤other,

      """,
      [
        "①:error: 'maybe' is neither yes nor no; write yes or no",
        "②:error: 'visits' is no arm; write 'visit' if that is meant, or visit or control",
        "③:error: 'nobody' is no e-mail address; write it as name@hospital.example, or leave it blank",
        "④:error: team_name is blank; fill it in, or take the row away",
        "⑤:error: 'other' is no arm; write visit or control",
      ])
  }

  @Test func aTeamStandsAtAKnownSite() {
    expect(
      "teams.csv", "team_id,team_name,site_id\nRA,A,①SX\nRB,B,②Elsewhere\n",
      [
        "①:error: no site 'SX' is in sites.csv; write 'SA' if that is meant, or add the site",
        "②:error: no site 'Elsewhere' is in sites.csv; add the site there",
      ])
  }

  @Test func aTeamThatIsNotPairedNeedsNoMeetingRoleOrResult() {
    expect(
      "teams.csv",
      "team_id,team_name,site_id,approved,arm\nRA,A,SA,,\nRB,B,SB,,\nRC,C,SA,no,\nRD,D,SA,,control\n", [])
  }

  @Test func aTeamThatIsPairedNeedsAllThree() {
    expect(
      "teams.csv", "team_id,team_name,site_id\nRA,A,SA\nRB,B,SB\n①RC,C,SA\n",
      [
        "①:error: the team 'RC' has no meeting in mdt.csv; add its meeting, or set approved to no",
        """
        ①:error: the team 'RC' has no result for any indicator of programme.yaml; add rows to \
        indicators.csv for seen, or set approved to no
        """,
        """
        ①:error: the team 'RC' has nobody in the required role clinical_lead, nurse_specialist and \
        mdt_coordinator; add the person to people.csv, or change required_roles in programme.yaml
        """,
      ])
  }

  @Test func onePairNeedsTwoTeams() {
    expect(
      "teams.csv", "①team_id,team_name,site_id,approved\nRA,A,SA,yes\nRB,B,SB,no\n",
      [
        """
        ①:warning: 1 team is approved and in the visiting arm, and a pair needs two; check the columns \
        approved and arm
        """
      ])
  }

  @Test func aColumnToKeepApartThatNobodyHasIsOdd() {
    let folder = Folder().with("teams.csv", "team_id,team_name,site_id,networks\nRA,A,SA,N\nRB,B,SB,S\n")
    expect(
      "programme.yaml",
      "id: p\nname: P\ntime_zone: UTC\nvisits_from: 2027-01-11\nvisits_to: 2027-07-09\n"
        + "pairing:\n  indicators: [{id: seen}]\n  keep_apart: ①[network]\n",
      in: folder,
      [
        """
        ①:warning: teams.csv has no column 'network', so it keeps nobody apart; write 'networks' if that \
        is meant
        """,
        "teams.csv:1:27: warning: teams.csv has no column 'networks'; write 'network' if that is meant",
      ])
  }

  @Test func aTableWithoutTeamsIsNoProgramme() {
    let found = Folder().with("teams.csv", "team_id,team_name,site_id\n").diagnostics
    #expect(found.contains("teams.csv:1:1: error: the programme has no team; add a row for each team"))
  }

  @Test func columnsThatAreOnlyComparedAreCheckedForControlsToo() {
    expect(
      "teams.csv",
      "team_id,team_name,site_id,network,organisation\nRA,A,SA,①\"No\nrth\",\nRB,B,SB,South,②T\tB\n",
      [
        "①:error: network holds the control character U+000A; write the cell on one line, without it",
        "②:error: organisation holds the control character U+0009; write the cell on one line, without it",
      ])
  }
}
