public import Domain
import Glibc

/// How long a drive takes one way, and whether that is an estimate.
public struct Drive: Sendable, Equatable {
  /// Whole minutes, not negative.
  public var minutes: Int
  /// True where travel.csv has no row and the distance was used instead.
  public var isEstimated: Bool
}

/// Every drive of a programme, between sites and from the bases of facilitators.
///
/// travel.csv first, a row in the direction asked for before one of the other direction; else the estimate
/// from great-circle distance (least squares on 12,432 pairs of English hospitals, median error 5.6 %).
public struct DriveTable: Sendable {
  private let count: Int
  private let minutes: [Int32]
  private let estimated: [Bool]
  private let sitePlace: [SiteID: Int]
  private let basePlace: [Int]

  /// Computes all drives; quadratic in the number of sites and facilitators.
  public init(_ programme: Programme) {
    var coordinates = programme.sites.map(\.location.coordinates)
    var places: [SiteID: Int] = [:]
    for (index, site) in programme.sites.enumerated() { places[site.id] = index }
    var bases: [Int] = []
    for facilitator in programme.facilitators {
      switch facilitator.base {
      case .site(let site): bases.append(places[site] ?? 0)
      case .postcode(_, let location):
        bases.append(coordinates.count)
        coordinates.append(location.coordinates)
      }
    }
    let count = coordinates.count
    var minutes = [Int32](repeating: 0, count: count * count)
    var estimated = [Bool](repeating: false, count: count * count)
    for from in 0..<count {
      for to in (from + 1)..<max(from + 1, count) {
        let estimate = Int32(Self.estimate(from: coordinates[from], to: coordinates[to]))
        for place in [from * count + to, to * count + from] {
          minutes[place] = estimate
          estimated[place] = true
        }
      }
    }
    // The way back first, so that a row in the direction asked for has the last word.
    for isReverse in [true, false] {
      for time in programme.travelTimes where !isReverse || time.isBothWays {
        guard let from = places[time.from], let to = places[time.to], from != to else { continue }
        let place = isReverse ? to * count + from : from * count + to
        minutes[place] = Int32(clamping: time.minutes.count)
        estimated[place] = false
      }
    }
    self.count = count
    self.minutes = minutes
    self.estimated = estimated
    sitePlace = places
    basePlace = bases
  }

  /// The drive from one site to another; 0 within one.
  public func drive(from: SiteID, to: SiteID) -> Drive {
    guard let from = sitePlace[from], let to = sitePlace[to] else {
      return Drive(minutes: 0, isEstimated: true)
    }
    return drive(from, to)
  }

  /// The drive from the base of the facilitator at `index` of the programme to a site, and home again.
  public func drives(ofFacilitator index: Int, site: SiteID) -> (outward: Drive, homeward: Drive) {
    guard let place = sitePlace[site] else {
      let none = Drive(minutes: 0, isEstimated: true)
      return (none, none)
    }
    return (drive(basePlace[index], place), drive(place, basePlace[index]))
  }

  private func drive(_ from: Int, _ to: Int) -> Drive {
    Drive(minutes: Int(minutes[from * count + to]), isEstimated: estimated[from * count + to])
  }

  private static func estimate(from a: Coordinates, to b: Coordinates) -> Int {
    let radians = Double.pi / 180
    let latitude = (b.latitude - a.latitude) * radians / 2
    let longitude = (b.longitude - a.longitude) * radians / 2
    let chord =
      sin(latitude) * sin(latitude)
      + cos(a.latitude * radians) * cos(b.latitude * radians) * sin(longitude) * sin(longitude)
    let kilometres = 2 * 6371.0088 * asin(min(1, chord.squareRoot()))
    return Int(
      (12.25 + 0.655 * kilometres + 1.562 * kilometres.squareRoot()).rounded(.toNearestOrAwayFromZero))
  }
}
