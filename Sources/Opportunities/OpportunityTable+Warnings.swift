import Domain

extension OpportunityTable {
  /// What a reader of any plan of this programme should know: where the agenda gives way to a meeting, what is
  /// not constrained because nothing is listed, whose diary was guessed. Sentences for people, in a fixed order.
  public var warnings: [String] {
    var sentences: [String] = []
    let settings = programme.settings.visits
    if desks.isEmpty, !programme.teams.isEmpty {
      sentences.append("No facilitators are listed: visits are planned without one.")
    }
    for (index, team) in programme.teams.enumerated() {
      if roomCalendars[index].isEmpty {
        sentences.append(
          "No rooms are listed at \(team.name): its visits are planned without looking for one.")
      }
      let frames = occasions[index].map { shape.frame($0.meeting) }
      if let first = shape.first, frames.contains(where: \.firstYields) {
        sentences.append(
          "\(team.name) meets too early for \"\(settings.agenda[shape.sessions[first]].title)\" to come first; "
            + "it follows the meeting.")
      }
      if let last = shape.last, frames.contains(where: \.lastYields) {
        sentences.append(
          "\(team.name) meets too late for \"\(settings.agenda[shape.sessions[last]].title)\" to come last; "
            + "it precedes the meeting.")
      }
    }
    let silent = diaries.filter(\.isSilent).count + desks.filter(\.diary.isSilent).count
    if silent > 0 {
      let reading =
        switch settings.noDiary {
        case .assumeFree: "taken as free"
        case .unavailable: "taken as unavailable"
        }
      sentences.append(
        "\(silent) \(silent == 1 ? "person has" : "people have") sent no diary and \(silent == 1 ? "is" : "are") \(reading)."
      )
    }
    return sentences
  }
}
