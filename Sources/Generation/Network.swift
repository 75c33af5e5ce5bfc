/// A made-up regional network: every town belongs to the one whose centre is nearest.
struct Network: Sendable {
  var name: String
  var centre: Place

  static func nearest(to place: Place) -> Network {
    all.dropFirst().reduce(first) { best, network in
      network.centre.kilometres(to: place) < best.centre.kilometres(to: place) ? network : best
    }
  }

  private static let first = Network("Tyne and Northumberland", 55.10, -1.75)
  /// Twenty-three networks; each of their towns has towns of another within three hours' drive.
  static let all: [Network] = [
    first,
    Network("Solway and Lakes", 54.65, -2.95),
    Network("Durham and Tees", 54.60, -1.45),
    Network("Moors and Dales", 54.10, -1.30),
    Network("Aire and Calder", 53.75, -1.75),
    Network("Humber", 53.75, -0.35),
    Network("Ribble and Lune", 53.90, -2.70),
    Network("Irwell and Mersey", 53.45, -2.55),
    Network("Don and Peak", 53.30, -1.50),
    Network("Lincoln and the Wash", 53.00, -0.25),
    Network("Trent and Soar", 52.80, -1.25),
    Network("Marches", 52.60, -2.75),
    Network("Arden", 52.40, -1.80),
    Network("Norfolk and Suffolk", 52.50, 1.20),
    Network("Ouse and Cam", 52.15, -0.30),
    Network("Severn Vale", 51.85, -2.30),
    Network("Thames and Chilterns", 51.65, -1.00),
    Network("Lea and Estuary", 51.65, 0.35),
    Network("Weald and Downs", 51.15, 0.20),
    Network("Solent and Wessex", 50.95, -1.60),
    Network("Avon and Somerset", 51.15, -2.70),
    Network("Exe and Dart", 50.70, -3.60),
    Network("Tamar and Fal", 50.40, -4.70),
  ]

  private init(_ name: String, _ latitude: Double, _ longitude: Double) {
    self.name = name
    centre = Place(latitude: latitude, longitude: longitude)
  }
}
