import Foundation
import Spool
import Testing

@Suite struct DraftTests {
  private let scratch: Scratch
  private let root: SpoolRoot
  /// Now, in nanoseconds since 1970.
  private let now = Int64(Date().timeIntervalSince1970 * 1e9)

  init() throws {
    scratch = try Scratch()
    root = try scratch.prepared()
  }

  private func age(_ name: String, hours: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600 * hours)], ofItemAtPath: scratch.path + "/" + name)
  }

  private func removed() throws -> Int {
    try root.removeDrafts(of: scratch.programme, untouchedSince: now - 36 * 3600 * 1_000_000_000)
  }

  @Test func ourOldDraftsGoAndNothingElse() throws {
    let old = ["tmp/teams.csv.1.handover", "tmp/teams.csv", "tmp/handover", "people.csv.2.handover"]
    for name in old.map({ "incoming/ilcop/" + $0 }) {
      try scratch.write("x", to: name)
      try age(name, hours: 37)
    }
    try scratch.write("x", to: "incoming/ilcop/tmp/sites.csv.3.handover")
    try age("incoming/ilcop/tmp/sites.csv.3.handover", hours: 35)
    #expect(try removed() == 1)
    #expect(
      try scratch.tree("incoming/ilcop").keys.sorted()
        == [
          "new", "people.csv.2.handover", "tmp", "tmp/handover", "tmp/sites.csv.3.handover", "tmp/teams.csv",
        ])
    #expect(try removed() == 0)
  }

  @Test func foldersAndLinksOfThatNameStay() throws {
    let tmp = scratch.path + "/incoming/ilcop/tmp"
    try FileManager.default.createDirectory(atPath: tmp + "/a.handover", withIntermediateDirectories: false)
    try age("incoming/ilcop/tmp/a.handover", hours: 40)
    try FileManager.default.createSymbolicLink(atPath: tmp + "/b.handover", withDestinationPath: "a.handover")
    #expect(try removed() == 0)
  }

  @Test func aFolderThatIsMissingOrALinkHoldsNothing() throws {
    let tmp = scratch.path + "/incoming/ilcop/tmp"
    try FileManager.default.removeItem(atPath: tmp)
    #expect(try removed() == 0)
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/elsewhere", withIntermediateDirectories: false)
    try scratch.write("x", to: "elsewhere/a.handover")
    try age("elsewhere/a.handover", hours: 40)
    try FileManager.default.createSymbolicLink(atPath: tmp, withDestinationPath: scratch.path + "/elsewhere")
    #expect(try removed() == 0)
  }
}
