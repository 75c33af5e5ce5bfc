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

  /// The route of a path, with what stands in the place of its names, as written there; `nil` where there is none.
  static func find(_ path: String) -> (route: Route, values: [String: String])? {
    for route in allCases {
      if let values = match(path, route.path) { return (route, values) }
    }
    return nil
  }

  private static func match(_ path: String, _ template: String) -> [String: String]? {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    let pattern = template.split(separator: "/", omittingEmptySubsequences: false)
    guard steps.count == pattern.count else { return nil }
    var values: [String: String] = [:]
    for (step, part) in zip(steps, pattern) {
      guard part.hasPrefix("{"), let brace = part.firstIndex(of: "}") else {
        if step == part { continue } else { return nil }
      }
      let name = part[part.index(after: part.startIndex)..<brace]
      let ending = part[part.index(after: brace)...]
      guard step.hasSuffix(ending), step.count > ending.count else { return nil }
      values[String(name)] = String(step.dropLast(ending.count))
    }
    return values
  }
}
