import Domain

/// The name of a visit by its form alone, where nobody knows the teams.
enum VisitText {
  /// Whether `text` may name a visit: `HOST--VISITOR`, or `HOST--V1+V2` of a trio, each a possible team id.
  static func isName(_ text: String) -> Bool {
    text.ranges(of: "--").contains { split in
      let visitors = text[split.upperBound...].split(separator: "+", omittingEmptySubsequences: false)
      return TeamID(text[..<split.lowerBound]) != nil && (1...2).contains(visitors.count)
        && visitors.allSatisfy { TeamID($0) != nil }
    }
  }
}
