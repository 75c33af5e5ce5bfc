public import Domain
import Foundation
@preconcurrency import Glibc
import Spool

/// Hands files to a daemon as programs should: written whole into `tmp`, then renamed into `new`.
public struct Handover: Sendable {
  private let root: SpoolRoot
  private let folder: ProgrammeName

  /// To the programme of a root that a daemon has worked in.
  ///
  /// Throws `SpoolRefusal` with what is in the way.
  public init(root path: String, programme: ProgrammeID) throws {
    guard let folder = ProgrammeName(programme.text) else {
      throw SpoolRefusal([
        "'\(programme)' cannot be a programme's folder; choose an id that begins with a letter"
      ])
    }
    root = SpoolRoot(path)
    self.folder = folder
    guard FileManager.default.fileExists(atPath: root.path(of: .incoming)) else {
      throw SpoolRefusal(["\(path) is no daemon's root folder; start 'counterpart serve --root \(path)' once"]
      )
    }
  }

  /// Hands over bytes under `name`; one of that name that is not taken yet is replaced.
  ///
  /// Throws where the name is none that is taken, and where the disk fails.
  public func submit(_ name: String, _ bytes: [UInt8]) throws {
    let draft = try begin(name)
    do {
      try draft.append(bytes)
      try draft.finish()
    } catch {
      draft.discard()
      throw error
    }
  }

  /// Begins a file that is handed over piece by piece, in the programme's own folders, which are made where they are
  /// missing; throws as `submit` does.
  public func begin(_ name: String) throws -> HandoverDraft {
    guard !name.isEmpty, !name.contains("/"), !IgnoredNames.contains(FileName(name)),
      FileName(name).shown == name
    else {
      throw SpoolRefusal([
        "'\(FileName(name).shown)' is a name that the daemon leaves alone or cannot keep; give the file another one"
      ])
    }
    for place in [SpoolPlace.dropped(folder), .drafts(folder), .handedOver(folder)] {
      do {
        try FileManager.default.createDirectory(
          atPath: root.path(of: place), withIntermediateDirectories: true)
      } catch {
        throw SpoolRefusal(["\(root.path(of: place)) cannot be made; see who may write in incoming"])
      }
    }
    return try HandoverDraft(
      name, draft: "\(root.path(of: .drafts(folder)))/\(name).\(UUID().uuidString)\(SpoolRoot.draftEnding)",
      place: "\(root.path(of: .handedOver(folder)))/\(name)")
  }
}

/// A file on its way to the daemon, which does not see it before it is finished. Used by one task at a time.
public final class HandoverDraft {
  private let name: String
  private let draft: String
  private let place: String
  private let handle: FileHandle

  /// Bytes so far.
  public private(set) var size: Int64 = 0

  fileprivate init(_ name: String, draft: String, place: String) throws {
    (self.name, self.draft, self.place) = (name, draft, place)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.refusal(name) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Adds bytes. Throws where the disk fails.
  public func append(_ bytes: [UInt8]) throws {
    try handle.write(contentsOf: bytes)
    size += Int64(bytes.count)
  }

  /// Hands the file over, on the disk and whole.
  public func finish() throws {
    try handle.synchronize()
    try handle.close()
    guard rename(draft, place) == 0 else {
      let refusal = Self.refusal(name)
      discard()
      throw refusal
    }
  }

  /// Takes back what was written; after `finish` there is nothing to take back.
  public func discard() {
    try? handle.close()
    unlink(draft)
  }

  private static func refusal(_ name: String) -> SpoolRefusal {
    let reason = String(cString: strerror(errno))
    return SpoolRefusal(["'\(name)' cannot be handed over (\(reason)); see who may write in incoming"])
  }
}
