public import Domain
import Foundation
@preconcurrency import Glibc
import Spool

/// Hands files to a daemon as programs should: written whole into `tmp`, then renamed into `new`.
public struct Handover: Sendable {
  private let root: SpoolRoot
  private let folder: ProgrammeName

  /// To the programme of a root that a daemon has worked in; the programme's own folders are made where they are
  /// missing.
  ///
  /// Throws `SpoolRefusal` with what is in the way.
  public init(root path: String, programme: ProgrammeID) throws {
    guard let folder = ProgrammeName(programme.text) else {
      throw SpoolRefusal(["'\(programme)' cannot be a programme's folder, since it begins with a point"])
    }
    root = SpoolRoot(path)
    self.folder = folder
    let manager = FileManager.default
    guard manager.fileExists(atPath: root.path(of: .incoming)) else {
      throw SpoolRefusal(["\(path) is no daemon's root folder; start 'counterpart serve --root \(path)' once"]
      )
    }
    for place in [SpoolPlace.dropped(folder), .drafts(folder), .handedOver(folder)] {
      do {
        try manager.createDirectory(atPath: root.path(of: place), withIntermediateDirectories: true)
      } catch {
        throw SpoolRefusal(["\(root.path(of: place)) cannot be made; see who may write in incoming"])
      }
    }
  }

  /// Hands over bytes under `name`; one of that name that is not taken yet is replaced.
  ///
  /// Throws where the name is none that is taken, and where the disk fails.
  public func submit(_ name: String, _ bytes: [UInt8]) throws {
    guard !name.isEmpty, !name.contains("/"), !IgnoredNames.contains(FileName(name)) else {
      throw SpoolRefusal(["'\(name)' is a name that the daemon leaves alone; give the file another one"])
    }
    let draft = "\(root.path(of: .drafts(folder)))/\(name).\(getpid())"
    try Data(bytes).write(to: URL(fileURLWithPath: draft))
    guard rename(draft, "\(root.path(of: .handedOver(folder)))/\(name)") == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: draft)
      throw SpoolRefusal(["'\(name)' cannot be handed over (\(reason)); see who may write in incoming"])
    }
  }
}
