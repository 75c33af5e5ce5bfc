import Domain

/// Reads the names of visits, as `HOST--VISITOR`: ids may hold hyphens themselves, so the known teams decide.
struct VisitNames {
  let teams: KnownIDs<Team>

  /// The host and the visitors, as written, that `text` names; `nil` where it names no known teams.
  func sides(of text: String) -> (host: TeamID, visitors: [TeamID])? {
    for split in text.ranges(of: "--") {
      let visitors = text[split.upperBound...].split(separator: "+", omittingEmptySubsequences: false)
      let ids = visitors.compactMap { TeamID($0) }
      guard let host = TeamID(text[..<split.lowerBound]), ids.count == visitors.count else { continue }
      if teams.ids.contains(host), ids.allSatisfy(teams.ids.contains) { return (host, ids) }
    }
    return nil
  }

  /// The visit that `text` names; `nil` where a team is unknown, visits itself or stands twice.
  func visit(named text: String) -> VisitID? {
    guard let (host, visitors) = sides(of: text), !visitors.contains(host), visitors.count <= 2,
      Set(visitors).count == visitors.count
    else { return nil }
    return VisitID(host: host, visitors: visitors)
  }
}
