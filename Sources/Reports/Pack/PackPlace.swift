import Domain

/// Where the visit is.
struct PackPlace {
  let visit: Visit
  let words: PlanWords

  /// The part.
  var html: HTML {
    let site = words.programme.team(visit.host).flatMap { words.programme.site($0.site) }
    let address = [site?.name ?? words.name(visit.host), site?.postcode].compactMap { $0 }.joined(
      separator: ", ")
    let room = visit.room.map { words.programme.room($0)?.name ?? $0.text }
    return PackPart.html(
      "place", "Where",
      [
        .node(.p, [], [.node(.strong, [], address)]),
        .node(
          .p, [],
          room.map { "Room: \($0), unless the agenda names another." }
            ?? "The host names the room; no rooms of the site are listed."),
      ])
  }
}
