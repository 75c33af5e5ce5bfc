import Domain
import Intake
import Testing

/// What is more than can be planned is refused where it stands, and no message outgrows its line.
@Suite struct LimitTests {
  private let header = "id: p\nname: P\ntime_zone: UTC\n"

  private func agenda(_ count: Int) -> String {
    header + "visits_from: 2027-01-11\nvisits_to: 2027-07-09\npairing: {indicators: [{id: seen}]}\n"
      + "visits:\n  agenda:\n    ①- {id: mdt, title: M}\n"
      + (1..<count).map { "    - {id: s\($0), title: S, minutes: 10}\n" }.joined()
  }

  @Test func `an agenda has nine sessions at most`() {
    expect("programme.yaml", agenda(9), [])
    expect(
      "programme.yaml", agenda(10),
      [
        "①:error: the agenda has 10 sessions, more than the 9 that can be planned; make one session of several"
      ])
  }

  @Test func `a window has 731 days at most`() {
    let rest = "pairing: {indicators: [{id: seen}]}\n"
    expect("programme.yaml", header + "visits_from: 2027-01-11\nvisits_to: 2029-01-11\n" + rest, [])
    expect(
      "programme.yaml", header + "visits_from: 2027-01-11\nvisits_to: ①2029-01-12\n" + rest,
      [
        """
        ①:error: visits_to 2029-01-12 is more than 731 days after visits_from 2027-01-11; correct one of the \
        two, or plan one part after the other
        """
      ])
  }

  @Test func `a team has 32 people at most, and those of two teams count in both`() {
    let people = { (count: Int) in (1...count).map { "X\($0),RA;RB,Somebody,other,,\n" }.joined() }
    #expect(Folder().adding("people.csv", people(29)).diagnostics == [])
    #expect(
      Folder().adding("people.csv", people(30)).diagnostics
        == ["A", "B"].map {
          "people.csv:37:5: error: the team 'R\($0)' has more than 32 people; list only those who may take part "
            + "in visits"
        })
  }

  @Test func `a team has 4096 ways to fill its required roles at most, who must come aside`() {
    let roles = [
      "clinical_lead", "nurse_specialist", "mdt_coordinator", "radiologist", "pathologist", "surgeon",
    ]
    func folder(_ count: Int, _ attendance: String = "") -> Folder {
      let settings = Folder().files["programme.yaml", default: ""]
        .replacing("pairing:", with: "visits: {required_roles: [\(roles.joined(separator: ", "))]}\npairing:")
      var people = "person_id,team_id,name,role,attendance\n"
      for team in ["RA", "RB"] {
        for (place, role) in roles.enumerated() {
          for number in 1...(team == "RA" ? count : 1) {
            let isBound = place == 0 && number == 1
            people += "\(team)-\(role)\(number),\(team),Somebody,\(role),\(isBound ? attendance : "")\n"
          }
        }
      }
      return Folder().with("programme.yaml", settings).with("people.csv", people)
    }
    #expect(folder(4).diagnostics == [])
    #expect(
      folder(5).diagnostics == [
        """
        teams.csv:2:1: error: the team 'RA' can fill its required roles in more than 4096 ways; list only those who \
        may take part in visits, or write required in the column attendance of somebody in the role clinical_lead, \
        nurse_specialist, mdt_coordinator, radiologist, pathologist or surgeon
        """
      ])
    #expect(folder(5, "required").diagnostics == [])
  }

  @Test func `a message repeats sixty characters of a text and stays on its line`() {
    let long = String(repeating: "x", count: 61)
    expect(
      "travel.csv", "from_site,to_site,minutes\nSA,SB,①\(long)\nSB,SA,②\"so\non\"\n",
      [
        "①:error: '\(long.dropLast())…' is no number; write digits with a point before the decimals",
        "②:error: 'so on' is no number; write digits with a point before the decimals",
        "②:error: minutes holds the control character U+000A; write the cell on one line, without it",
      ])
  }
}
