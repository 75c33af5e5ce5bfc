import Dispatch
import Foundation
@preconcurrency import Glibc
import Serving

/// A connection as a program makes it that knows no HTTP: bytes out, bytes in. Nothing waits on Swift's own threads, of
/// which the server may need each.
final class RawClient: Sendable {
  struct Failure: Error, CustomStringConvertible { let description: String }

  private let descriptor: Int32

  init(_ address: ListenAddress) throws {
    let family: Int32
    var result: Int32
    switch address {
    case .port(_, let port):
      family = AF_INET
      descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
      var place = sockaddr_in()
      place.sin_family = sa_family_t(family)
      place.sin_port = in_port_t(port).bigEndian
      place.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
      result = withUnsafePointer(to: &place) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    case .socket(let path):
      family = AF_UNIX
      descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
      var place = sockaddr_un()
      place.sun_family = sa_family_t(family)
      withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
      result = withUnsafePointer(to: &place) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
    }
    guard result == 0 else {
      close(descriptor)
      throw Failure(description: "no connection to \(address): \(String(cString: strerror(errno)))")
    }
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// Everything until the other side closes.
  func rest() async throws -> [UInt8] {
    try await elsewhere {
      var bytes: [UInt8] = []
      while let piece = try self.receive() { bytes += piece }
      return bytes
    }
  }

  /// One reply with its body; to `HEAD` one without.
  func reply(isHead: Bool = false) async throws -> Reply {
    try await elsewhere {
      var bytes: [UInt8] = []
      while true {
        if let reply = Reply(bytes, isHead: isHead) { return reply }
        guard let piece = try self.receive() else {
          throw Failure(
            description: "closed after \(bytes.count) bytes: \(String(decoding: bytes, as: UTF8.self))")
        }
        bytes += piece
      }
    }
  }

  private func receive() throws -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count < 0, errno == EAGAIN { throw Failure(description: "no answer within 30 s") }
    // A connection that was cut is closed, too.
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  private func elsewhere<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "client").async { continuation.resume(with: Result { try work() }) }
    }
  }
}

/// A reply taken apart.
struct Reply: Sendable {
  let status: Int
  /// By name in lower case.
  let headers: [String: String]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  /// `nil` while it is not whole.
  init?(_ bytes: [UInt8], isHead: Bool) {
    let mark = Array("\r\n\r\n".utf8)
    guard bytes.count >= 4,
      let end = (0...(bytes.count - 4)).first(where: { Array(bytes[$0..<($0 + 4)]) == mark })
    else { return nil }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    guard let code = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
    if code == 100 {
      guard let next = Reply(Array(bytes[(end + 4)...]), isHead: isHead) else { return nil }
      self = next
      return
    }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let pieces = line.split(separator: ":", maxSplits: 1)
      headers[pieces[0].lowercased()] = pieces[1].trimmingCharacters(in: .whitespaces)
    }
    let body = Array(bytes[(end + 4)...])
    let length = isHead || code == 304 ? 0 : headers["content-length"].flatMap { Int($0) } ?? 0
    guard body.count >= length else { return nil }
    (status, self.headers, self.body) = (code, headers, body)
  }
}
