public import Domain

/// A team whose people, meeting and diaries are to be drawn.
public struct DiaryTeam: Sendable, Equatable {
  /// Its id, with which the ids of its people begin.
  public var id: TeamID
  /// Its name, which its people's names end in.
  public var name: String
  /// Where it works.
  public var site: SiteID
  /// Its network; facilitators of a network are drawn from these.
  public var network: String?

  /// A team as teams.csv has it.
  public init(id: TeamID, name: String, site: SiteID, network: String? = nil) {
    self.id = id
    self.name = name
    self.site = site
    self.network = network
  }
}

/// A site whose rooms are to be drawn, and where a facilitator may be based.
public struct DiarySite: Sendable, Equatable {
  /// Its id, with which the ids of its rooms begin.
  public var id: SiteID
  /// Its name, which its facilitators' names end in.
  public var name: String
  /// Its postcode, or the outward part of it.
  public var postcode: String?
  /// Where it stands; without it no facilitator is based there, unless the postcode's town is known.
  public var coordinates: Coordinates?

  /// A site as sites.csv has it.
  public init(id: SiteID, name: String, postcode: String? = nil, coordinates: Coordinates? = nil) {
    self.id = id
    self.name = name
    self.postcode = postcode
    self.coordinates = coordinates
  }

  var place: Place? {
    if let coordinates {
      return Place(latitude: coordinates.latitude, longitude: coordinates.longitude)
    }
    let outcode = postcode?.split(separator: " ").first
    return EnglishTown.all.first { $0.outcode == outcode.map(String.init) }?.place
  }
}
