import Foundation
import Spool
import Synchronization

/// The end of the daemon at one call: whatever is called afterwards does not happen.
struct Crash: Error {}

/// The real file system, with something arranged to happen at a call.
///
/// Counts calls, opened and closed descriptors. `rule` is asked before each call, with its number from 1; what it
/// throws, the call throws. After a `Crash` every call throws one. `losesUnsynced` makes it a power cut: files that
/// were written and not synced are empty afterwards. Sync itself is only noted, which makes tests fast.
final class RiggedFileSystem: FileSystem {
  struct Step {
    let number: Int
    let call: SystemFault.Call
    let name: FileName?
  }

  /// One call that was made.
  struct Called {
    let call: SystemFault.Call
    /// Whether a loss of power at this call would have lost something.
    let hasUnsynced: Bool
  }

  private struct State {
    var trace: [Called] = []
    var isDead = false
    var open: Set<Int32> = []
    var unsynced: Set<Int32> = []
    var kept: [Int32] = []
  }

  private let real = LinuxFileSystem()
  private let rule: @Sendable (Step) throws -> Void
  private let losesUnsynced: Bool
  private let state = Mutex(State())

  init(losesUnsynced: Bool = false, _ rule: @escaping @Sendable (Step) throws -> Void = { _ in }) {
    self.losesUnsynced = losesUnsynced
    self.rule = rule
  }

  deinit { state.withLock { for descriptor in $0.kept { _ = Foundation.close(descriptor) } } }

  /// The calls there were, in order.
  var trace: [Called] { state.withLock(\.trace) }
  /// How many descriptors are open now.
  var openCount: Int { state.withLock(\.open.count) }

  private func step<Result>(
    _ call: SystemFault.Call, _ name: FileName? = nil, half: () -> Void = {}, _ body: () throws -> Result
  ) throws -> Result {
    let number = try state.withLock { state in
      if state.isDead { throw Crash() }
      state.trace.append(Called(call: call, hasUnsynced: !(state.unsynced.isEmpty && state.kept.isEmpty)))
      return state.trace.count
    }
    do {
      try rule(Step(number: number, call: call, name: name))
    } catch let crash as Crash {
      half()
      die()
      throw crash
    }
    return try body()
  }

  private func die() {
    state.withLock { state in
      state.isDead = true
      guard losesUnsynced else { return }
      for descriptor in state.unsynced { _ = ftruncate(descriptor, 0) }
      for descriptor in state.kept { _ = ftruncate(descriptor, 0) }
    }
  }

  private func opened(_ descriptor: Descriptor) -> Descriptor {
    state.withLock { _ = $0.open.insert(descriptor.number) }
    return descriptor
  }

  func openFolder(atPath path: String) throws -> Descriptor {
    try step(.open) { opened(try real.openFolder(atPath: path)) }
  }

  func open(_ entry: Entry, for use: OpenUse) throws -> Descriptor {
    try step(.open, entry.name) { opened(try real.open(entry, for: use)) }
  }

  func close(_ descriptor: Descriptor) {
    state.withLock { state in
      state.open.remove(descriptor.number)
      if state.unsynced.remove(descriptor.number) != nil { state.kept.append(dup(descriptor.number)) }
    }
    real.close(descriptor)
  }

  func status(of descriptor: Descriptor) throws -> FileStatus {
    try step(.status) { try real.status(of: descriptor) }
  }

  func status(of entry: Entry) throws -> FileStatus {
    try step(.status, entry.name) { try real.status(of: entry) }
  }

  func names(in folder: Descriptor, limit: Int) throws -> (names: [FileName], isWhole: Bool) {
    try step(.list) { try real.names(in: folder, limit: limit) }
  }

  func read(_ limit: Int, from file: Descriptor) throws -> [UInt8] {
    try step(.read) { try real.read(limit, from: file) }
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws -> Int {
    state.withLock { _ = $0.unsynced.insert(file.number) }
    // Ended in the middle of a call, a file holds half of it.
    return try step(.write, half: { _ = try? real.write(bytes.prefix(bytes.count / 2), to: file) }) {
      try real.write(bytes, to: file)
    }
  }

  func sync(_ descriptor: Descriptor) throws {
    try step(.sync) { state.withLock { _ = $0.unsynced.remove(descriptor.number) } }
  }

  func makeFolder(_ entry: Entry, mode: UInt32) throws {
    try step(.makeFolder, entry.name) { try real.makeFolder(entry, mode: mode) }
  }

  func rename(_ entry: Entry, to target: Entry, replacing: Bool) throws {
    try step(.rename, entry.name) { try real.rename(entry, to: target, replacing: replacing) }
  }

  func link(_ entry: Entry, as target: Entry) throws {
    try step(.link, entry.name) { try real.link(entry, as: target) }
  }

  func makeLink(_ entry: Entry, to path: String) throws {
    try step(.makeLink, entry.name) { try real.makeLink(entry, to: path) }
  }

  func destination(of entry: Entry) throws -> FileName {
    try step(.readLink, entry.name) { try real.destination(of: entry) }
  }

  func remove(_ entry: Entry) throws { try step(.remove, entry.name) { try real.remove(entry) } }

  func removeFolder(_ entry: Entry) throws { try step(.remove, entry.name) { try real.removeFolder(entry) } }
}
