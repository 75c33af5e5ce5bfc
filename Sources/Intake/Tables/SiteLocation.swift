import Domain

/// Where a site stands: its coordinates, else the centre of its outward postcode.
enum SiteLocation {
  /// Coordinates farther than this from the centre of the postcode are odd; the widest postcode districts of
  /// England reach about as far.
  static let oddDistance = 30.0

  static func read(_ row: RowReader<SitesTable.Column>) -> Location? {
    let postcode = row.text(.postcode)
    let coordinates = coordinates(row)
    let hasCoordinates = row.text(.latitude) != nil || row.text(.longitude) != nil
    guard let postcode else {
      if !hasCoordinates {
        row.error(
          .postcode, "the site has neither a postcode nor coordinates",
          "fill in the postcode, or both coordinates")
      }
      return coordinates.map { Location(coordinates: $0) }
    }
    let found = Outcodes.lookUp(postcode)
    if hasCoordinates {
      if let coordinates { compare(coordinates, with: found, postcode, row) }
      return coordinates.map { Location(coordinates: $0) }
    }
    switch found {
    case .found(let centre, _): return Location(coordinates: centre, isFromPostcode: true)
    case .unknown(let outcode):
      row.error(
        .postcode, "no outward postcode '\(outcode)' is known",
        "correct the postcode, or fill in latitude and longitude")
    case .noPostcode:
      row.error(
        .postcode, "'\(postcode)' is no postcode", "write it as 'M23 9LT', or fill in latitude and longitude")
    }
    return nil
  }

  private static func coordinates(_ row: RowReader<SitesTable.Column>) -> Coordinates? {
    let latitude = row.text(.latitude) == nil ? nil : row.decimal(.latitude)
    let longitude = row.text(.longitude) == nil ? nil : row.decimal(.longitude)
    if row.text(.latitude) != nil, row.text(.longitude) == nil {
      row.error(.longitude, "longitude is blank and latitude is not", "fill in both, or neither")
    }
    if row.text(.latitude) == nil, row.text(.longitude) != nil {
      row.error(.latitude, "latitude is blank and longitude is not", "fill in both, or neither")
    }
    guard let latitude, let longitude else { return nil }
    guard let place = Coordinates(latitude: latitude, longitude: longitude) else {
      let column: SitesTable.Column = (-90...90).contains(latitude) ? .longitude : .latitude
      row.error(
        column, "\(column.rawValue) \(row.text(column) ?? "") lies outside the globe",
        "write degrees, \(column == .latitude ? "-90 to 90" : "-180 to 180")")
      return nil
    }
    if latitude == 0, longitude == 0 {
      row.warning(
        .latitude, "the coordinates 0, 0 lie in the Gulf of Guinea", "correct them, or leave both blank")
    }
    return place
  }

  private static func compare(
    _ place: Coordinates, with found: Outcodes.Answer, _ postcode: String,
    _ row: RowReader<SitesTable.Column>
  ) {
    switch found {
    case .found(let centre, let outcode):
      let distance = GreatCircle.kilometres(place, centre)
      guard distance > oddDistance else { return }
      row.warning(
        .latitude,
        """
        the coordinates lie \(Int(distance.rounded())) km from the centre of \(outcode), the site's \
        postcode
        """,
        "correct the coordinates or the postcode; the coordinates are used")
    case .unknown(let outcode):
      row.warning(
        .postcode, "no outward postcode '\(outcode)' is known", "check it; the coordinates are used")
    case .noPostcode:
      row.warning(.postcode, "'\(postcode)' is no postcode", "check it; the coordinates are used")
    }
  }
}
