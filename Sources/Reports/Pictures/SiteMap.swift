import Domain

/// A map of the teams, a line for each pair.
struct SiteMap {
  let words: PlanWords

  private static let width = 400.0
  private static let tallest = 560.0
  private static let margin = 34.0
  private static let dot = 4.0
  /// Of more teams, names that find no room are left out: the pairs' numbers lead to them.
  private static let mostNames = 40

  /// Who is on the map: every team that has a partner or could have one, with its site.
  private var places: [(team: Team, coordinates: Coordinates)] {
    let programme = words.programme
    let named = Set(words.plan.pairs.flatMap(\.teams) + words.plan.unpaired.map(\.team))
    return programme.teams.filter { named.contains($0.id) }.compactMap { team in
      programme.site(team.site).map { (team, $0.location.coordinates) }
    }
  }

  /// Whether there are too many teams for every name to be sure of its place.
  var mayOmitNames: Bool { places.count > Self.mostNames }

  /// The map; nothing where no team has a place.
  var html: HTML {
    let places = places
    guard
      let projection = MapProjection(
        around: places.map(\.coordinates), width: Self.width, tallest: Self.tallest, margin: Self.margin)
    else { return .none }
    let points = places.map { projection.point(of: $0.coordinates) }
    let pairs = lines(among: places.map(\.team.id), points)
    let paired = Set(words.plan.pairs.flatMap(\.teams))
    let names = places.map { PictureText.fitted($0.team.name, to: 110) }
    let badges = self.badges(of: pairs, points)
    let labels = LabelPlacement(
      bounds: .init(x: 2, y: 2, width: projection.width - 4, height: projection.height - 4),
      dropsCrowded: mayOmitNames
    )
    .places(
      for: zip(points, names).map { ($0, PictureText.width($1)) },
      around: points.map { Self.box(around: $0, Self.dot + 1) } + badges.map { Self.box(around: $0.point, 7) }
    )
    return Picture(
      id: "atlas", title: "Map of the teams and their pairs", description: description(places.count),
      width: projection.width, height: projection.height, style: "map",
      shapes: pairs.map { Shape.line(points[$0.from], points[$0.to], $0.isEstimated ? "estimate" : "pair") }
        + leaders(labels, points) + badges.flatMap(Self.badge)
        + zip(places, points).map {
          Shape.circle($1, radius: Self.dot, paired.contains($0.team.id) ? "site" : "alone")
        }
        + zip(labels, names).compactMap { placed, name in
          placed.map { Shape.text(name, at: $0.base, anchor: $0.anchor, "words halo") }
        }
    ).html
  }

  private struct Line {
    var number: Int
    var from: Int
    var to: Int
    var isEstimated: Bool
  }

  private struct Badge {
    var number: Int
    var point: Point
  }

  private func lines(among teams: [TeamID], _ points: [Point]) -> [Line] {
    words.plan.pairs.enumerated().flatMap { number, pair -> [Line] in
      let ends = pair.teams.compactMap { teams.firstIndex(of: $0) }
      return ends.indices.flatMap { a in
        ends.indices.filter { $0 > a }.map { b in
          Line(number: number + 1, from: ends[a], to: ends[b], isEstimated: pair.travelIsEstimated)
        }
      }
    }
  }

  /// The number of each pair, on its line, where it lies least over others.
  private func badges(of lines: [Line], _ points: [Point]) -> [Badge] {
    var taken = points.map { Self.box(around: $0, Self.dot + 2) }
    var badges: [Badge] = []
    for line in lines where badges.last?.number != line.number {
      let (a, b) = (points[line.from], points[line.to])
      var best: (point: Point, cost: Double)?
      let length = max(1, ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot())
      // On the line; of two teams close by, beside it.
      let places = [(0.5, 0.0), (0.42, 0), (0.58, 0), (0.34, 0), (0.66, 0), (0.5, 12), (0.5, -12)]
      for (share, aside) in places {
        let point = Point(
          x: a.x + (b.x - a.x) * share - (b.y - a.y) / length * aside,
          y: a.y + (b.y - a.y) * share + (b.x - a.x) / length * aside)
        let box = Self.box(around: point, 7)
        let cost = taken.reduce(0) { $0 + $1.overlap(with: box) }
        if cost < best?.cost ?? .infinity { best = (point, cost) }
      }
      guard let best else { continue }
      taken.append(Self.box(around: best.point, 7))
      badges.append(Badge(number: line.number, point: best.point))
    }
    return badges
  }

  private static func badge(_ badge: Badge) -> [HTML] {
    [
      Shape.circle(badge.point, radius: 7, "badge"),
      Shape.text(
        String(badge.number), at: Point(x: badge.point.x, y: badge.point.y + 3), anchor: .middle, "count"),
    ]
  }

  private func leaders(_ labels: [LabelPlacement.Placed?], _ points: [Point]) -> [HTML] {
    zip(labels, points).compactMap { placed, point in
      guard let placed, placed.needsLeader else { return nil }
      return Shape.line(point, placed.end(from: point), "leader")
    }
  }

  private static func box(around point: Point, _ radius: Double) -> LabelPlacement.Box {
    .init(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius)
  }

  private func description(_ count: Int) -> String {
    let pairs = words.plan.pairs.enumerated().map { number, pair in
      "\(number + 1): \(Figures.list(words.names(pair.teams)))"
    }
    return
      "\(Figures.count(count, "team")) at their sites, north at the top; a numbered line joins the teams of a "
      + "pair. " + (pairs.isEmpty ? "There is no pair." : pairs.joined(separator: "; ") + ".")
  }
}
