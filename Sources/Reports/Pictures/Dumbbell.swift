import Domain

/// A pair's standings, indicator by indicator, on one axis: who is ahead, and how far.
struct Dumbbell {
  let pair: Pair
  let words: PlanWords
  /// The axis reaches so many standard deviations to either side, the same in every picture of a report.
  let reach: Int
  /// Unlike any other picture's.
  let id: String

  static let width = 340.0
  private static let margin = 16.0
  private static let rowHeight = 56.0
  private static let legendLine = 17.0

  private var axis: Axis {
    Axis(low: -Double(reach), high: Double(reach), from: Self.margin, to: Self.width - Self.margin)
  }

  /// The picture; nothing where the pair is compared on no indicator.
  var html: HTML {
    guard !pair.comparisons.isEmpty else { return .none }
    let top = Double(pair.teams.count) * Self.legendLine + 8
    let bottom = top + Double(pair.comparisons.count) * Self.rowHeight
    return Picture(
      id: id, title: "How \(Figures.list(names)) stand",
      description: description, width: Self.width, height: bottom + 34, style: "dumbbell",
      shapes: legend + scale(from: top, to: bottom)
        + pair.comparisons.enumerated().flatMap { place, comparison in
          row(comparison, top: top + Double(place) * Self.rowHeight)
        }
    ).html
  }

  /// The least whole number of standard deviations that all standings of `pairs` lie within; 1 to 3.
  ///
  /// What lies further out is shown at the end with an arrow: a few extreme figures would press all others together.
  static func reach(of pairs: [Pair]) -> Int {
    let standings = pairs.flatMap(\.comparisons).flatMap(\.standings).compactMap { $0 }.map { abs($0) }
    let furthest = standings.filter(\.isFinite).max() ?? 0
    return min(3, max(1, Int(furthest.rounded(.up))))
  }

  private var names: [String] { words.names(pair.teams) }

  private var legend: [HTML] {
    names.enumerated().flatMap { team, name -> [HTML] in
      let y = 10 + Double(team) * Self.legendLine
      return [
        Marker(team: team).html(at: Point(x: Self.margin, y: y)),
        Shape.text(
          PictureText.fitted(name, to: Self.width - 3 * Self.margin),
          at: Point(x: Self.margin + 12, y: y + 4), "words"),
      ]
    }
  }

  private func scale(from top: Double, to bottom: Double) -> [HTML] {
    let ticks = axis.ticks(atMost: 2 * reach + 1).flatMap { value -> [HTML] in
      let x = axis.place(value)
      let isMiddle = abs(value) < 1e-9
      return [
        Shape.line(Point(x: x, y: top + 18), Point(x: x, y: bottom), isMiddle ? "middle" : "grid"),
        Shape.text(
          isMiddle ? "0" : (value > 0 ? "+" : "−") + Figures.short(abs(value)),
          at: Point(x: x, y: bottom + 13), anchor: .middle, "words"),
      ]
    }
    return ticks + [
      Shape.text("← worse", at: Point(x: Self.margin, y: bottom + 28), "note"),
      Shape.text(
        "middle of all teams", at: Point(x: Self.width / 2, y: bottom + 28), anchor: .middle, "note"),
      Shape.text("better →", at: Point(x: Self.width - Self.margin, y: bottom + 28), anchor: .end, "note"),
    ]
  }

  private func row(_ comparison: Comparison, top: Double) -> [HTML] {
    let label = words.label(of: comparison.indicator)
    let y = top + 36
    let places = comparison.standings.map { $0.map { Point(x: axis.place($0), y: y) } }
    let known = places.compactMap { $0 }.map(\.x)
    var shapes = [
      Shape.text(
        PictureText.fitted(label, to: Self.width - 2 * Self.margin), at: Point(x: Self.margin, y: top + 12),
        "strong halo")
    ]
    if let least = known.min(), let most = known.max(), known.count > 1 {
      shapes.append(Shape.line(Point(x: least, y: y), Point(x: most, y: y), "bar"))
    }
    for (team, place) in places.enumerated() {
      guard let place else { continue }
      shapes.append(Marker(team: team).html(at: place))
      // Of three teams the values would lie over each other; the table has them.
      guard pair.teams.count == 2, let value = comparison.value(of: team) else { continue }
      let isWeak = comparison.isWeak(of: team)
      let x = min(max(place.x, Self.margin + 16), Self.width - Self.margin - 16)
      shapes.append(
        Shape.text(
          beyond(comparison.standing(of: team)) + (isWeak ? "?" : "") + Figures.percent(value),
          at: Point(x: x, y: team == 0 ? y - 9 : y + 17),
          anchor: .middle, "words halo"))
    }
    return shapes
  }

  /// An arrow for a standing that the axis does not reach.
  private func beyond(_ standing: Double?) -> String {
    guard let standing, abs(standing) > Double(reach) else { return "" }
    return standing < 0 ? "← " : "→ "
  }

  private var description: String {
    pair.comparisons.map { comparison in
      let teams = zip(pair.teams.indices, names).map { team, name in
        comparison.standing(of: team).map { "\(name) \(Figures.signed($0))" } ?? "\(name) has no figure"
      }
      return "\(words.label(of: comparison.indicator)): \(Figures.list(teams))."
    }
    .joined(separator: " ") + " In standard deviations from the middle of all teams; more is better."
  }
}

/// The sign of a team in a picture: each has a form of its own, so that no colour is needed to tell them apart.
struct Marker {
  /// The team's place in its pair.
  let team: Int

  /// The sign around `center`.
  func html(at center: Point) -> HTML {
    let (x, y) = (center.x, center.y)
    switch team {
    case 0: return Shape.circle(center, radius: 5.5, "first")
    case 1:
      return Shape.polygon(
        [Point(x: x, y: y - 7), Point(x: x + 7, y: y), Point(x: x, y: y + 7), Point(x: x - 7, y: y)],
        "second")
    default:
      return Shape.polygon(
        [
          Point(x: x - 5, y: y - 5), Point(x: x + 5, y: y - 5), Point(x: x + 5, y: y + 5),
          Point(x: x - 5, y: y + 5),
        ], "third")
    }
  }
}
