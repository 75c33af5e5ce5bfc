import Domain

/// A funnel plot: each team's proportion against its cases, with what chance alone would explain.
struct FunnelPlot {
  let audit: AuditFigures
  let words: PlanWords
  /// Unlike any other picture's.
  let id: String

  private static let width = 340.0
  private static let height = 250.0
  private static let left = 40.0
  private static let right = 332.0
  private static let top = 10.0
  private static let bottom = 210.0
  /// Points of each curve.
  private static let steps = 60

  /// A team of the plot.
  struct Spot {
    var figure: AuditFigures.Figure
    var cases: Double
    var position: FunnelPosition
  }

  /// The teams whose cases are known, by team.
  var spots: [Spot] {
    audit.figures.compactMap { figure in
      guard let cases = figure.cases, let position = audit.position(of: figure) else { return nil }
      return Spot(figure: figure, cases: cases, position: position)
    }
  }

  /// The plot; nothing where no numbers of cases are known.
  var html: HTML {
    let spots = spots
    guard let pooled = audit.pooled, let most = spots.map(\.cases).max() else { return .none }
    let limits = BinomialLimits(proportion: pooled)
    let across = Axis(low: 0, high: most * 1.06, from: Self.left, to: Self.right)
    let values = spots.map(\.figure.value)
    let least = Int((spots.map(\.cases).min() ?? 1).rounded())
    let funnel = limits.range(cases: least, tail: BinomialLimits.outerTail)
    // The mouth of the funnel may be cut off: what matters is where there are teams.
    let low = min(values.min() ?? pooled, funnel.lowerBound)
    let high = max(values.max() ?? pooled, funnel.upperBound)
    let room = max((high - low) * 0.06, 0.005)
    let up = Axis(
      low: max(0, low - room), high: min(1, high + room), from: Self.bottom, to: Self.top)
    return Picture(
      id: id, title: "Funnel plot: \(audit.indicator.label)", description: description(spots, pooled),
      width: Self.width, height: Self.height, style: "funnel",
      shapes: scales(across, up) + curves(limits, across, up, most: most)
        + [
          Shape.line(
            Point(x: Self.left, y: up.place(pooled)), Point(x: Self.right, y: up.place(pooled)), "middle")
        ] + points(spots, across, up)
    ).html
  }

  private func curves(_ limits: BinomialLimits, _ across: Axis, _ up: Axis, most: Double) -> [HTML] {
    // Closer together where the funnel is steep.
    let counts = (1...Self.steps).map { step in
      let share = Double(step) / Double(Self.steps)
      return max(1, Int((most * 1.06 * share * share).rounded()))
    }
    var unique: [Int] = []
    for count in counts where unique.last != count { unique.append(count) }
    return [(BinomialLimits.innerTail, "inner"), (BinomialLimits.outerTail, "outer")].flatMap { tail, style in
      let ranges = unique.map { (Double($0), limits.range(cases: $0, tail: tail)) }
      return [
        curve(ranges.map { ($0.0, $0.1.lowerBound) }, across, up, style),
        curve(ranges.map { ($0.0, $0.1.upperBound) }, across, up, style),
      ]
    }
  }

  private func curve(_ values: [(Double, Double)], _ across: Axis, _ up: Axis, _ style: String) -> HTML {
    // Left out above and below the plot, save for the last point before, which is put on its edge.
    let visible = values.enumerated().filter { place, value in
      let next = place + 1 < values.count ? values[place + 1].1 : value.1
      return (up.low...up.high).contains(value.1) || (up.low...up.high).contains(next)
    }
    return Shape.polyline(
      visible.map { Point(x: across.place($0.element.0), y: up.place($0.element.1)) }, style)
  }

  private func scales(_ across: Axis, _ up: Axis) -> [HTML] {
    let rows = up.ticks(atMost: 6).flatMap { value -> [HTML] in
      let y = up.place(value)
      return [
        Shape.line(Point(x: Self.left, y: y), Point(x: Self.right, y: y), "grid"),
        Shape.text(
          Figures.short(value * 100) + "%", at: Point(x: Self.left - 5, y: y + 4), anchor: .end, "words"),
      ]
    }
    let columns = across.ticks(atMost: 6).map { value in
      Shape.text(
        Figures.short(value), at: Point(x: across.place(value), y: Self.bottom + 15), anchor: .middle, "words"
      )
    }
    return rows + columns + [
      Shape.line(Point(x: Self.left, y: Self.bottom), Point(x: Self.right, y: Self.bottom), "edge"),
      Shape.text(
        "cases" + (audit.restsOnCaseloads ? " (caseload)" : ""),
        at: Point(x: Self.right, y: Self.bottom + 33),
        anchor: .end, "note"),
    ]
  }

  private func points(_ spots: [Spot], _ across: Axis, _ up: Axis) -> [HTML] {
    let places = spots.map { Point(x: across.place($0.cases), y: up.place($0.figure.value)) }
    let outside = spots.indices.filter { spots[$0].position != .inside }
    let names = outside.map { PictureText.fitted(words.name(spots[$0].figure.team), to: 96) }
    let labels = LabelPlacement(
      bounds: .init(
        x: Self.left, y: Self.top - 8, width: Self.right - Self.left + 6, height: Self.bottom - Self.top + 6),
      distances: [6, 13, 22, 34], dropsCrowded: true
    )
    .places(
      for: zip(outside, names).map { (places[$0], PictureText.width($1)) },
      around: places.map { .init(x: $0.x - 4, y: $0.y - 4, width: 8, height: 8) })
    let leaders = zip(outside, labels).compactMap { spot, placed -> HTML? in
      guard let placed, placed.needsLeader else { return nil }
      return Shape.line(places[spot], placed.end(from: places[spot]), "leader")
    }
    return leaders
      + zip(spots, places).map { spot, place in
        switch spot.position {
        case .inside: Shape.circle(place, radius: 3.5, "spot")
        case .outsideInner: Shape.circle(place, radius: 4, "near")
        case .outsideOuter:
          Shape.polygon(
            [
              Point(x: place.x, y: place.y - 6), Point(x: place.x + 6, y: place.y),
              Point(x: place.x, y: place.y + 6), Point(x: place.x - 6, y: place.y),
            ], "far")
        }
      }
      + zip(labels, names).compactMap { placed, name in
        placed.map { Shape.text(name, at: $0.base, anchor: $0.anchor, "words halo") }
      }
  }

  private func description(_ spots: [Spot], _ pooled: Double) -> String {
    "\(Figures.count(spots.count, "team")) around the pooled \(Figures.percent(pooled)). "
      + FunnelWords(spots: spots, words: words).sentences.joined(separator: " ")
  }
}
