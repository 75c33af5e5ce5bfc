import Domain
import Foundation

/// Distances on the globe.
enum GreatCircle {
  /// Kilometres between two places on a sphere of the mean radius of the Earth (haversine formula).
  static func kilometres(_ a: Coordinates, _ b: Coordinates) -> Double {
    let radius = 6371.0088
    let radians = Double.pi / 180
    let latitude = sin((b.latitude - a.latitude) * radians / 2)
    let longitude = sin((b.longitude - a.longitude) * radians / 2)
    let h =
      latitude * latitude + cos(a.latitude * radians) * cos(b.latitude * radians) * longitude * longitude
    return 2 * radius * asin(min(1, h.squareRoot()))
  }
}
