import Spool
import Testing

@Suite struct IgnoredNamesTests {
  @Test(arguments: [
    ".DS_Store", "._teams.csv", ".~lock.teams.csv#", "~$teams.xlsx", "upload.TMP", "teams.csv.part",
    "teams.csv.crdownload", "Thumbs.db", "THUMBS.DB", "Desktop.ini", "__MACOSX", "@eaDir", "1A2b3C4d",
    "00000000",
  ])
  func whatProgramsKeepForThemselvesIsLeftAlone(name: String) {
    #expect(IgnoredNames.contains(FileName(name)))
  }

  @Test(arguments: [
    "teams.csv", "~teams.csv", "tmp.csv", "part", "1A2B3C4D.csv", "1A2B3C4", "1A2B3C4D5", "1A2B3C4G",
    "Thumbs.db.csv", "MACOSX", "teams.csv~",
  ])
  func whatSomebodyDroppedIsNot(name: String) {
    #expect(!IgnoredNames.contains(FileName(name)))
  }

  @Test(arguments: [
    ("20262027", true), ("pilot.tmp", true), ("Thumbs.db", true), ("__MACOSX", false), ("__macosx", false),
    ("@eaDir", false), (".pilot", false), ("~$pilot", false),
  ])
  func aFolderIsAProgrammesWhereItsNameIsNoSystems(name: String, isProgramme: Bool) {
    let file = FileName(name)
    #expect((ProgrammeName(file) != nil && !IgnoredNames.containsFolder(file)) == isProgramme)
    #expect((ProgrammeName(name) != nil) == isProgramme)
  }
}
