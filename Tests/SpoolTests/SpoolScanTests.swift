import Foundation
import Spool
import Testing

@Suite struct SpoolScanTests {
  @Test func whatWasDroppedAndHandedOverIsSeenInOrder() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try root.prepare(try Scratch.name("another"))
    try scratch.write("abc", to: "incoming/ilcop/teams.csv")
    try scratch.write("", to: "incoming/ilcop/new/people.csv")
    try scratch.write("x", to: "incoming/ilcop/tmp/half.csv")
    try scratch.write("x", to: "incoming/another/sites.csv")
    let scan = try SpoolScan(of: root)
    #expect(scan.sightings.map(\.name.shown) == ["sites.csv", "teams.csv", "people.csv"])
    #expect(scan.sightings.map(\.place) == [.dropped, .dropped, .handedOver])
    #expect(scan.sightings.map(\.status.size) == [1, 3, 0])
    #expect(scan.sightings.map(\.programme.text) == ["another", "ilcop", "ilcop"])
    #expect(scan.strays.isEmpty && scan.crowded.isEmpty && scan.unread.isEmpty)
  }

  @Test func everyKindOfEntryIsSeenForWhatItIs() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let folder = scratch.path + "/incoming/ilcop/"
    try scratch.write("x", to: "incoming/ilcop/a-file")
    try FileManager.default.createDirectory(atPath: folder + "b-folder", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: folder + "c-link", withDestinationPath: "a-file")
    #expect(mkfifo(folder + "d-pipe", 0o644) == 0)
    try bindSocket(at: folder, "e-socket")
    let kinds = try SpoolScan(of: root).sightings.map(\.status.kind)
    #expect(kinds == [.regular, .folder, .link, .pipe, .socket])
  }

  @Test func namesThatAreNotTextAreSeenAsTheyAre() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let names: [[UInt8]] = [[0x61, 0x0A, 0x62], [0x07], [0x74, 0xFF, 0xFE]]
    for name in names {
      let path = Array((scratch.path + "/incoming/ilcop/").utf8) + name + [0]
      let file = path.withUnsafeBytes { fopen($0.bindMemory(to: CChar.self).baseAddress, "w") }
      if let file { fclose(file) }
    }
    let seen = try SpoolScan(of: root).sightings.map(\.name.bytes)
    #expect(seen == [[0x07], [0x61, 0x0A, 0x62], [0x74, 0xFF, 0xFE]])
  }

  @Test func whatBelongsToNoProgrammeIsSaid() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("x", to: "incoming/teams.csv")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/incoming/my programme", withIntermediateDirectories: false)
    try scratch.write("x", to: "incoming/Thumbs.db")
    let scan = try SpoolScan(of: root)
    #expect(
      scan.strays == [
        "\(scratch.path)/incoming/my programme cannot be a programme's folder; rename it to at most 40 of A-Z, "
          + "a-z, 0-9, point, _ and -, not beginning with a point",
        "\(scratch.path)/incoming/teams.csv belongs to no programme; move it into the folder of its programme",
      ])
  }

  @Test func aFullFolderIsCutShortAndKeepsNoOtherFromBeingSeen() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try root.prepare(try Scratch.name("z"))
    for number in 0..<5 { try scratch.write("x", to: "incoming/ilcop/\(number).csv") }
    try scratch.write("x", to: "incoming/z/teams.csv")
    let scan = try SpoolScan(of: root, limit: 3)
    #expect(scan.sightings.map(\.name.shown) == ["0.csv", "1.csv", "2.csv", "teams.csv"])
    #expect(
      scan.crowded == [
        "\(scratch.path)/incoming/ilcop holds more than 3 files; the rest is looked at when these are gone"
      ])
    #expect(try SpoolScan(of: root, limit: 5).crowded.isEmpty)
  }

  @Test func aFolderThatCannotBeReadKeepsNoOtherFromBeingSeen() throws {
    let scratch = try Scratch()
    let closed = FileName("ilcop")
    let files = RiggedFileSystem {
      if $0.call == .open, $0.name == closed { throw SystemFault(.open, EACCES) }
    }
    let root = try scratch.prepared(on: files)
    try SpoolRoot(scratch.path).prepare(try Scratch.name("z"))
    try scratch.write("x", to: "incoming/z/teams.csv")
    let scan = try SpoolScan(of: root)
    #expect(scan.sightings.map(\.name.shown) == ["teams.csv"])
    #expect(
      scan.unread == [
        "\(scratch.path)/incoming/ilcop cannot be read (Permission denied); where this stays so, see to its "
          + "permissions"
      ])
    #expect(files.openCount == 0)
  }

  @Test func aProgrammesFolderThatIsALinkIsNotFollowed() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("x", to: "incoming/ilcop/teams.csv")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/incoming/other", withDestinationPath: "ilcop")
    let scan = try SpoolScan(of: root)
    #expect(scan.sightings.count == 1)
    #expect(scan.strays.count == 1)
  }
}

private func bindSocket(at folder: String, _ name: String) throws {
  let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  // A path of a socket may be 107 bytes; from the folder itself the name is enough.
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  let short = "/proc/self/fd/\(try openFolder(folder))/\(name)"
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(short.utf8)) }
  let result = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
  guard result == 0 else { throw Missing(what: "a socket: errno \(errno)") }
}

private func openFolder(_ path: String) throws -> Int32 {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw Missing(what: path) }
  return descriptor
}
