import Foundation
import HTTPTypes

/// What can be asked for. docs/openapi.yaml describes each, and a test holds the two together.
enum Route: CaseIterable {
  case feed, status, jobs, job, receipts, plan, changes, upload

  /// The path, with names in braces for what varies.
  var path: String {
    switch self {
    case .feed: "/feeds/{token}.ics"
    case .status: "/api/v1/status"
    case .jobs: "/api/v1/jobs"
    case .job: "/api/v1/jobs/{job}"
    case .receipts: "/api/v1/programmes/{programme}/receipts"
    case .plan: "/api/v1/programmes/{programme}/plan"
    case .changes: "/api/v1/programmes/{programme}/changes"
    case .upload: "/api/v1/programmes/{programme}/files/{name}"
    }
  }

  /// How it may be asked for.
  var methods: [HTTPRequest.Method] {
    switch self {
    case .feed, .status, .jobs, .job, .receipts, .plan, .changes: [.get, .head]
    case .upload: [.put]
    }
  }

  /// Below which everything needs a key.
  static let api = "/api/v1"

  /// The route of a path, with what stands in the place of its names; `nil` where there is none.
  ///
  /// A step may be written by its bytes (RFC 3986 section 2.4); what is no UTF-8 then is no step of any route.
  static func find(_ path: String) -> (route: Route, values: [String: String])? {
    for route in allCases {
      if let values = match(path, route.path) { return (route, values) }
    }
    return nil
  }

  private static func match(_ path: String, _ template: String) -> [String: String]? {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.contains("%") ? $0.removingPercentEncoding : String($0) }
    let pattern = template.split(separator: "/", omittingEmptySubsequences: false)
    guard steps.count == pattern.count else { return nil }
    var values: [String: String] = [:]
    for (written, part) in zip(steps, pattern) {
      guard let step = written else { return nil }
      guard part.hasPrefix("{"), let brace = part.firstIndex(of: "}") else {
        if step == part { continue }
        return nil
      }
      let name = part[part.index(after: part.startIndex)..<brace]
      let ending = part[part.index(after: brace)...]
      guard step.hasSuffix(ending), step.count > ending.count else { return nil }
      values[String(name)] = String(step.dropLast(ending.count))
    }
    return values
  }
}
