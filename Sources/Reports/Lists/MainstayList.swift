import Domain

/// Everybody and everything whose absence on one day cancels a visit, with the visits: most visits first, then by name.
struct MainstayList {
  /// One of them.
  struct Item {
    let mainstay: Resource
    /// The person's, facilitator's or room's name, a room's with its site.
    let name: String
    /// By date.
    let visits: [Visit]

    /// The dates of the visits, as in `Tue 12 Jan 2027`.
    var dates: [String] { visits.map(\.date.inWords) }
  }

  /// The items.
  let items: [Item]
  /// How many visits that lie ahead hang on somebody or something, and how many were asked about.
  let fragile: Int
  let examined: Int

  /// What the plan's visits hang on.
  init(words: PlanWords) {
    var order: [Resource] = []
    var visits: [Resource: [Visit]] = [:]
    for visit in words.plan.visits {
      for mainstay in visit.mainstays ?? [] {
        if visits[mainstay] == nil { order.append(mainstay) }
        visits[mainstay, default: []].append(visit)
      }
    }
    let items = order.map { Item(mainstay: $0, name: words.name($0), visits: visits[$0, default: []]) }
    self.items = items.sorted { a, b in
      if a.visits.count != b.visits.count { return a.visits.count > b.visits.count }
      return a.name == b.name
        ? a.mainstay.text.utf8.lexicographicallyPrecedes(b.mainstay.text.utf8)
        : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
    fragile = words.plan.visits.count { !($0.mainstays ?? []).isEmpty }
    examined = words.plan.visits.count { $0.mainstays != nil }
  }

  /// What to make of it, in a sentence.
  var sentence: String {
    "\(fragile) of \(Figures.count(examined, "visit")) cannot be held on the day when one of these is missing, whoever "
      + "else comes: a deputy in people.csv, a second facilitator or another room makes them safer."
  }
}

extension PlanWords {
  /// The name of a person, facilitator or room.
  fileprivate func name(_ mainstay: Resource) -> String {
    switch mainstay {
    case .person(let id): return programme.people.first { $0.id == id }?.name ?? id.text
    case .facilitator(let id): return name(id)
    case .room(let id):
      guard let room = programme.room(id) else { return id.text }
      let site = programme.sites.first { $0.id == room.site }?.name
      return room.name + (site.map { ", \($0)" } ?? "")
    }
  }
}
