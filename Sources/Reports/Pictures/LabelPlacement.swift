/// Finds places for the labels of points so that no label lies over another, over a point, or outside.
///
/// Each label takes the first free of a fixed series of places around its point, nearest first; labels of crowded
/// points choose before others. Greedy, and the same every time.
struct LabelPlacement {
  /// A rectangle, its corner of least x and y first.
  struct Box: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    /// The area that both share.
    func overlap(with other: Box) -> Double {
      let across = min(x + width, other.x + other.width) - max(x, other.x)
      let down = min(y + height, other.y + other.height) - max(y, other.y)
      return across > 0 && down > 0 ? across * down : 0
    }
  }

  /// A label that found a place.
  struct Placed: Equatable {
    /// What its letters cover.
    var box: Box
    /// Whether it is so far from its point that a line must lead there.
    var needsLeader: Bool
    /// Which end of the text is nearest the point: how wide letters are is only guessed, so that end must be the
    /// one that stands still.
    var anchor: TextAnchor

    /// Where that end is, on the base line.
    var base: Point {
      let y = box.y + box.height - 3
      return switch anchor {
      case .start: Point(x: box.x, y: y)
      case .middle: Point(x: box.x + box.width / 2, y: y)
      case .end: Point(x: box.x + box.width, y: y)
      }
    }
    /// Where the leading line ends: the nearest point of the label.
    func end(from point: Point) -> Point {
      Point(
        x: min(max(point.x, box.x), box.x + box.width), y: min(max(point.y, box.y), box.y + box.height))
    }
  }

  /// What labels may cover.
  var bounds: Box
  /// The height of a label.
  var height = 12.0
  /// How far from its point a label may be.
  var distances = [6.0, 15, 26, 40, 58]
  /// Whether a label without a free place is left out; else it takes the least crowded.
  var dropsCrowded: Bool

  /// A place for each label of `widths` beside its point, around `obstacles`.
  func places(for labels: [(point: Point, width: Double)], around obstacles: [Box]) -> [Placed?] {
    let crowding = labels.map { label in
      labels.count { abs($0.point.x - label.point.x) < 45 && abs($0.point.y - label.point.y) < 30 }
    }
    let order = labels.indices.sorted { (crowding[$0], $1) > (crowding[$1], $0) }
    var taken = obstacles
    var places: [Placed?] = Array(repeating: nil, count: labels.count)
    for index in order {
      var best: (placed: Placed, cost: Double)?
      for placed in candidates(at: labels[index].point, width: labels[index].width) {
        let cost = taken.reduce(outside(placed.box)) { $0 + $1.overlap(with: placed.box) }
        if cost < best?.cost ?? .infinity { best = (placed, cost) }
        if cost < Self.nothing { break }
      }
      guard let best, best.cost < Self.nothing || !dropsCrowded else { continue }
      places[index] = best.placed
      taken.append(best.placed.box)
    }
    return places
  }

  /// Areas are differences of products: what should be nothing may be a little more.
  private static let nothing = 0.01

  private func candidates(at point: Point, width: Double) -> [Placed] {
    distances.enumerated().flatMap { ring, distance -> [Placed] in
      let slant = distance * 0.72
      let right = point.x + distance
      let left = point.x - distance - width
      let middle = point.y - height / 2
      let corners: [(Double, Double, TextAnchor)] = [
        (right, middle, .start), (left, middle, .end), (point.x + slant, middle - slant, .start),
        (point.x + slant, middle + slant, .start), (point.x - slant - width, middle - slant, .end),
        (point.x - slant - width, middle + slant, .end),
        (point.x - width / 2, point.y - distance - height, .middle),
        (point.x - width / 2, point.y + distance, .middle),
      ]
      return corners.map { x, y, anchor in
        Placed(
          box: Box(x: x, y: y, width: width, height: height), needsLeader: ring > 0, anchor: anchor)
      }
    }
  }

  private func outside(_ box: Box) -> Double { box.width * box.height - box.overlap(with: bounds) }
}
