import Archive
import Foundation
import Spool
import Testing

@Suite struct ZipArchiveTests {
  @Test func aFolderZippedByPythonIsTakenApart() throws {
    let archive = try ZipArchive(try bytes(Self.byPython))
    #expect(archive.files.map(\.name) == ["sites.csv", "teams.csv"])
    #expect(text(archive.files[1]) == "team_id,team_name\nR0A,Wythenshawe\n")
    #expect(text(archive.files[0]) == String(repeating: "site_id,site_name\n", count: 20))
  }

  @Test func aFolderZippedByInfoZipIsTakenApart() throws {
    let archive = try ZipArchive(try bytes(Self.byInfoZip))
    #expect(archive.files.map(\.name) == ["teams.csv", "Übersicht.csv"])
    #expect(text(archive.files[0]) == "team_id\nR0A\n")
  }

  @Test func storedAndDeflatedWithSizesBeforeAndAfterAndACommentAreRead() throws {
    var stored = ZipWriter.Entry("b.csv", "stored")
    stored.isDeflated = false
    var later = ZipWriter.Entry("a.csv", "later")
    later.hasSizesLater = true
    var writer = ZipWriter([stored, later, ZipWriter.Entry("c.csv", "")])
    writer.comment = Array("made by hand".utf8)
    let archive = try ZipArchive(writer.archive())
    #expect(archive.files.map(\.name) == ["a.csv", "b.csv", "c.csv"])
    #expect(archive.files.map { text($0) } == ["later", "stored", ""])
  }

  @Test func oneFolderAroundAllIsLeftOutAndWhatProgramsKeepIsSkipped() throws {
    let names = [
      "p/", "p/teams.csv", "p/.DS_Store", "__MACOSX/p/._teams.csv", "p/~$a.xlsx", "p/@eaDir/x", "Thumbs.db",
    ]
    let archive = try ZipArchive(
      ZipWriter(names.map { ZipWriter.Entry($0, $0.hasSuffix("/") ? "" : "x") }).archive())
    #expect(archive.files.map(\.name) == ["teams.csv"])
  }

  @Test func aNameInTheCodePageOfDOSIsRead() throws {
    var entry = ZipWriter.Entry("x")
    entry.name = [0x9A] + Array("bersicht.csv".utf8)
    #expect(try ZipArchive(ZipWriter([entry]).archive()).files.map(\.name) == ["Übersicht.csv"])
  }

