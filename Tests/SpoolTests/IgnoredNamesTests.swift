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
}
