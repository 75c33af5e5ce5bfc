import Foundation
import Testing

@testable import Spool

@Suite struct ClaimTests {
  @Test func aClaimIsAPrivateCopyWithItsHash() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let sighting = try scratch.sighting("teams.csv", in: root)
    let claim = try scratch.claim("teams.csv", in: root)
    #expect(claim.sighting == sighting)
    #expect(claim.size == 3)
    #expect(claim.name == "teams.csv")
    #expect(claim.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try String(contentsOfFile: claim.path, encoding: .utf8) == "abc")
    #expect(try scratch.read("incoming/ilcop/teams.csv") == "abc")
  }

  @Test func aFileOfManyPiecesIsCopiedWhole() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let text = String((0..<60_000).map { "\($0)\n" }.joined())
    try scratch.write(text, to: "incoming/ilcop/new/big.csv")
    let claim = try scratch.claim("big.csv", in: root)
    #expect(try String(contentsOfFile: claim.path, encoding: .utf8) == text)
  }

  @Test func takingTheSameFileAgainIsTheSameClaim() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let claim = try scratch.claim("teams.csv", in: root)
    #expect(try scratch.claim("teams.csv", in: root) == claim)
    #expect(try root.leftoverClaims() == LeftoverClaims(whole: [claim], damaged: []))
  }

  @Test func aNameInWhateverBytesComesBackFromAClaim() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/a\n b.csv")
    let claim = try scratch.claim("a\n b.csv", in: root)
    #expect(claim.name == "a b.csv")
    #expect(claim.originalName == FileName("a\n b.csv"))
    #expect(try root.leftoverClaims().whole == [claim])
  }

  @Test func aFileThatChangedSinceItWasSeenHasToSettleAnew() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let sighting = try scratch.sighting("teams.csv", in: root)
    try scratch.write("abcd", to: "incoming/ilcop/teams.csv")
    #expect(try root.claim(sighting) == .unsettled)
    try scratch.remove("incoming/ilcop/teams.csv")
    #expect(try root.claim(sighting) == .vanished)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/incoming/ilcop/teams.csv", withDestinationPath: "/etc/passwd")
    #expect(try root.claim(sighting) == .unsettled)
    try scratch.remove("incoming/ilcop/teams.csv")
    #expect(mkfifo(scratch.path + "/incoming/ilcop/teams.csv", 0o644) == 0)
    #expect(try root.claim(sighting) == .unsettled)
    #expect(try scratch.tree("state/claims").isEmpty)
  }

  @Test func aFileWhoseProgrammesFolderIsGoneHasVanished() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let sighting = try scratch.sighting("teams.csv", in: root)
    try scratch.remove("incoming/ilcop")
    #expect(try root.claim(sighting) == .vanished)
  }

  @Test(arguments: [false, true])
  func aFileThatIsWrittenToWhileItIsCopiedIsNotClaimed(grows: Bool) throws {
    let scratch = try Scratch()
    let path = scratch.path + "/incoming/ilcop/teams.csv"
    let files = RiggedFileSystem { step in
      guard step.call == .read else { return }
      guard let file = fopen(path, grows ? "a" : "w") else { throw Missing(what: path) }
      fputs("more", file)
      fclose(file)
    }
    let root = try scratch.prepared(on: files)
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    #expect(try root.claim(try scratch.sighting("teams.csv", in: root)) == .unsettled)
    #expect(try scratch.tree("state/claims").isEmpty)
    #expect(files.openCount == 0)
  }

  @Test func aFileAboveTheLimitIsRefusedByTheSizeItSays() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let path = scratch.path + "/incoming/ilcop/big.csv"
    try scratch.write("", to: "incoming/ilcop/big.csv")
    #expect(truncate(path, 1 << 30) == 0)
    let outcome = try root.claim(try scratch.sighting("big.csv", in: root))
    #expect(outcome == .refused(.tooLarge(size: 1 << 30, limit: 50 << 20)))
    try scratch.write("abcd", to: "incoming/ilcop/small.csv")
    let small = try scratch.sighting("small.csv", in: root)
    #expect(try root.claim(small, sizeLimit: 3) == .refused(.tooLarge(size: 4, limit: 3)))
    #expect(try root.claim(small, sizeLimit: 4) != .refused(.tooLarge(size: 4, limit: 4)))
  }

  @Test func whatIsNoFileIsNotOpened() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    #expect(mkfifo(scratch.path + "/incoming/ilcop/pipe", 0o644) == 0)
    #expect(try root.claim(try scratch.sighting("pipe", in: root)) == .refused(.notAFile(.pipe)))
  }

  @Test func aFileThatMayNotBeReadIsRefused() throws {
    let scratch = try Scratch()
    let secret = FileName("secret.csv")
    let files = RiggedFileSystem {
      if $0.call == .open, $0.name == secret { throw SystemFault(.open, EACCES) }
    }
    let root = try scratch.prepared(on: files)
    try scratch.write("abc", to: "incoming/ilcop/secret.csv")
    #expect(try root.claim(try scratch.sighting("secret.csv", in: root)) == .refused(.unreadable))
  }

  @Test func aHardLinkIsAFileLikeAnyOther() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    try FileManager.default.linkItem(
      atPath: scratch.path + "/incoming/ilcop/teams.csv", toPath: scratch.path + "/other.csv")
    #expect(try scratch.claim("teams.csv", in: root).sighting.status.links == 2)
  }

  @Test func ofADroppedClaimNothingIsLeft() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let claim = try scratch.claim("teams.csv", in: root)
    try root.drop(claim)
    try root.drop(claim)
    #expect(try scratch.tree("state/claims").isEmpty)
    #expect(try root.leftoverClaims() == LeftoverClaims())
  }

  @Test func halfAClaimOfAnEarlierRunIsRemovedAndMadeAnew() throws {
    let scratch = try Scratch()
    let files = RiggedFileSystem { if $0.call == .write { throw Crash() } }
    let root = try scratch.prepared(on: files)
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let sighting = try scratch.sighting("teams.csv", in: root)
    #expect(throws: Crash.self) { try root.claim(sighting) }
    #expect(try scratch.tree("state/claims").count == 2)
    let next = SpoolRoot(scratch.path)
    #expect(try next.leftoverClaims() == LeftoverClaims())
    #expect(try scratch.tree("state/claims").isEmpty)
    #expect(try scratch.claim("teams.csv", in: next).size == 3)
  }

  @Test func aDamagedCopyIsSetAsideAndSaid() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let claim = try scratch.claim("teams.csv", in: root)
    try scratch.write("abX", to: "state/claims/\(claim.id)/content")
    #expect(
      try root.leftoverClaims().damaged == [
        "\(scratch.path)/state/claims/\(claim.id).damaged is a damaged copy of a dropped file; if the file is "
          + "neither in incoming nor in accepted, ask its sender for it again, then delete the folder"
      ])
    #expect(try scratch.claim("teams.csv", in: root) == claim)
    #expect(try root.leftoverClaims().whole == [claim])
  }

  @Test func aFullDiskLeavesNoHalfCopyAndIsTriedAgain() throws {
    let scratch = try Scratch()
    let writes = Counter()
    let files = RiggedFileSystem {
      if $0.call == .write, writes.next() == 1 { throw SystemFault(.write, ENOSPC) }
    }
    let root = try scratch.prepared(on: files)
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    let sighting = try scratch.sighting("teams.csv", in: root)
    #expect(throws: SystemFault(.write, ENOSPC)) { try root.claim(sighting) }
    #expect(try scratch.tree("state/claims").isEmpty)
    #expect(try scratch.claim("teams.csv", in: root).size == 3)
  }
}
