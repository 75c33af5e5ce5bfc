import Foundation
@preconcurrency import Glibc

/// A result's folder: written beside its place and renamed at the end, so that nobody ever sees half of it.
struct OutputFolder {
  private let place: URL
  private let draft: URL
  /// The file whose presence says that a folder is an earlier result and may be replaced.
  private static let mark = "plan.json"

  /// Prepares to write `path`, which must be new, empty, or an earlier result.
  init(_ path: String) throws(Ending) {
    let manager = FileManager.default
    place = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
    if let inside = try? manager.contentsOfDirectory(atPath: place.path), !inside.isEmpty,
      !inside.contains(Self.mark)
    {
      throw Ending(
        status: .usage,
        message: "\(path): error: the folder holds something other than a plan; name a new folder for --out")
    }
    let parent = place.deletingLastPathComponent()
    draft = parent.appendingPathComponent(".\(place.lastPathComponent).\(getpid()).draft", isDirectory: true)
    do {
      try manager.createDirectory(at: draft, withIntermediateDirectories: true)
    } catch {
      throw Ending(status: .usage, message: "\(path): error: cannot write here; choose another --out")
    }
  }

  /// Writes one file of the result; `name` may hold one folder.
  func write(_ bytes: [UInt8], as name: String) throws(Ending) {
    let url = draft.appendingPathComponent(name)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    } catch {
      discard()
      throw Ending(
        status: .fault,
        message: "\(name): error: cannot be written (\(error.localizedDescription)); free some space")
    }
  }

  /// Puts the result in its place at once; an earlier one is removed afterwards.
  func publish() throws(Ending) {
    let old = place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).\(getpid()).old", isDirectory: true)
    let manager = FileManager.default
    do {
      if manager.fileExists(atPath: place.path) { try manager.moveItem(at: place, to: old) }
      try manager.moveItem(at: draft, to: place)
      try? manager.removeItem(at: old)
    } catch {
      discard()
      throw Ending(
        status: .fault,
        message: "\(place.path): error: cannot be put in place (\(error.localizedDescription))")
    }
  }

  /// Removes what was written so far.
  func discard() { try? FileManager.default.removeItem(at: draft) }
}
