/// A picture in a page, with the words that stand for it where it cannot be seen.
struct Picture {
  /// Unlike any other picture's on the page; letters, digits and hyphens.
  var id: String
  /// What it shows, in a few words.
  var title: String
  /// What can be seen in it, in a sentence or two.
  var description: String
  /// In units of which a telephone's width has about 340.
  var width: Double
  var height: Double
  /// The classes of the picture, beside its own.
  var style = ""
  var shapes: [HTML]

  /// The picture.
  var html: HTML {
    .node(
      .svg,
      [
        .class(style.isEmpty ? "picture" : "picture " + style), .set(.role, "img"),
        .set(.ariaLabelledBy, "\(id)-title \(id)-desc"),
        .set(.viewBox, "0 0 \(Figures.short(width)) \(Figures.short(height))"),
      ],
      [
        .node(.title, [.id(id + "-title")], title),
        .node(.desc, [.id(id + "-desc")], description),
      ] + shapes)
  }
}

/// A place in a picture; y grows downwards.
struct Point: Equatable {
  var x: Double
  var y: Double
}

/// The shapes of pictures; what they look like is in `Stylesheet.pictures`.
enum Shape {
  static func line(_ from: Point, _ to: Point, _ style: String) -> HTML {
    .node(
      .line,
      [
        .class(style), .number(.x1, from.x), .number(.y1, from.y), .number(.x2, to.x), .number(.y2, to.y),
      ])
  }

  static func circle(_ center: Point, radius: Double, _ style: String) -> HTML {
    .node(
      .circle, [.class(style), .number(.cx, center.x), .number(.cy, center.y), .number(.r, radius)])
  }

  static func polygon(_ corners: [Point], _ style: String) -> HTML {
    .node(.polygon, [.class(style), .set(.points, points(corners))])
  }

  static func polyline(_ places: [Point], _ style: String) -> HTML {
    .node(.polyline, [.class(style), .set(.points, points(places))])
  }

  static func text(_ words: String, at place: Point, anchor: TextAnchor = .start, _ style: String) -> HTML {
    .node(
      .text,
      [
        .class(style), .number(.x, place.x), .number(.y, place.y),
        .set(.textAnchor, anchor.rawValue),
      ], words)
  }

  private static func points(_ places: [Point]) -> String {
    places.map { "\(Figures.short($0.x)),\(Figures.short($0.y))" }.joined(separator: " ")
  }
}

/// Which end of a text stands at its place.
enum TextAnchor: String {
  case start, middle, end
}
