import Domain

/// What the visit is for, and what it is not.
struct PackPurpose {
  let visit: Visit
  let words: PlanWords

  /// The part.
  var html: HTML {
    PackPart.html(
      "purpose", "What this visit is for",
      [
        .node(
          .p, [],
          [
            .node(.strong, [], "This is not an inspection. "),
            .text(
              "Teams that treat the same disease visit each other. \(visitors) watch a real meeting of "
                + "\(words.name(visit.host))'s multidisciplinary team (MDT), the people of both sides talk role by "
                + "role, and everybody goes home with something to do better. \(back) Nobody is marked or ranked."
            ),
          ])
      ])
  }

  private var visitors: String { Figures.list(words.names(visit.visitors)) }

  private var back: String {
    let others = words.plan.visits.filter {
      $0.pair == visit.pair && $0.id != visit.id && $0.status != .cancelled
    }
    let dates = others.map { "\(words.visit($0.host, $0.visitors)) on \($0.date.inWords)" }
    return dates.isEmpty
      ? "The visit is returned on a date that is still to be found." : "It is mutual: \(Figures.list(dates))."
  }
}
