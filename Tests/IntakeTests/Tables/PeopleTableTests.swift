import Domain
import Intake
import Testing

@Suite struct PeopleTableTests {
  private let people = """
    RA-lead,RA,L,clinical_lead,,,,,
    RA-nurse,RA,N,nurse_specialist,,,,,
    RA-coord,RA,C,mdt_coordinator,,,,,
    RB-lead,RB,L,clinical_lead,,,,,
    RB-nurse,RB,N,nurse_specialist,,,,,
    RB-coord,RB,C,mdt_coordinator,,,,,

    """
  private let header = "person_id,team_id,name,role,email,attendance,deputy_for,notice_days,max_days\n"

  private func people(_ marked: String, _ expected: [String]) {
    expect("people.csv", header + people + marked, expected)
  }

  @Test func aPersonIsReadInFull() throws {
    let row = "X,RB ; RA,Both,Manager,x@y.example,Required,RA-lead,0,3\n"
    let person = try #require(
      try Folder().with("people.csv", header + people + row).read().programme.people.last)
    #expect(
      person
        == Person(
          id: try #require(PersonID("X")), teams: [try #require(TeamID("RA")), try #require(TeamID("RB"))],
          name: "Both", role: .manager, email: "x@y.example", attendance: .required,
          deputyFor: PersonID("RA-lead"), noticeDays: 0, maxDays: 3))
  }

  @Test func cellsAreChecked() {
    people(
      "P1,RA,①,②nurse,③a@b,④always,,⑤-1,⑥many\nP2,RA,P,⑦clinical lead,,,,,⑧2.5\n",
      [
        "①:error: name is blank; fill it in, or take the row away",
        """
        ②:error: 'nurse' is no role; write clinical_lead, nurse_specialist, mdt_coordinator, manager, \
        radiologist, oncologist, surgeon, pathologist, palliative, physician, patient_representative or \
        other
        """,
        "③:error: 'a@b' is no e-mail address; write it as name@hospital.example, or leave it blank",
        "④:error: 'always' is no attendance; write required or optional",
        "⑤:error: notice_days is -1, outside 0 to 730; correct the number",
        "⑥:error: 'many' is no whole number; write a number from 0 to 366",
        """
        ⑦:error: 'clinical lead' is no role; write 'clinical_lead' if that is meant, or clinical_lead, \
        nurse_specialist, mdt_coordinator, manager, radiologist, oncologist, surgeon, pathologist, \
        palliative, physician, patient_representative or other
        """,
        "⑧:error: '2.5' is no whole number; write a number from 0 to 366",
      ])
  }

  @Test func aPersonIsInOneOrTwoKnownTeams() {
    people(
      "P1,①RZ,P,other,,,,,\nP2,②RA;RB;RA,P,other,,,,,\nP3,③RA;RA,P,other,,,,,\nP4,④RA;,P,other,,,,,\n",
      [
        "①:error: no team 'RZ' is in teams.csv; write 'RA' if that is meant, or add the team",
        "②:error: the person is in 3 teams; name at most two, with ';' between them",
        "③:error: team_id names 'RA' twice; name it once",
        "④:error: '' is no team id; use 1 to 40 of the letters A-Z and a-z, digits, '.', '_' and '-'",
      ])
  }

  @Test func aDeputyStandsInForSomebodyElseOfTheTeam() {
    people(
      """
      P1,RA,P,other,,,①RA-leed,,
      P2,RA,P,other,,,②P2,,
      P3,RA,P,other,,,③RB-lead,,
      P4,RA;RB,P,other,,,RB-lead,,

      """,
      [
        "①:error: no person 'RA-leed' is in people.csv; write 'RA-lead' if that is meant, or add the person",
        "②:error: 'P2' is deputy for themselves; name somebody else, or leave it blank",
        "③:error: 'P3' is deputy for 'RB-lead' of another team; name somebody of RA",
      ])
  }

  @Test func aRoleThatNobodyHoldsIsNamedAtTheTeam() {
    let rows = people.replacing("RB-nurse,RB,N,nurse_specialist,,,,,\n", with: "")
    expect(
      "people.csv", header + rows,
      [
        """
        teams.csv:3:1: error: the team 'RB' has nobody in the required role nurse_specialist; add the \
        person to people.csv, or change required_roles in programme.yaml
        """
      ])
  }
}
