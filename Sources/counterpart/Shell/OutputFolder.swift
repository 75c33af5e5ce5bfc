import Foundation
@preconcurrency import Glibc

/// A result's folder: written beside its place and renamed at the end, so that nobody ever sees half of it.
///
/// Nothing is created before there is a result. Survives a full disk and a folder that cannot be moved: what was
/// there before is there again.
struct OutputFolder {
  /// Where the result goes, without links and `..`.
  let place: URL
  private let path: String

  /// The files of which one says that a folder is an earlier result and may be replaced.
  private static let marks: Set<String> = ["plan.json", "comparison.json"]
  /// What an earlier result may hold; anything else is somebody's own and not ours to remove.
  private static let ours: Set<String> = [
    "plan.json", "pairs.csv", "visits.csv", "attendance.csv", "agenda.csv", "unscheduled.csv", "chase.csv",
    "actions.csv", "feeds", "packs", "timings.json", "report.html", "report.txt", "comparison.txt",
    "comparison.json", "slips.csv",
    "scenarios", ".DS_Store", "Thumbs.db",
    "desktop.ini",
  ]

  /// Examines `path`, which must be new, empty, or an earlier result, and in a place that can be written to.
  init(_ path: String) throws(Ending) {
    self.path = path
    guard !path.isEmpty else {
      throw Ending(status: .usage, message: "error: --out is blank; name the folder to write")
    }
    place = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw Ending(
          status: .usage, message: "\(path): error: this is a file; name a new folder for --out")
      }
      try Self.demandOwn(place, path)
    }
    var above = place.deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: above.path, isDirectory: &isFolder), above.path != "/" {
      above.deleteLastPathComponent()
    }
    guard isFolder.boolValue, access(above.path, W_OK) == 0 else {
      throw Ending(
        status: .usage, message: "\(path): error: \(above.path) cannot be written to; choose another --out")
    }
  }

  private static func demandOwn(_ place: URL, _ path: String) throws(Ending) {
    let manager = FileManager.default
    guard let inside = try? manager.contentsOfDirectory(atPath: place.path).sorted() else {
      throw Ending(
        status: .usage, message: "\(path): error: the folder cannot be read; name a new folder for --out")
    }
    guard !inside.isEmpty else { return }
    guard inside.contains(where: marks.contains) else {
      throw Ending(
        status: .usage,
        message: "\(path): error: the folder holds something other than a plan; name a new folder for --out")
    }
    let foreign =
      inside.filter { !ours.contains($0) }
      + [("feeds", ".ics"), ("packs", ".html")].flatMap { folder, ending in
        ((try? manager.contentsOfDirectory(atPath: place.path + "/" + folder))?.sorted() ?? [])
          .filter { !$0.hasSuffix(ending) && !ours.contains($0) }.map { "\(folder)/\($0)" }
      }
    if let first = foreign.first {
      throw Ending(
        status: .usage,
        message:
          "\(path): error: beside an earlier plan the folder holds \(first), which replacing the plan would "
          + "remove; move it elsewhere, or name a new folder for --out")
    }
  }

  /// Writes all of a result and puts it in its place at once; a name may hold one folder.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(Ending) {
    let manager = FileManager.default
    let draft = beside("draft")
    do {
      try? manager.removeItem(at: draft)
      try manager.createDirectory(at: draft, withIntermediateDirectories: true)
      for file in files {
        let url = draft.appendingPathComponent(file.name)
        try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
    } catch {
      try? manager.removeItem(at: draft)
      throw Ending(
        status: .fault,
        message:
          "\(path): error: the plan cannot be written (\(Self.words(error))); free some space, or choose "
          + "another --out")
    }
    do {
      try publish(draft)
    } catch {
      try? manager.removeItem(at: draft)
      throw Ending(
        status: .fault,
        message: "\(path): error: the plan cannot be put in place (\(Self.words(error))); what was there is "
          + "unchanged")
    }
  }

  private func publish(_ draft: URL) throws {
    // Onto nothing, or an empty folder, this is one step.
    if rename(draft.path, place.path) == 0 { return }
    let manager = FileManager.default
    let old = beside("old")
    try manager.moveItem(at: place, to: old)
    do {
      try manager.moveItem(at: draft, to: place)
    } catch {
      try manager.moveItem(at: old, to: place)
      throw error
    }
    try? manager.removeItem(at: old)
  }

  private func beside(_ kind: String) -> URL {
    place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).\(getpid()).\(kind)", isDirectory: true)
  }

  private static func words(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let cause, cause.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(cause.code)))
  }
}
