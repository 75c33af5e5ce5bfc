import Foundation
import Spool
import Testing

@Suite struct ReleaseFolderTests {
  private static let files = [
    ReleaseFile(path: "feeds/team-R0A.ics", bytes: Array("calendar".utf8)),
    ReleaseFile(path: "feeds/by/hand/a.ics", bytes: Array("deep".utf8)),
    ReleaseFile(path: "changes.txt", bytes: Array("none".utf8)),
    ReleaseFile(path: "feeds.txt", bytes: []),
  ]

  @Test func aReleaseIsWrittenWholeWithItsMark() throws {
    let scratch = try Scratch()
    let folder = ReleaseFolder(of: scratch.programme, in: try scratch.prepared())
    try folder.write(1, Self.files)
    var tree = try scratch.tree("published/ilcop/releases/1")
    let removed = tree.removeValue(forKey: "complete")
    let mark = try #require(removed)
    #expect(
      tree == [
        "changes.txt": "none", "feeds": "/", "feeds.txt": "", "feeds/by": "/", "feeds/by/hand": "/",
        "feeds/by/hand/a.ics": "deep", "feeds/team-R0A.ics": "calendar",
      ])
    let lines = mark.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[1] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  feeds.txt")
    #expect(try folder.numbers() == [1])
    #expect(try folder.current() == nil)
  }

  @Test func theSameReleaseAgainChangesNothing() throws {
    let scratch = try Scratch()
    let folder = ReleaseFolder(of: scratch.programme, in: try scratch.prepared())
    try folder.write(1, Self.files)
    let path = scratch.path + "/published/ilcop/releases/1"
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64
    try folder.write(1, Self.files.reversed())
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64 == before)
  }

  @Test func aReleaseNeverChanges() throws {
    let scratch = try Scratch()
    let folder = ReleaseFolder(of: scratch.programme, in: try scratch.prepared())
    try folder.write(1, Self.files)
    let refusal = #expect(throws: SpoolRefusal.self) {
      try folder.write(1, [ReleaseFile(path: "a.ics", bytes: [])])
    }
    #expect(
      refusal?.description
        == "\(scratch.path)/published/ilcop/releases/1 is there already and holds something else; a release never "
        + "changes, so take the next number")
  }

  @Test(arguments: ["complete", "feeds/team-R0A.ics"])
  func aTornReleaseIsWrittenAnew(lost: String) throws {
    let scratch = try Scratch()
    let folder = ReleaseFolder(of: scratch.programme, in: try scratch.prepared())
    try folder.write(1, Self.files)
    let whole = try scratch.tree("published")
    try scratch.remove("published/ilcop/releases/1/\(lost)")
    try folder.write(1, Self.files)
    #expect(try scratch.tree("published") == whole)
  }

  @Test func currentIsSwitchedToWholeReleasesOnly() throws {
    let scratch = try Scratch()
    let folder = ReleaseFolder(of: scratch.programme, in: try scratch.prepared())
    try folder.write(1, Self.files)
    try folder.write(2, Self.files)
    try folder.makeCurrent(1)
    #expect(try folder.current() == 1)
    try folder.makeCurrent(2)
    try folder.makeCurrent(2)
    #expect(try folder.current() == 2)
    #expect(try scratch.read("published/ilcop/current/changes.txt") == "none")
    try scratch.remove("published/ilcop/releases/1/complete")
    #expect(throws: SpoolRefusal.self) { try folder.makeCurrent(1) }
    #expect(throws: SpoolRefusal.self) { try folder.makeCurrent(3) }
    #expect(try folder.current() == 2)
    #expect(try folder.numbers() == [2])
  }

  @Test func aFolderInThePlaceOfCurrentIsRefused() throws {
    let scratch = try Scratch()
    let folder = ReleaseFolder(of: scratch.programme, in: try scratch.prepared())
    try folder.write(1, Self.files)
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/published/ilcop/current", withIntermediateDirectories: false)
    #expect(try folder.current() == nil)
    #expect(throws: SpoolRefusal.self) { try folder.makeCurrent(1) }
  }

  @Test func theLastReleasesAndTheCurrentOneAreKept() throws {
    let scratch = try Scratch()
    let folder = ReleaseFolder(of: scratch.programme, in: try scratch.prepared())
    for number in [1, 2, 9, 10, 11] { try folder.write(number, Self.files) }
    try folder.makeCurrent(2)
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/published/ilcop/releases/.12.tmp/feeds", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/published/ilcop/releases/mine", withIntermediateDirectories: true)
    #expect(try folder.keepLast(2) == [1, 9])
    #expect(try folder.numbers() == [2, 10, 11])
    #expect(!scratch.has("published/ilcop/releases/.12.tmp"))
    #expect(scratch.has("published/ilcop/releases/mine"))
    #expect(try folder.keepLast(2) == [])
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", "../a", "a/../b", ".", ".hidden", "a\nb", "complete", "feeds/a\u{202E}b",
  ])
  func aPathThatLeadsElsewhereIsRefused(path: String) throws {
    let scratch = try Scratch()
    let folder = ReleaseFolder(of: scratch.programme, in: try scratch.prepared())
    #expect(throws: SpoolRefusal.self) { try folder.write(1, [ReleaseFile(path: path, bytes: [])]) }
    #expect(try scratch.tree("published/ilcop/releases").isEmpty)
  }

  @Test func twoFilesOfOnePathOrAFileAsFolderAreRefused() throws {
    let scratch = try Scratch()
    let folder = ReleaseFolder(of: scratch.programme, in: try scratch.prepared())
    let a = ReleaseFile(path: "a", bytes: [])
    #expect(throws: SpoolRefusal.self) { try folder.write(1, [a, a]) }
    #expect(throws: SpoolRefusal.self) { try folder.write(1, [a, ReleaseFile(path: "a/b", bytes: [])]) }
    #expect(throws: SpoolRefusal.self) { try folder.write(0, [a]) }
  }
}
