import Domain

/// Distances on a sphere of radius 6371.0088 km, by plain series.
///
/// The room imports nothing but Domain, so sine and arcsine are summed here; both are exact to about 1e-14,
/// a ten-thousandth of a millimetre on the ground.
enum GreatCircle {
  static let radius = 6371.0088

  /// The distance between two places in kilometres, by the haversine formula.
  static func kilometres(from a: Coordinates, to b: Coordinates) -> Double {
    let latitude = sine(radians(b.latitude - a.latitude) / 2)
    let longitude = sine(radians(b.longitude - a.longitude) / 2)
    let haversine =
      latitude * latitude
      + cosine(radians(a.latitude)) * cosine(radians(b.latitude)) * longitude * longitude
    return 2 * radius * arcsine(min(1, haversine.squareRoot()))
  }

  /// Sine of an angle in radians, -π to π.
  static func sine(_ angle: Double) -> Double {
    var term = angle
    var sum = angle
    var n = 1.0
    while abs(term) > 1e-18 {
      term *= -angle * angle / ((2 * n) * (2 * n + 1))
      sum += term
      n += 1
    }
    return sum
  }

  /// Arcsine of a value from 0 to 1.
  static func arcsine(_ value: Double) -> Double {
    // Halve the angle until the series converges fast: sin(x/2) = sin x / √(2(1 + cos x)).
    var reduced = value
    var factor = 1.0
    while reduced > 0.1 {
      reduced /= (2 * (1 + (max(0, 1 - reduced * reduced)).squareRoot())).squareRoot()
      factor *= 2
    }
    var power = reduced
    var sum = reduced
    var n = 1.0
    while abs(power) > 1e-18 {
      power *= reduced * reduced * (2 * n - 1) / (2 * n)
      sum += power / (2 * n + 1)
      n += 1
    }
    return factor * sum
  }

  private static func cosine(_ angle: Double) -> Double { sine(.pi / 2 - abs(angle)) }
  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}
