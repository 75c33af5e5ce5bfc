import Domain

extension VisitID {
  /// Reads the text of a visit's id: `HOST--VISITOR`, or `HOST--V1+V2` in a trio; `nil` for any other text.
  ///
  /// Ids may hold hyphens, so a text can be cut in several places; wherever it is cut, the id has the same text.
  init?(stored text: String) {
    for cut in text.indices where text[cut...].hasPrefix("--") {
      let visitors = text[cut...].dropFirst(2).split(separator: "+", omittingEmptySubsequences: false)
      let teams = visitors.compactMap { TeamID($0) }
      guard let host = TeamID(text[..<cut]), teams.count == visitors.count else { continue }
      let id = VisitID(host: host, visitors: teams)
      if id.text == text {
        self = id
        return
      }
    }
    return nil
  }
}
