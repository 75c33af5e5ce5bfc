import Foundation
import Spool
import Testing

@Suite struct SpoolRootTests {
  @Test func everythingMissingIsMade() throws {
    let scratch = try Scratch()
    let root = SpoolRoot(scratch.path + "/root")
    try root.prepare()
    try root.prepare(scratch.programme)
    let folders = [
      "accepted", "accepted/ilcop", "incoming", "incoming/ilcop", "incoming/ilcop/new", "incoming/ilcop/tmp",
      "published", "published/ilcop", "published/ilcop/releases", "rejected", "rejected/ilcop", "results",
      "results/ilcop", "state", "state/claims", "state/stuck",
    ]
    let tree = try scratch.tree("root")
    #expect(tree.keys.sorted() == folders)
    #expect(tree.values.allSatisfy { $0 == "/" })
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.path + "/root/state")[
      .posixPermissions]
    #expect(mode as? Int == 0o700)
  }

  @Test func whatIsThereStaysAsItIs() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("a", to: "incoming/ilcop/teams.csv")
    try scratch.write("b", to: "accepted/ilcop/sites.csv")
    let before = try scratch.tree()
    try root.prepare()
    try root.prepare(scratch.programme)
    #expect(try scratch.tree() == before)
  }

  @Test func aFileAndALinkInTheWayAreBothSaid() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "accepted")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/rejected", withDestinationPath: "/tmp")
    let refusal = #expect(throws: SpoolRefusal.self) { try SpoolRoot(scratch.path).prepare() }
    #expect(
      refusal?.problems == [
        "\(scratch.path)/accepted is a file, where a folder must be; move it elsewhere",
        "\(scratch.path)/rejected is a symbolic link, which is not followed; put a folder there, or mount one",
      ])
  }

  @Test func aFileAsRootIsRefused() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "file")
    let refusal = #expect(throws: SpoolRefusal.self) { try SpoolRoot(scratch.path + "/file").prepare() }
    #expect(refusal?.description == "\(scratch.path)/file is a file; name a folder as the daemon's root")
  }

  @Test func aRootWhoseFolderAboveIsMissingIsRefused() throws {
    let scratch = try Scratch()
    let refusal = #expect(throws: SpoolRefusal.self) { try SpoolRoot(scratch.path + "/a/b").prepare() }
    #expect(
      refusal?.description
        == "\(scratch.path)/a/b is not there and cannot be made (No such file or directory); make the folder, or "
        + "name another one")
  }

  @Test(arguments: [
    (
      EXDEV,
      "ROOT/accepted is on another file system than ROOT/state, so that a file cannot be moved there in one step; "
        + "keep the whole root folder on one file system"
    ),
    (
      EACCES,
      "ROOT/accepted cannot be written to (Permission denied); give the daemon's user the right to write there and "
        + "in ROOT/state"
    ),
    (
      EINVAL,
      "the file system of ROOT/accepted cannot rename a file without replacing another; use one such as ext4, XFS "
        + "or Btrfs"
    ),
  ])
  func aFolderToWhichNothingCanBeMovedIsRefused(code: Int32, sentence: String) throws {
    let scratch = try Scratch()
    // The second move of the trial is the one to accepted.
    let moves = Counter()
    let files = RiggedFileSystem { step in
      if step.call == .rename, moves.next() == 2 { throw SystemFault(.rename, code) }
    }
    let refusal = #expect(throws: SpoolRefusal.self) { try SpoolRoot(scratch.path, on: files).prepare() }
    #expect(refusal?.problems == [sentence.replacing("ROOT", with: scratch.path)])
    #expect(try scratch.tree().keys.filter { $0.contains("probe") } == [])
  }

  @Test func aFullDiskIsSaidForEveryFolderThatIsMissing() throws {
    let scratch = try Scratch()
    let files = RiggedFileSystem { if $0.call == .makeFolder { throw SystemFault(.makeFolder, ENOSPC) } }
    let refusal = #expect(throws: SpoolRefusal.self) { try SpoolRoot(scratch.path, on: files).prepare() }
    #expect(refusal?.problems.count == 6)
    #expect(
      refusal?.problems.first
        == "\(scratch.path)/incoming cannot be made (No space left on device); free some space")
  }

  @Test func programmesAreTheFoldersWithSuchNames() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try root.prepare(try Scratch.name("b"))
    try scratch.write("", to: "incoming/file")
    for name in ["with space", "@eaDir", ".hidden"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/incoming/" + name, withIntermediateDirectories: false)
    }
    #expect(try root.programmes().map(\.text) == ["b", "ilcop"])
  }

  @Test func stoppedAnywherePreparationIsDoneTheNextTime() throws {
    let scratch = try Scratch()
    let plain = try scratch.prepared()
    let whole = try scratch.tree()
    #expect(plain.path == scratch.path)
    var number = 0
    var isDone = false
    while !isDone {
      number += 1
      let last = number
      let other = try Scratch()
      let files = RiggedFileSystem { if $0.number == last { throw Crash() } }
      do {
        let root = SpoolRoot(other.path, on: files)
        try root.prepare()
        try root.prepare(other.programme)
        isDone = true
      } catch is Crash {}
      #expect(files.openCount == 0)
      _ = try other.prepared()
      #expect(try other.tree() == whole, "stopped at call \(number)")
    }
    #expect(number > 100)
  }
}
