import Coordinator
public import Domain
import Foundation
@preconcurrency import Glibc
public import Ledger

/// The keys of the API: a private file of the daemon's for each, named as the key and holding its SHA-256. The key
/// itself is shown once, when it is made, and kept nowhere.
///
/// Reads and writes: `state/keys`. Read at each request, so that a key taken back opens nothing from then on.
public struct AccessKeys: Sendable {
  private let folder: String

  /// The keys in the state folder of a root.
  public init(_ state: StateFolder) { folder = state.path + "/keys" }

  /// What a key begins with, so that one that got somewhere by mistake is known for what it is.
  public static let beginning = "counterpart_"

  /// Makes a key of 256 bits and answers it, this once. One of the same name is valid no more.
  public func make(_ name: KeyName) throws -> String {
    var source = SystemRandomNumberGenerator()
    let digits = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let key = Self.beginning + digits
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let draft = "\(folder)/.\(name).tmp"
    try? manager.removeItem(atPath: draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data("\(contentHash(Array(key.utf8)))\n".utf8))
    try handle.synchronize()
    try handle.close()
    guard rename(draft, "\(folder)/\(name)") == 0 else { throw CocoaError(.fileWriteUnknown) }
    return key
  }

  /// Takes a key back; whether there was one.
  public func revoke(_ name: KeyName) throws -> Bool {
    let path = "\(folder)/\(name)"
    guard FileManager.default.fileExists(atPath: path) else { return false }
    try FileManager.default.removeItem(atPath: path)
    return true
  }

  /// The names of the keys that are valid, by name.
  public func names() -> [KeyName] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { !$0.hasPrefix(".") }.compactMap { KeyName($0) }
  }

  /// Whose key the one field `Authorization: Bearer KEY` bears; `nil` where it is no valid one.
  ///
  /// Digests are compared, each to its end, so that how long it takes says nothing of keys that are valid.
  func name(of fields: [String]) throws -> KeyName? {
    guard fields.count == 1 else { return nil }
    let words = fields[0].split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
    let given = Array(contentHash(Array(words[1].utf8)).text.utf8)
    var found: KeyName?
    for name in names() {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      let known = Array(data.prefix(64))
      guard known.count == given.count else { continue }
      let difference = zip(known, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
      if difference == 0 { found = name }
    }
    return found
  }
}
