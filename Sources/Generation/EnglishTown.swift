/// A town of England where a drawn team may work.
struct EnglishTown: Sendable, Equatable {
  var name: String
  var outcode: String
  /// Degrees north.
  var latitude: Double
  /// Degrees east.
  var longitude: Double
  /// How often it is drawn, 1 to 5: its number of outward codes.
  var weight: Int

  /// Every town of the catalogue, by name.
  static let all: [EnglishTown] = catalogue.split(separator: ";").compactMap { entry in
    let cells = entry.split(separator: ",")
    guard cells.count == 5, let latitude = Double(cells[2]), let longitude = Double(cells[3]),
      let weight = Int(cells[4])
    else { return nil }
    return EnglishTown(
      name: String(cells[0]), outcode: String(cells[1]), latitude: latitude, longitude: longitude,
      weight: weight)
  }

  /// Every outward code of England as a place of its own, in the order of the table.
  ///
  /// There are five times as many as towns, and they lie as people live, close together in cities.
  static let outcodes: [EnglishTown] = outcodeCatalogue.split(whereSeparator: \.isWhitespace).compactMap {
    entry in
    let cells = entry.split(separator: ",")
    guard cells.count == 3, let latitude = Double(cells[1]), let longitude = Double(cells[2]) else {
      return nil
    }
    let code = String(cells[0])
    return EnglishTown(name: code, outcode: code, latitude: latitude, longitude: longitude, weight: 1)
  }

  var place: Place { Place(latitude: latitude, longitude: longitude) }
  /// The network whose centre is nearest.
  var network: String { Network.nearest(to: place).name }
}

/// A point of the plane that England is near enough to for choosing neighbours.
///
/// Great circles need sines, which two platforms may round differently; the plane needs none and is within a
/// few per cent from Cornwall to Northumberland.
struct Place: Sendable, Equatable {
  /// Kilometres north of the equator.
  var north: Double
  /// Kilometres east of Greenwich.
  var east: Double

  init(latitude: Double, longitude: Double) {
    north = latitude * 111.2
    east = longitude * 67
  }

  func kilometres(to other: Place) -> Double {
    let (up, across) = (north - other.north, east - other.east)
    return (up * up + across * across).squareRoot()
  }

  /// The drive that programme tables without a row are estimated with: 12.25 + 0.655·d + 1.562·√d minutes.
  func drive(to other: Place) -> Double {
    let distance = kilometres(to: other)
    return 12.25 + 0.655 * distance + 1.562 * distance.squareRoot()
  }
}
