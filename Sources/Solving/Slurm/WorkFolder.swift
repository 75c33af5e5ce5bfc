import Foundation
@preconcurrency import Glibc

/// The folder in which a parent and its worker on another machine exchange one request and its reply. Nobody else may
/// look into it.
///
/// All files but the sign of life are made by the parent before the job exists: a machine that has seen that a file is
/// missing may believe so for a minute.
struct WorkFolder: Sendable {
  /// Its absolute path.
  let path: String

  /// What lies in it.
  enum File: String, CaseIterable {
    /// The request, one line of JSON.
    case request = "request.json"
    /// The worker's lines.
    case reply = "reply.jsonl"
    /// What worker and Slurm have to complain of.
    case log = "log.txt"
    /// Another number every few seconds, as long as somebody waits for the reply.
    case alive
    /// What Slurm runs.
    case script = "job.sh"
  }

  /// The script is the same for every job: what it runs comes as arguments, which no shell reads again.
  private static let script = "#!/bin/sh\nexec \"$@\"\n"

  /// The folder at `path`, which is there.
  init(at path: String) { self.path = path }

  /// A new folder at `path` with `request` in it.
  init(new path: String, request: [UInt8]) throws {
    self.path = path
    guard mkdir(path, 0o700) == 0 else { throw Self.fault(path) }
    do {
      try write(request, as: .request)
      try write([], as: .reply)
      try write([], as: .log)
      try write(Array(Self.script.utf8), as: .script)
      keepAlive(0)
    } catch {
      remove()
      throw error
    }
  }

  func path(of file: File) -> String { "\(path)/\(file.rawValue)" }

  private func write(_ bytes: [UInt8], as file: File) throws {
    let name = path(of: file)
    let opened = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw Self.fault(name) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(opened, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let fault = Self.fault(name)
        close(opened)
        throw fault
      }
      done += count
    }
    // Network file systems say on closing that a disk is full.
    guard close(opened) == 0 else { throw Self.fault(name) }
  }

  /// Shows a worker that somebody waits for it, with another `count` each time.
  func keepAlive(_ count: Int) {
    let opened = open(path(of: .alive), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else { return }
    let bytes = Array(String(count).utf8)
    _ = Glibc.write(opened, bytes, bytes.count)
    close(opened)
  }

  /// Up to `most` bytes of `file` from `offset`; fewer, or none, where there are no more or it cannot be read.
  func bytes(of file: File, from offset: Int, most: Int) -> [UInt8] {
    let opened = open(path(of: file), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { return [] }
    defer { close(opened) }
    var bytes = [UInt8](repeating: 0, count: most)
    let count = pread(opened, &bytes, most, off_t(offset))
    return count > 0 ? Array(bytes[..<count]) : []
  }

  /// The end of the log.
  var logTail: String {
    let most = 1 << 18
    var status = stat()
    guard lstat(path(of: .log), &status) == 0 else { return "" }
    let bytes = bytes(of: .log, from: max(0, Int(status.st_size) - most), most: most)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Deletes it with all that lies in it, as far as that can be done.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static func fault(_ path: String) -> WorkerFailure {
    .notStarted("\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}

// MARK: - The worker's side

extension WorkFolder {
  /// Makes the request this process's standard input, and the reply its standard output; whether that could be done.
  func becomeStandardStreams() -> Bool {
    let request = open(path(of: .request), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    let reply = open(path(of: .reply), O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
    guard request >= 0, reply >= 0, dup2(request, 0) == 0, dup2(reply, 1) == 1 else { return false }
    close(request)
    close(reply)
    return true
  }

  /// Ends this process, and removes the folder, once nobody has shown for so many seconds that the reply is wanted.
  func dieUnattended(after seconds: Int) {
    Thread.detachNewThread { [self] in
      var last = bytes(of: .alive, from: 0, most: 64)
      var since = ContinuousClock.now
      while true {
        usleep(UInt32(min(5_000_000, max(50_000, seconds * 250_000))))
        let now = bytes(of: .alive, from: 0, most: 64)
        // A file system that is away for a moment is no sign of life, nor of death.
        if !now.isEmpty, now != last {
          last = now
          since = .now
        } else if ContinuousClock.now - since > .seconds(seconds) {
          FileHandle.standardError.write(Data("nobody waits for the answer any more\n".utf8))
          remove()
          _exit(1)
        }
      }
    }
  }
}
