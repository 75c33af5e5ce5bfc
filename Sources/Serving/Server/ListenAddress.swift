/// Where the web server listens.
public enum ListenAddress: Equatable, Sendable, CustomStringConvertible {
  /// A port of one of the machine's addresses; port 0 is any that is free.
  case port(host: String, Int)
  /// A socket in the file system, for a web server of the same machine.
  case socket(path: String)

  /// Reads `127.0.0.1:8080`, `[::1]:8080`, `name:8080` or `unix:/run/counterpart/http.sock`; `nil` for anything else.
  public init?(_ text: String) {
    if text.hasPrefix("unix:/") {
      let path = String(text.dropFirst("unix:".count))
      // As much as a socket's address has room for.
      guard path.utf8.count <= 107 else { return nil }
      self = .socket(path: path)
      return
    }
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    else { return nil }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty, host.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !host.contains("/") else {
      return nil
    }
    self = .port(host: host, port)
  }

  /// As it is written.
  public var description: String {
    switch self {
    case .port(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .socket(let path): "unix:\(path)"
    }
  }
}
