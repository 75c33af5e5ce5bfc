import Domain
import Intake
import Testing

@Suite struct ProgrammeReaderTests {
  @Test func aCompleteFolderIsTakenWithoutAWarning() throws {
    let admission = try Folder().read()
    #expect(admission.warnings == [])
    #expect(admission.programme.teams.map(\.id.text) == ["RA", "RB"])
  }
}
