import Foundation
@preconcurrency import Glibc
import Ledger
import Synchronization
import Testing

@testable import Coordinator

@Suite("Run by a service manager", .timeLimit(.minutes(2)))
struct ServiceTests {
  @Test func `told to read its settings again, the daemon notes it and works on`() async throws {
    let root = try Root()
    let daemon = try Running(root)
    try root.drop("job: plan\n", as: "first.job")
    #expect(try await Running.wait { root.names("accepted/tut").contains("first.job") })
    daemon.tell(SIGHUP)
    #expect(
      try await Running.wait {
        try root.ledger().audit(of: nil, limit: 100).contains { $0.what == .settingsRead }
      })
    try root.drop("job: plan\nreason: once more\n", as: "second.job")
    #expect(try await Running.wait { root.names("accepted/tut").contains("second.job") })
    #expect(daemon.end(by: SIGTERM) == 0)
  }

  @Test func `the service manager hears when it is ready, that it is well, and when it stops`() async throws {
    let root = try Root()
    let manager = try NoticeSocket(at: root.path("notify"))
    let daemon = try Running(
      root, environment: ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "100000"])
    #expect(try await Running.wait { manager.heard.count { $0 == "WATCHDOG=1" } >= 3 })
    #expect(manager.heard.first == "READY=1")
    #expect(daemon.end(by: SIGTERM) == 0)
    #expect(manager.heard.contains("STOPPING=1"))
  }

  @Test func `nothing is said of a daemon that is stuck, until it goes on`() async throws {
    let root = try Root()
    let manager = try NoticeSocket(at: root.path("notify"))
    let notice = try #require(ServiceNotice(environment: ["NOTIFY_SOCKET": manager.path]))
    let gate = StuckClock()
    let daemon = try root.daemon(clock: gate.clock)
    let watching = Task { await Watchdog(notice: notice, seconds: 0.01).run { await daemon.isAlive() } }
    #expect(try await Running.wait { manager.heard.count >= 3 })
    gate.isOpen.withLock { $0 = false }
    let stuck = Task { await daemon.reload() }
    #expect(try await Running.wait { gate.isStuck })
    // What was on its way when it got stuck.
    try await Task.sleep(for: .milliseconds(50))
    let before = manager.heard.count
    try await Task.sleep(for: .milliseconds(150))
    #expect(manager.heard.count == before)
    gate.isOpen.withLock { $0 = true }
    await stuck.value
    #expect(try await Running.wait { manager.heard.count > before })
    watching.cancel()
    await watching.value
    await daemon.windUp()
  }
}

/// A clock that, while it is closed, does not answer whoever asks for the time, as a disk that hangs.
private final class StuckClock: Sendable {
  let isOpen = Mutex(true)
  private let asking = Mutex(false)

  var isStuck: Bool { asking.withLock { $0 } }

  var clock: DaemonClock {
    DaemonClock(
      now: {
        while !self.isOpen.withLock({ $0 }) {
          self.asking.withLock { $0 = true }
          usleep(5000)
        }
        return DaemonClock.system.now()
      }, ticks: DaemonClock.system.ticks)
  }
}

/// What a service manager hears: datagrams to a socket.
private final class NoticeSocket {
  let path: String
  private let descriptor: Int32
  private var words: [String] = []

  init(at path: String) throws {
    self.path = path
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    try #require(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
  }

  deinit { close(descriptor) }

  /// Everything so far.
  var heard: [String] {
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = recv(descriptor, &bytes, bytes.count, 0)
      guard count > 0 else { return words }
      words.append(String(decoding: bytes[..<count], as: UTF8.self))
    }
  }
}
