import Foundation
import Testing

@testable import Spool

@Suite struct SettlementTests {
  @Test(arguments: [Verdict.accepted, .rejected])
  func theOriginalIsMovedAsItIs(verdict: Verdict) throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let claim = try scratch.claim("teams.csv", in: root)
    let settled = try root.settle(claim, as: verdict)
    #expect(settled == Settled(name: FileName("teams.csv"), original: .moved))
    let path = "\(scratch.path)/\(verdict.rawValue)/ilcop/teams.csv"
    let inode = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64
    #expect(inode == claim.sighting.status.inode)
    #expect(try scratch.read("\(verdict.rawValue)/ilcop/teams.csv") == "abc")
    #expect(!scratch.has("incoming/ilcop/teams.csv"))
  }

  @Test func aNameThatIsTakenGetsANumberBeforeItsExtension() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    for (number, name) in ["teams.csv", "teams (2).csv", "teams (3).csv"].enumerated() {
      try scratch.write("version \(number)", to: "incoming/ilcop/teams.csv")
      let claim = try scratch.claim("teams.csv", in: root)
      #expect(try root.settle(claim, as: .accepted).name == FileName(name))
      try root.drop(claim)
    }
    #expect(try scratch.read("accepted/ilcop/teams (3).csv") == "version 2")
    #expect(try scratch.read("accepted/ilcop/teams.csv") == "version 0")
  }

  @Test func doneAgainItAnswersTheSame() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("old", to: "accepted/ilcop/teams.csv")
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let claim = try scratch.claim("teams.csv", in: root)
    let settled = try root.settle(claim, as: .accepted)
    #expect(settled.name == FileName("teams (2).csv"))
    #expect(try root.settle(claim, as: .accepted) == settled)
    try root.drop(claim)
    #expect(try scratch.tree("accepted/ilcop") == ["teams.csv": "old", "teams (2).csv": "abc"])
  }

  @Test func aNewerFileUnderTheNameStaysForItsOwnClaim() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("old", to: "incoming/ilcop/teams.csv")
    let claim = try scratch.claim("teams.csv", in: root)
    try scratch.write("newer", to: "incoming/ilcop/teams.csv")
    let settled = try root.settle(claim, as: .accepted)
    #expect(settled == Settled(name: FileName("teams.csv"), original: .replaced))
    #expect(try root.settle(claim, as: .accepted) == settled)
    try root.drop(claim)
    #expect(try scratch.read("accepted/ilcop/teams.csv") == "old")
    #expect(try scratch.read("incoming/ilcop/teams.csv") == "newer")
    #expect(try scratch.claim("teams.csv", in: root).size == 5)
  }

  @Test func aFileThatWasDeletedAfterItsClaimIsPutAwayFromTheCopy() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let claim = try scratch.claim("teams.csv", in: root)
    try scratch.remove("incoming/ilcop")
    #expect(try root.settle(claim, as: .accepted).original == .replaced)
    try root.drop(claim)
    #expect(try scratch.tree("accepted/ilcop") == ["teams.csv": "abc"])
  }

  /// Between the look at the name and the move, somebody saves a newer version.
  @Test(arguments: [false, true])
  func aFileThatIsReplacedAtTheLastMomentGoesBack(isNameTakenMeanwhile: Bool) throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/incoming/ilcop/"
    let moves = Counter()
    let files = RiggedFileSystem { step in
      guard step.call == .rename, step.name == FileName("teams.csv") || step.name == FileName("original")
      else {
        return
      }
      let number = moves.next()
      if number == 1 {
        try Data("newer".utf8).write(to: URL(fileURLWithPath: folder + "teams.csv"))
      } else if number == 2, isNameTakenMeanwhile {
        try Data("newest".utf8).write(to: URL(fileURLWithPath: folder + "teams.csv"))
      }
    }
    let root = try scratch.prepared(on: files)
    try scratch.write("old", to: "incoming/ilcop/teams.csv")
    let claim = try scratch.claim("teams.csv", in: root)
    #expect(try root.settle(claim, as: .accepted).original == .replaced)
    try root.drop(claim)
    #expect(try scratch.tree("accepted/ilcop") == ["teams.csv": "old"])
    let left = try scratch.tree("incoming/ilcop").filter { $0.value != "/" }
    #expect(
      left
        == (isNameTakenMeanwhile
          ? ["teams.csv": "newest", "teams (2).csv": "newer"] : ["teams.csv": "newer"]))
  }

  @Test(arguments: [EACCES, EPERM, EBUSY, EROFS, EXDEV])
  func aFileThatCannotBeMovedIsDealtWithOnce(code: Int32) throws {
    let scratch = try Scratch()
    let files = RiggedFileSystem {
      if $0.call == .rename, $0.name == FileName("teams.csv") { throw SystemFault(.rename, code) }
    }
    let root = try scratch.prepared(on: files)
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let claim = try scratch.claim("teams.csv", in: root)
    let settled = try root.settle(claim, as: .accepted)
    #expect(settled.original == .stuck(SystemFault(.rename, code).reason))
    #expect(try root.settle(claim, as: .accepted) == settled)
    try root.drop(claim)
    #expect(try scratch.tree("accepted/ilcop") == ["teams.csv": "abc"])

    // As after a restart.
    let again = try SpoolScan(of: root)
    let stuck = try SpoolRoot(scratch.path).stuckFiles()
    #expect(stuck.count == 1)
    #expect(again.sightings.allSatisfy { stuck.contains($0) })

    // Changed, it is a new file; and a note without its file is forgotten.
    try scratch.write("abcd", to: "incoming/ilcop/teams.csv")
    let changed = try SpoolScan(of: root)
    #expect(!stuck.contains(changed.sightings[0]))
    try root.forgetStuckFiles(missingFrom: changed)
    #expect(try root.stuckFiles().count == 0)
  }

  @Test func aNoteIsKeptAsLongAsItsFileIsSeen() throws {
    let scratch = try Scratch()
    let files = RiggedFileSystem {
      if $0.call == .rename, $0.name == FileName("teams.csv") { throw SystemFault(.rename, EBUSY) }
    }
    let root = try scratch.prepared(on: files)
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    _ = try root.settle(try scratch.claim("teams.csv", in: root), as: .rejected)
    try root.forgetStuckFiles(missingFrom: try SpoolScan(of: root))
    #expect(try root.stuckFiles().count == 1)
    let note = try #require(try scratch.tree("state/stuck").values.first)
    #expect(
      note == """
        \(scratch.path)/incoming/ilcop/teams.csv
        cannot be moved: Device or resource busy
        sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad

        """)
  }

  @Test func whatIsNoFileIsMovedUnopenedWithItsReason() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let folder = scratch.path + "/incoming/ilcop/"
    #expect(mkfifo(folder + "pipe", 0o644) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "link.csv", withDestinationPath: "/etc/passwd")
    try FileManager.default.createDirectory(
      atPath: folder + "folder/inside", withIntermediateDirectories: true)
    for sighting in try SpoolScan(of: root).sightings {
      let why = Refusal.notAFile(sighting.status.kind).sentence
      #expect(try root.refuse(sighting, why: why) == .moved(sighting.name))
      #expect(try root.refuse(sighting, why: why) == .gone)
    }
    let tree = try scratch.tree("rejected/ilcop")
    #expect(tree["pipe"] == "special")
    #expect(tree["link.csv"] == "-> /etc/passwd")
    #expect(tree["folder/inside"] == "/")
    #expect(
      tree["link.csv.why.txt"]
        == "This is a link to a file, and links are not followed. Put the file itself here.\r\n")
    #expect(tree.count == 7)
    #expect(try SpoolScan(of: root).sightings.isEmpty)
  }

  @Test func twoRefusedOfOneNameLieSideBySide() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    for text in ["one", "two"] {
      try scratch.write(text, to: "incoming/ilcop/big.csv")
      _ = try root.refuse(try scratch.sighting("big.csv", in: root), why: text)
    }
    #expect(
      try scratch.tree("rejected/ilcop") == [
        "big.csv": "one", "big.csv.why.txt": "one\r\n", "big (2).csv": "two",
        "big (2).csv.why.txt": "two\r\n",
      ])
  }

  @Test func aRefusedThingThatCannotBeMovedGetsItsReasonAndIsNoted() throws {
    let scratch = try Scratch()
    let files = RiggedFileSystem {
      if $0.call == .rename, $0.name == FileName("big.csv") { throw SystemFault(.rename, EACCES) }
    }
    let root = try scratch.prepared(on: files)
    try scratch.write("abc", to: "incoming/ilcop/big.csv")
    let sighting = try scratch.sighting("big.csv", in: root)
    #expect(try root.refuse(sighting, why: "too large") == .stuck("Permission denied"))
    #expect(try root.stuckFiles().contains(sighting))
    #expect(try scratch.tree("rejected/ilcop") == ["big.csv.why.txt": "too large\r\n"])
  }

  @Test func aFileThatReplacesARefusedThingAtTheLastMomentGoesBack() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/incoming/ilcop/teams.csv"
    let files = RiggedFileSystem {
      if $0.call == .rename, $0.name == FileName("teams.csv"),
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
      {
        try FileManager.default.removeItem(atPath: path)
        try Data("good".utf8).write(to: URL(fileURLWithPath: path))
      }
    }
    let root = try scratch.prepared(on: files)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
    #expect(try root.refuse(try scratch.sighting("teams.csv", in: root), why: "link") == .gone)
    #expect(try scratch.read("incoming/ilcop/teams.csv") == "good")
    #expect(try scratch.tree("rejected/ilcop").isEmpty)
  }
}
