import Coordinator
import Domain
import Foundation
import HTTPTypes
import HummingbirdCore
import Ledger
import Logging
import Spool

/// Looks at each request and has it answered. Nothing of a request is ever logged: a path may hold a token.
struct RequestDesk: Sendable {
  private let feeds: FeedDelivery
  private let keys: AccessKeys
  private let api: Interface
  private let clock: DaemonClock
  private let limiter: RateLimiter?
  private let log: Logger

  init(
    ledger: LedgerViewer, state: StateFolder, root: String, clock: DaemonClock, limits: ServingLimits,
    log: Logger
  ) {
    feeds = FeedDelivery(ledger: ledger, root: root, log: log)
    keys = AccessKeys(state)
    api = Interface(ledger: ledger, state: state, root: root, clock: clock)
    limiter = limits.requestsPerMinute.map { RateLimiter(perMinute: $0) }
    self.clock = clock
    self.log = log
  }

  /// The answer to a request from `address`.
  func answer(_ request: Request, from address: String, informing writer: borrowing ResponseWriter) async
    -> Answer
  {
    do {
      let path = Self.path(of: request)
      let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      let place = parts.first.map(String.init) ?? ""
      if place == Route.api || place.hasPrefix(Route.api + "/") {
        return try await answerWithKey(
          request, at: place, parts.count > 1 ? String(parts[1]) : "", from: address, informing: writer)
      }
      guard case (.feed, let values)? = Route.find(place), Route.feed.methods.contains(request.method),
        let feed = try feeds.feed(values["token"] ?? "")
      else {
        return refusal(of: "address \(address)") ?? Answer.nothing
      }
      return try refusal(of: "link \(feed.token)")
        ?? feeds.answer(feed, request.headers, now: clock.now().milliseconds / 1000)
    } catch {
      log.error("a request could not be answered: \(type(of: error))")
      return Answer.text(.serviceUnavailable, "The server cannot answer at the moment.").retrying(after: 60)
    }
  }

  /// The path with the query. A whole address, as a proxy may be sent it, counts as its path (RFC 9112 section 3.2.2).
  private static func path(of request: Request) -> String {
    let target = request.head.path ?? ""
    guard let scheme = ["http://", "https://"].first(where: { target.hasPrefix($0) }) else { return target }
    return String(target.dropFirst(scheme.count).drop { $0 != "/" })
  }

  private func answerWithKey(
    _ request: Request, at place: String, _ query: String, from address: String,
    informing writer: borrowing ResponseWriter
  ) async throws -> Answer {
    guard let key = try keys.name(of: request.headers[values: .authorization]) else {
      if let refusal = refusal(of: "address \(address)") { return refusal }
      var answer = try Answer.json(
        .unauthorized, Interface.Problem(error: "a key is needed; 'counterpart key' makes one"))
      answer.headers[.wwwAuthenticate] = "Bearer"
      return answer
    }
    if let refusal = refusal(of: "key \(key)") { return refusal }
    guard place.removingPercentEncoding != nil else {
      return try Answer.json(.badRequest, Interface.Problem(error: "the path is not UTF-8"))
    }
    guard let (route, values) = Route.find(place), route != .feed else {
      return try Answer.json(.notFound, Interface.Problem(error: "there is nothing at this path"))
    }
    guard route.methods.contains(request.method) else {
      var answer = try Answer.json(.methodNotAllowed, Interface.Problem(error: "this cannot be done here"))
      answer.headers[.allow] = route.methods.map(\.rawValue).joined(separator: ", ")
      return answer
    }
    if route == .upload {
      if request.headers[.expect]?.lowercased() == "100-continue" {
        try await writer.writeInformationalHead(HTTPResponse(status: .continue))
      }
      let answer = try await api.upload(values, request)
      if answer.status == .accepted { log.info("a file came in", metadata: ["key": "\(key)"]) }
      return answer
    }
    do {
      return try api.answer(route, values, Query(query))
    } catch let problem as Interface.Problem {
      return try Answer.json(problem.status, problem)
    }
  }

  /// The answer to a caller who asks too often; `nil` where it may ask.
  private func refusal(of caller: String) -> Answer? {
    limiter?.refusal(of: caller, at: clock.ticks()).map {
      Answer.text(.tooManyRequests, "Too many requests; ask again later.").retrying(after: $0)
    }
  }
}
