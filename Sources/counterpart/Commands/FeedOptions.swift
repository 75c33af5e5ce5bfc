import ArgumentParser
import Coordinator
import Foundation
@preconcurrency import Glibc
import Logging
import Serving

/// How the daemon's calendars reach those who subscribe.
struct FeedOptions: ParsableArguments {
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Serve feeds and the API here: 127.0.0.1:8080, or unix:/run/counterpart/http.sock for a web server of this machine.",
      valueName: "address"))
  var listen: String?
  @ArgumentParser.Option(
    name: .customLong("public-url"),
    help: ArgumentHelp("What stands before /feeds/… in the links that people get.", valueName: "url"))
  var publicURL: String?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Write each feed there too, named by its secret, for a plain web server.", valueName: "folder"))
  var staticFeeds: String?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Requests a minute for each link, key or unknown address; 0 for no limit.", valueName: "number"))
  var rate = 120

  func validate() throws {
    if let listen, ListenAddress(listen) == nil {
      throw ValidationError("--listen is like 127.0.0.1:8080, [::1]:8080 or unix:/run/counterpart/http.sock")
    }
    if let publicURL, FeedAddress(publicURL) == nil {
      throw ValidationError("--public-url is like https://example.org/visits, without ? or #")
    }
    guard (0...1_000_000).contains(rate) else { throw ValidationError("--rate is from 0 to 1000000") }
    guard (listen == nil && staticFeeds == nil) || address != nil else {
      throw ValidationError("--public-url is needed too, for the links that people get")
    }
    guard publicURL == nil || listen != nil || staticFeeds != nil else {
      throw ValidationError("--public-url goes with --listen or --static-feeds")
    }
  }

  /// What stands before `/feeds/` in links.
  private var address: FeedAddress? {
    if let publicURL { return FeedAddress(publicURL) }
    guard let place = listen.flatMap({ ListenAddress($0) }), case .port(_, let port) = place, port > 0 else {
      return nil
    }
    return FeedAddress("http://\(place)")
  }

  /// What the daemon has to know; `nil` where feeds are not served.
  var settings: FeedSettings? {
    guard listen != nil || staticFeeds != nil, let address else { return nil }
    return FeedSettings(
      address: address,
      staticFolder: staticFeeds.map { URL(fileURLWithPath: $0, isDirectory: true).standardizedFileURL.path })
  }

  /// Begins to listen, where that is asked for.
  func listen(root: String, log: Logger) async throws -> WebServer? {
    guard let place = listen.flatMap({ ListenAddress($0) }) else { return nil }
    var limits = ServingLimits()
    limits.requestsPerMinute = rate == 0 ? nil : rate
    limits.connections = Self.connections(atMost: limits.connections)
    let server = try await DaemonRoot.telling {
      try await WebServer.start(at: place, root: root, limits: limits, log: log)
    }
    log.notice("listening", metadata: ["at": "\(server.address)"])
    return server
  }

  /// As many connections as this process may have files, less those that the daemon needs for itself.
  private static func connections(atMost limit: Int) -> Int {
    var files = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0 else { return limit / 8 }
    let wanted = min(files.rlim_max, rlim_t(limit + 512))
    if files.rlim_cur < wanted {
      files.rlim_cur = wanted
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) != 0 {
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
      }
    }
    return max(16, min(limit, Int(min(files.rlim_cur, 1 << 20)) - 256))
  }
}
