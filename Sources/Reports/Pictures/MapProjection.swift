import Domain

/// Places on the globe as places in a picture: equirectangular, with degrees of longitude as short as they are at
/// the middle latitude. Good for a country; north is up.
struct MapProjection {
  let width: Double
  let height: Double
  private let middleLongitude: Double
  private let middleLatitude: Double
  /// Degrees of latitude to lengths in the picture.
  private let scale: Double
  private let shortening: Double
  private let inset: Point

  /// A picture `width` wide around `places`, at most `tallest` high, with a margin; `nil` without places.
  init?(around places: [Coordinates], width: Double, tallest: Double, margin: Double) {
    guard let south = places.map(\.latitude).min(), let north = places.map(\.latitude).max(),
      let west = places.map(\.longitude).min(), let east = places.map(\.longitude).max()
    else { return nil }
    shortening = Self.cosine(degrees: (south + north) / 2)
    // Places at one point, or on one line, still need a picture around them.
    let across = max((east - west) * shortening, Self.smallestSpan)
    let down = max(north - south, Self.smallestSpan)
    scale = min((width - 2 * margin) / across, (tallest - 2 * margin) / down)
    self.width = width
    height = down * scale + 2 * margin
    middleLongitude = (west + east) / 2
    middleLatitude = (south + north) / 2
    inset = Point(x: width / 2, y: height / 2)
  }

  /// Where a place is in the picture.
  func point(of place: Coordinates) -> Point {
    Point(
      x: inset.x + (place.longitude - middleLongitude) * shortening * scale,
      y: inset.y - (place.latitude - middleLatitude) * scale)
  }

  /// In degrees of latitude; about two kilometres.
  private static let smallestSpan = 0.02

  /// The cosine of an angle from -90 to 90 degrees, by its series; the room has no other use for a library.
  static func cosine(degrees: Double) -> Double {
    let angle = degrees * .pi / 180
    var term = 1.0
    var sum = 1.0
    var n = 1.0
    while abs(term) > 1e-18 {
      term *= -angle * angle / ((2 * n - 1) * (2 * n))
      sum += term
      n += 1
    }
    return sum
  }
}
