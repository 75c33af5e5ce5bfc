import Domain

/// Who does what on the day.
struct PackDuties {
  let visit: Visit
  let words: PlanWords

  /// The part.
  var html: HTML {
    let duties: [(who: String, what: String)] = [
      (
        "The host, \(words.name(visit.host)),",
        "presents its own figures first, before anybody comments; holds its MDT meeting as always; sees to rooms "
          + "and lunch."
      ),
      (
        "The visitors, \(Figures.list(words.names(visit.visitors))),",
        "watch the meeting without taking part and write on the observation form what they see; then ask, and tell "
          + "how it is at home."
      ),
      (leader, "keeps time, and sees that every voice is heard; belongs to neither team."),
      (
        "Everybody",
        "talks first with the person in the same role, and ends the day with a plan: what the host will "
          + "change, who does it, and by when."
      ),
    ]
    return PackPart.html(
      "duties", "Who does what",
      [
        .node(
          .ul, [],
          duties.map { .node(.li, [], [.node(.strong, [], $0.who), .text(" " + $0.what)]) })
      ])
  }

  private var leader: String {
    visit.facilitator.map { "The facilitator, \(words.name($0))," } ?? "A facilitator, still to be found,"
  }
}