  @Test(arguments: [
    "../teams.csv", "p/../../teams.csv", "/etc/passwd", "C:/teams.csv", "C:teams.csv", "a\\b.csv", "a\nb.csv",
    "",
    "a//b.csv", "./a.csv", "a\u{202E}b.csv", "p/..", "//a",
  ])
  func aNameThatLeadsElsewhereIsRefused(name: String) throws {
    let shown = name.replacing("\n", with: "").replacing("\u{202E}", with: "")
    #expect(throws: ZipRefusal.badName(shown)) {
      try ZipArchive(ZipWriter([ZipWriter.Entry("teams.csv"), ZipWriter.Entry(name)]).archive())
    }
  }

  @Test func aFolderInsideAndAnArchiveInsideAreRefused() throws {
    #expect(throws: ZipRefusal.folderInside("p/old/teams.csv")) {
      try ZipArchive(
        ZipWriter([ZipWriter.Entry("p/teams.csv"), ZipWriter.Entry("p/old/teams.csv")]).archive())
    }
    #expect(throws: ZipRefusal.archiveInside("b.ZIP")) {
      try ZipArchive(ZipWriter([ZipWriter.Entry("a.csv"), ZipWriter.Entry("b.ZIP")]).archive())
    }
    var hidden = ZipWriter.Entry("c.csv")
    hidden.bytes = ZipWriter([ZipWriter.Entry("a")]).archive()
    #expect(throws: ZipRefusal.archiveInside("c.csv")) { try ZipArchive(ZipWriter([hidden]).archive()) }
    hidden.name = Array("c.xlsx".utf8)
    #expect(try ZipArchive(ZipWriter([hidden]).archive()).files.count == 1)
  }

  @Test func whatIsEncryptedPackedOtherwiseOrNoFileIsRefused() throws {
    var entry = ZipWriter.Entry("a.csv")
    entry.flags = 1
    #expect(throws: ZipRefusal.encrypted("a.csv")) { try ZipArchive(ZipWriter([entry]).archive()) }
    entry.flags = 0
    entry.method = 14
    #expect(throws: ZipRefusal.unknownMethod("a.csv", 14)) { try ZipArchive(ZipWriter([entry]).archive()) }
    entry.method = nil
    entry.madeBy = 3 << 8
    entry.attributes = 0o120777 << 16
    #expect(throws: ZipRefusal.notAFile("a.csv")) { try ZipArchive(ZipWriter([entry]).archive()) }
    entry.attributes = 0o100644 << 16
    #expect(try ZipArchive(ZipWriter([entry]).archive()).files.count == 1)
  }

  @Test func twoFilesOfOneNameAreRefused() throws {
    #expect(throws: ZipRefusal.sameName("Teams.csv")) {
      try ZipArchive(ZipWriter([ZipWriter.Entry("teams.csv"), ZipWriter.Entry("Teams.csv")]).archive())
    }
  }

  @Test func anArchiveOfNothingIsRefused() throws {
    #expect(throws: ZipRefusal.empty) { try ZipArchive(ZipWriter([]).archive()) }
    #expect(throws: ZipRefusal.empty) { try ZipArchive(ZipWriter([ZipWriter.Entry("p/", "")]).archive()) }
    for bytes: [UInt8] in [[], [0x50, 0x4B, 3, 4], Array("team_id\n".utf8)] {
      #expect(throws: ZipRefusal.notAnArchive) { try ZipArchive(bytes) }
    }
  }

  @Test func zip64AndPartsAreRefusedByName() throws {
    var large = ZipWriter.Entry("a.csv")
    large.size = 0xFFFF_FFFF
    #expect(throws: ZipRefusal.zip64) { try ZipArchive(ZipWriter([large]).archive()) }
    var writer = ZipWriter([ZipWriter.Entry("a.csv")])
    writer.count = 0xFFFF
    #expect(throws: ZipRefusal.zip64) { try ZipArchive(writer.archive()) }
    // The locator of a zip64 end before the plain one.
    var archive = ZipWriter([ZipWriter.Entry("a.csv")]).archive()
    archive.insert(
      contentsOf: ZipWriter.four(0x0706_4B50) + [UInt8](repeating: 0, count: 16), at: archive.count - 22)
    #expect(throws: ZipRefusal.zip64) { try ZipArchive(archive) }
    writer.count = nil
    writer.disk = 1
    #expect(throws: ZipRefusal.inParts) { try ZipArchive(writer.archive()) }
  }

  @Test func aWrongChecksumOrLengthIsRefused() throws {
    var entry = ZipWriter.Entry("a.csv", "content")
    entry.checksum = 1
    #expect(throws: ZipRefusal.damaged("'a.csv' has another checksum than it says")) {
      try ZipArchive(ZipWriter([entry]).archive())
    }
    for isDeflated in [true, false] {
      for size in [0, 6, 8, 5000] {
        entry = ZipWriter.Entry("a.csv", "content")
        entry.isDeflated = isDeflated
        entry.size = size
        #expect(throws: ZipRefusal.damaged("'a.csv' has another length than it says")) {
          try ZipArchive(ZipWriter([entry]).archive())
        }
      }
    }
  }

  @Test func aHeaderThatSaysSomethingElseThanTheListIsRefused() throws {
    var entry = ZipWriter.Entry("a.csv")
    entry.nameInHeader = Array("b.csv".utf8)
    #expect(throws: ZipRefusal.damaged("'a.csv' is listed as something else than it is")) {
      try ZipArchive(ZipWriter([entry]).archive())
    }
    entry = ZipWriter.Entry("a.csv")
    entry.offset = 1
    #expect(throws: ZipRefusal.damaged("'a.csv' is not where its list of contents says")) {
      try ZipArchive(ZipWriter([entry]).archive())
    }
    entry = ZipWriter.Entry("a.csv")
    entry.packedSize = 5000
    #expect(throws: ZipRefusal.damaged("'a.csv' is longer than the file")) {
      try ZipArchive(ZipWriter([entry]).archive())
    }
  }

  /// The bomb that unpacks the same bytes many times over.
  @Test func entriesThatShareBytesAreRefused() throws {
    var again = ZipWriter.Entry("a.csv")
    again.offset = 0
    #expect(throws: ZipRefusal.damaged("'a.csv' and 'a.csv' share bytes")) {
      try ZipArchive(ZipWriter([ZipWriter.Entry("a.csv"), again]).archive())
    }
  }

  @Test func aBombIsRefusedByWhatItSaysAndByWhatItIs() throws {
    let zeros = String(repeating: "0", count: 2 << 20)
    #expect(throws: ZipRefusal.suspiciouslySmall("a.csv", ratio: 100)) {
      try ZipArchive(ZipWriter([ZipWriter.Entry("a.csv", zeros)]).archive())
    }
    var liar = ZipWriter.Entry("a.csv", zeros)
    liar.size = 1000
    #expect(throws: ZipRefusal.damaged("'a.csv' has another length than it says")) {
      try ZipArchive(ZipWriter([liar]).archive())
    }
    let blank = ZipWriter.Entry("blank.csv", String(repeating: ",,,,\r\n", count: 20_000))
    #expect(try ZipArchive(ZipWriter([blank]).archive()).files.count == 1)
  }

  @Test func tooMuchIsRefusedBeforeItIsUnpacked() throws {
    var limits = ZipLimits.programme
    limits.totalBytes = 5
    #expect(throws: ZipRefusal.tooLarge(limit: 5)) {
      try ZipArchive(
        ZipWriter([ZipWriter.Entry("a", "abc"), ZipWriter.Entry("b", "abc")]).archive(), limits: limits)
    }
    let many = ZipWriter((0...500).map { ZipWriter.Entry("\($0).csv") })
    #expect(throws: ZipRefusal.tooManyEntries(501, limit: 500)) { try ZipArchive(many.archive()) }
    let just = ZipWriter((1...500).map { ZipWriter.Entry("\($0).csv") })
    #expect(try ZipArchive(just.archive()).files.count == 500)
  }

  /// Each of its bytes changed, and every beginning of it: refused in words, or the same files as before.
  @Test func aSpoiltArchiveNeverBringsOtherContent() throws {
    let whole = try bytes(Self.byPython)
    let files = try ZipArchive(whole).files
    for index in whole.indices {
      #expect(throws: ZipRefusal.self) { try ZipArchive(Array(whole[..<index])) }
      for flip: UInt8 in [0x01, 0x80, 0xFF] {
        var spoilt = whole
        spoilt[index] ^= flip
        guard let archive = try? ZipArchive(spoilt) else { continue }
        for file in archive.files where !files.contains(file) {
          // Another name, or one that is no longer ignored; never other bytes.
          #expect(files.contains { $0.bytes == file.bytes } || file.bytes == Array("x".utf8))
        }
      }
    }
  }

  @Test func everyRefusalSaysWhatToDo() {
    let refusals: [ZipRefusal] = [
      .notAnArchive, .damaged("x"), .zip64, .inParts, .tooManyEntries(501, limit: 500),
      .tooLarge(limit: 200 << 20),
      .suspiciouslySmall("a", ratio: 100), .encrypted("a"), .unknownMethod("a", 14), .badName("../a"),
      .notAFile("a"), .folderInside("p/a"), .archiveInside("a.zip"), .sameName("a"), .empty,
    ]
    for refusal in refusals {
      #expect(refusal.sentence.split(separator: ". ").count >= 2, "\(refusal.sentence)")
      #expect(refusal.sentence.hasSuffix("."))
    }
    #expect(
      ZipRefusal.tooLarge(limit: 200 << 20).sentence
        == "This zip file holds more than 200 MiB unpacked. Zip only the programme's folder, or send its files one "
        + "by one.")
  }

  private func text(_ file: ZipArchive.File) -> String { String(decoding: file.bytes, as: UTF8.self) }

  private func bytes(_ base64: String) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: base64)))
  }

  /// ilcop/teams.csv, ilcop/sites.csv, and two ignored names, by Python's zipfile.
  private static let byPython =
    "UEsDBBQAAAAIAABIK14jvrncIQAAACIAAAAPAAAAaWxjb3AvdGVhbXMuY3N2K0lNzI3PTNEpAdF5ibmpXEEGjjrh"
    + "lSUZqXnFGYnlqVwAUEsDBBQAAAAIAABIK16PiUQTFwAAAGgBAAAPAAAAaWxjb3Avc2l0ZXMuY3N2K84sSY3PTNEp"
    + "BtF5ibmpXMWjIjQQAQBQSwMEFAAAAAgAAEgrXoMW3IwDAAAAAQAAABoAAABfX01BQ09TWC9pbGNvcC8uX3RlYW1z"
    + "LmNzdqsAAFBLAwQUAAAACAAASCtegxbcjAMAAAABAAAAEQAAAGlsY29wL34kcGxhbi54bHN4qwAAUEsBAhQDFAAA"
    + "AAgAAEgrXiO+udwhAAAAIgAAAA8AAAAAAAAAAAAAAKSBAAAAAGlsY29wL3RlYW1zLmNzdlBLAQIUAxQAAAAIAABI"
    + "K16PiUQTFwAAAGgBAAAPAAAAAAAAAAAAAACkgU4AAABpbGNvcC9zaXRlcy5jc3ZQSwECFAMUAAAACAAASCtegxbc"
    + "jAMAAAABAAAAGgAAAAAAAAAAAAAApIGSAAAAX19NQUNPU1gvaWxjb3AvLl90ZWFtcy5jc3ZQSwECFAMUAAAACAAA"
    + "SCtegxbcjAMAAAABAAAAEQAAAAAAAAAAAAAApIHNAAAAaWxjb3AvfiRwbGFuLnhsc3hQSwUGAAAAAAQABAABAQAA"
    + "/wAAAAAA"

  /// ilcop/, ilcop/Übersicht.csv, ilcop/teams.csv, by zip -r.
  private static let byInfoZip =
    "UEsDBAoAAAAAAOcUfV0AAAAAAAAAAAAAAAAGABwAaWxjb3AvVVQJAANSkAtrUpALa3V4CwABBAAAAAAEAAAAAFBL"
    + "AwQUAAAACADnFH1dO4I1xQcAAAA8AAAAFAAcAGlsY29wL8OcYmVyc2ljaHQuY3N2VVQJAANSkAtrUpALa3V4CwAB"
    + "BAAAAAAEAAAAAEvkSiQbAgBQSwMECgAAAAAA5xR9XXFHNukMAAAADAAAAA8AHABpbGNvcC90ZWFtcy5jc3ZVVAkA"
    + "A1KQC2tSkAtrdXgLAAEEAAAAAAQAAAAAdGVhbV9pZApSMEEKUEsBAh4DCgAAAAAA5xR9XQAAAAAAAAAAAAAAAAYA"
    + "GAAAAAAAAAAQAO1BAAAAAGlsY29wL1VUBQADUpALa3V4CwABBAAAAAAEAAAAAFBLAQIeAxQAAAAIAOcUfV07gjXF"
    + "BwAAADwAAAAUABgAAAAAAAEAAACkgUAAAABpbGNvcC/DnGJlcnNpY2h0LmNzdlVUBQADUpALa3V4CwABBAAAAAAE"
    + "AAAAAFBLAQIeAwoAAAAAAOcUfV1xRzbpDAAAAAwAAAAPABgAAAAAAAEAAACkgZUAAABpbGNvcC90ZWFtcy5jc3ZV"
    + "VAUAA1KQC2t1eAsAAQQAAAAABAAAAABQSwUGAAAAAAMAAwD7AAAA6gAAAAAA"
}
