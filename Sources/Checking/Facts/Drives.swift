import Domain

/// How long every drive takes.
struct Drives: Sendable {
  /// A drive in one direction.
  struct Drive: Equatable {
    var minutes: Minutes
    /// Whether it is an estimate and not a row of travel.csv.
    var isEstimated: Bool
  }

  private struct Way: Hashable {
    var from: SiteID
    var to: SiteID
  }

  private let sites: [SiteID: Coordinates]
  private let rows: [Way: Minutes]
  private let reversible: [Way: Minutes]

  init(programme: Programme) {
    sites = Dictionary(
      programme.sites.map { ($0.id, $0.location.coordinates) }, uniquingKeysWith: { first, _ in first })
    var rows: [Way: Minutes] = [:]
    var reversible: [Way: Minutes] = [:]
    for row in programme.travelTimes {
      rows[Way(from: row.from, to: row.to)] = row.minutes
      if row.isBothWays { reversible[Way(from: row.to, to: row.from)] = row.minutes }
    }
    self.rows = rows
    self.reversible = reversible
  }

  /// The drive between two sites.
  func drive(from: SiteID, to: SiteID) -> Drive {
    if from == to { return Drive(minutes: .zero, isEstimated: false) }
    let way = Way(from: from, to: to)
    if let minutes = rows[way] ?? reversible[way] { return Drive(minutes: minutes, isEstimated: false) }
    return estimate(sites[from], sites[to])
  }

  /// The drive from a facilitator's base to a site.
  func drive(from base: Base, to site: SiteID) -> Drive {
    switch base {
    case .site(let from): drive(from: from, to: site)
    case .postcode(_, let location): estimate(location.coordinates, sites[site])
    }
  }

  /// The drive from a site to a facilitator's base.
  func drive(from site: SiteID, to base: Base) -> Drive {
    switch base {
    case .site(let to): drive(from: site, to: to)
    case .postcode(_, let location): estimate(sites[site], location.coordinates)
    }
  }

  private func estimate(_ from: Coordinates?, _ to: Coordinates?) -> Drive {
    // Every site of a programme has a location; a drive from an unknown one is refused elsewhere.
    guard let from, let to else { return Drive(minutes: .zero, isEstimated: true) }
    return Drive(
      minutes: Self.estimate(kilometres: GreatCircle.kilometres(from: from, to: to)), isEstimated: true)
  }

  /// The estimate for a great-circle distance (docs/formats.md, "Travel").
  static func estimate(kilometres: Double) -> Minutes {
    let minutes = 12.25 + 0.655 * kilometres + 1.562 * kilometres.squareRoot()
    return Minutes(Int(minutes.rounded(.toNearestOrAwayFromZero)))
  }
}
