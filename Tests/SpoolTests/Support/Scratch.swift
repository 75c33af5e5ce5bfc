import Foundation
import Spool

/// A root folder of its own for one test, gone afterwards.
final class Scratch {
  let path: String
  let programme: ProgrammeName

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("spool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
    programme = try Self.name("ilcop")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The root with all folders of the programme made.
  func prepared(on files: any FileSystem = LinuxFileSystem()) throws -> SpoolRoot {
    // Rigged with nothing, which leaves out the waiting for the disk.
    let root = SpoolRoot(path, on: RiggedFileSystem())
    try root.prepare()
    try root.prepare(programme)
    return SpoolRoot(path, on: files)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }

  func has(_ name: String) -> Bool {
    var status = stat()
    return lstat(path + "/" + name, &status) == 0
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

  /// Everything below a folder, by path: the text of files, where links point, and `/` for folders.
  func tree(_ below: String = "") throws -> [String: String] {
    let start = below.isEmpty ? path : path + "/" + below
    var tree: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: start) {
      let full = start + "/" + name
      // Not by FileManager's attributes, which look up the owner's name each time.
      var status = stat()
      guard lstat(full, &status) == 0 else { throw Missing(what: full) }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: tree[name] = "/"
      case S_IFLNK: tree[name] = "-> " + (try FileManager.default.destinationOfSymbolicLink(atPath: full))
      case S_IFREG: tree[name] = try read(below.isEmpty ? name : below + "/" + name)
      default: tree[name] = "special"
      }
    }
    return tree
  }

  /// The one sighting of this name, in the folder of people or in `new`.
  func sighting(_ name: String, in root: SpoolRoot) throws -> Sighting {
    let all = try SpoolScan(of: root).sightings
    guard let found = all.first(where: { $0.name == FileName(name) }) else { throw Missing(what: name) }
    return found
  }

  /// A claim of this file, which must succeed.
  func claim(_ name: String, in root: SpoolRoot) throws -> ClaimedFile {
    let outcome = try root.claim(try sighting(name, in: root))
    guard case .claimed(let claim) = outcome else { throw Missing(what: "a claim of \(name): \(outcome)") }
    return claim
  }

  static func name(_ text: String) throws -> ProgrammeName {
    guard let name = ProgrammeName(text) else { throw Missing(what: text) }
    return name
  }
}

/// What a test took for granted was not there.
struct Missing: Error, CustomStringConvertible {
  let what: String
  var description: String { "missing: \(what)" }
}
