@preconcurrency import Glibc

/// Tells the service manager how the daemon is: one datagram to the socket that NOTIFY_SOCKET names, as sd_notify(3)
/// describes; nothing where there is none.
public struct ServiceNotice: Sendable {
  private let address: String

  /// The socket that `environment` names; `nil` where nobody listens.
  public init?(environment: [String: String]) {
    guard let address = environment["NOTIFY_SOCKET"], address.hasPrefix("/") || address.hasPrefix("@") else {
      return nil
    }
    self.address = address
  }

  /// How often, in seconds, to say that all is well: half of what the service manager allows; `nil` where it does not
  /// ask.
  public static func watchdogSeconds(
    environment: [String: String]
  ) -> Double? {
    guard let text = environment["WATCHDOG_USEC"], let allowed = Double(text), allowed > 0 else { return nil }
    return allowed / 2e6
  }

  /// Sends `state`, such as `READY=1`; whether anybody listens does not matter.
  public func send(_ state: String) {
    var socketAddress = sockaddr_un()
    socketAddress.sun_family = sa_family_t(AF_UNIX)
    var path = Array(address.utf8)
    // A name that begins with @ is in the abstract namespace, whose names begin with a zero byte.
    if path.first == UInt8(ascii: "@") { path[0] = 0 }
    guard path.count < MemoryLayout.size(ofValue: socketAddress.sun_path) else { return }
    withUnsafeMutableBytes(of: &socketAddress.sun_path) { $0.copyBytes(from: path) }
    let opened = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard opened >= 0 else { return }
    defer { close(opened) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    let bytes = Array(state.utf8)
    _ = withUnsafePointer(to: &socketAddress) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(opened, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
      }
    }
  }
}
