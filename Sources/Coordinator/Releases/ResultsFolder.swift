import Domain
import Foundation
@preconcurrency import Glibc
import Ledger
import Spool

/// What a job made, for people: results/PROGRAMME/JOB/, written beside its place and renamed.
struct ResultsFolder {
  let place: Workplace
  let job: Job

  /// Writes `files`, whose names may hold folders, in place of what an earlier try wrote.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws {
    guard let programme = job.programme.folder else { return }
    try place.spool.prepare(programme)
    let manager = FileManager.default
    let results = URL(
      fileURLWithPath: place.spool.path(of: .results(programme)), isDirectory: true)
    let draft = results.appendingPathComponent(".\(job.id).tmp", isDirectory: true)
    let final = results.appendingPathComponent("\(job.id)", isDirectory: true)
    try? manager.removeItem(at: draft)
    do {
      try manager.createDirectory(at: draft, withIntermediateDirectories: true)
      for file in files {
        let place = draft.appendingPathComponent(file.name)
        try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
      // What an earlier try left was never the last word.
      try? manager.removeItem(at: final)
      try manager.moveItem(at: draft, to: final)
    } catch {
      try? manager.removeItem(at: draft)
      throw error
    }
  }

  /// Adds or replaces one file in what is there and waits until it would survive a loss of power.
  func keep(_ bytes: [UInt8], as name: String) throws {
    guard let programme = job.programme.folder else { return }
    try place.spool.prepare(programme)
    let folder = URL(
      fileURLWithPath: place.spool.path(of: .results(programme)), isDirectory: true
    ).appendingPathComponent("\(job.id)", isDirectory: true)
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    let draft = folder.appendingPathComponent(".\(name).tmp")
    let final = folder.appendingPathComponent(name)
    do {
      try Data(bytes).write(to: draft)
      let handle = try FileHandle(forUpdating: draft)
      try handle.synchronize()
      try handle.close()
      guard rename(draft.path, final.path) == 0 else { throw SystemFault(.rename, errno) }
    } catch {
      try? manager.removeItem(at: draft)
      throw error
    }
  }

  /// Adds or replaces one text in what is there.
  func write(_ text: String, as name: String) throws { try keep(Array(text.utf8), as: name) }
}
