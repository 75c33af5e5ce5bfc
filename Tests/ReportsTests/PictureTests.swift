import Domain
import Testing

@testable import Reports

struct PictureTests {
  private let words = PlanWords(programme: SampleProgramme().complete, plan: SamplePlan().plan)

  @Test func `a dumbbell puts each standing on one axis from -2 to +2`() throws {
    let pair = words.plan.pairs[0]
    #expect(Dumbbell.reach(of: words.plan.pairs) == 2)
    var writer = HTMLWriter()
    writer.write(Dumbbell(pair: pair, words: words, reach: 2, id: "p").html)
    // The axis runs from 16 to 324, 77 to a standard deviation: 170 + 77 × 0.91 and 170 − 77 × 0.62.
    #expect(writer.text.contains(#"<circle class="first" cx="240.1" cy="78" r="5.5">"#), "\(writer.text)")
    #expect(writer.text.contains(#"<polygon class="second" points="122.3,71 129.3,78 122.3,85 115.3,78">"#))
    #expect(writer.text.contains(#"<line class="bar" x1="122.3" y1="78" x2="240.1" y2="78">"#))
    // Too few cases on the second indicator; no figure for Hull on the third, so no bar.
    #expect(writer.text.contains(">?13.1%</text>") && writer.text.contains(">?20.4%</text>"))
    #expect(writer.text.ranges(of: "class=\"bar\"").count == 2)
    #expect(
      writer.text.contains(
        "Pathological diagnosis: Exeter +0.91 and Hull -0.62. Surgical resection: Exeter -0.44 and Hull +0.73. "
          + "Treated late: Exeter -0.20 and Hull has no figure. In standard deviations"))
  }

  @Test(arguments: [([Double?](), 1), ([0.2, nil], 1), ([1, -2.01], 3), ([99, .nan], 3)])
  func `the axis reaches a whole number of standard deviations, 1 to 3`(standings: [Double?], reach: Int) {
    var pair = words.plan.pairs[0]
    pair.comparisons = [
      Comparison(indicator: id("path_dx"), values: [], standings: standings, reliabilities: [])
    ]
    #expect(Dumbbell.reach(of: [pair]) == reach)
  }

  @Test func `a standing beyond the axis is at its end, with an arrow`() {
    var writer = HTMLWriter()
    writer.write(Dumbbell(pair: words.plan.pairs[0], words: words, reach: 0, id: "p").html)
    #expect(writer.text.contains("→ ") && writer.text.contains("← "))
    var whole = HTMLWriter()
    whole.write(Dumbbell(pair: words.plan.pairs[0], words: words, reach: 2, id: "p").html)
    #expect(!whole.text.contains(">→ ") && !whole.text.contains(">← 1"))
  }

  @Test func `a pair that is compared on nothing has no picture`() {
    var pair = words.plan.pairs[0]
    pair.comparisons = []
    #expect(Dumbbell(pair: pair, words: words, reach: 2, id: "p").html == .none)
  }

  @Test func `in a trio each team has a sign of its own`() {
    var pair = words.plan.pairs[1]
    pair.teams = [id("RH8"), id("RM3"), id("RXR")]
    pair.comparisons = [
      Comparison(
        indicator: id("path_dx"), values: [0.9, 0.8, 0.7], standings: [0.4, 0, -0.4],
        reliabilities: [nil, nil, nil])
    ]
    var writer = HTMLWriter()
    writer.write(Dumbbell(pair: pair, words: words, reach: 1, id: "p").html)
    for sign in ["first", "second", "third"] {
      #expect(writer.text.ranges(of: "class=\"\(sign)\"").count == 2)
    }
  }

  @Test(arguments: [(0.0, 1.0), (60, 0.5), (90, 0), (-60, 0.5), (45, 0.707106781186547)])
  func `the cosine of an angle`(degrees: Double, cosine: Double) {
    #expect(abs(MapProjection.cosine(degrees: degrees) - cosine) < 1e-12)
  }

  @Test func `at 60 degrees north a degree of longitude is half as long as one of latitude`() throws {
    let places = try [(59.0, 10.0), (61.0, 14.0), (60.0, 12.0)].map { latitude, longitude in
      try #require(Coordinates(latitude: latitude, longitude: longitude))
    }
    let projection = try #require(
      MapProjection(around: places, width: 240, tallest: 500, margin: 20))
    // Four degrees across are two high, and 200 wide.
    #expect(abs(projection.height - 240) < 1e-9)
    let points = places.map(projection.point)
    #expect(abs(points[0].x - 20) < 1e-9 && abs(points[0].y - 220) < 1e-9)
    #expect(abs(points[1].x - 220) < 1e-9 && abs(points[1].y - 20) < 1e-9)
    #expect(abs(points[2].x - 120) < 1e-9 && abs(points[2].y - 120) < 1e-9)
  }

  @Test func `places at one point are in the middle, and no places make no map`() throws {
    let place = try #require(Coordinates(latitude: -90, longitude: 180))
    let projection = try #require(MapProjection(around: [place, place], width: 100, tallest: 80, margin: 10))
    let point = projection.point(of: place)
    #expect(point.x == 50 && abs(point.y - projection.height / 2) < 1e-9 && projection.height <= 80.001)
    #expect(MapProjection(around: [], width: 100, tallest: 80, margin: 10) == nil)
  }

  @Test func `labels lie over no other label, no point and no edge where there is room`() {
    let bounds = LabelPlacement.Box(x: 0, y: 0, width: 300, height: 200)
    let points = (0..<9).map { Point(x: 120 + Double($0 % 3) * 14, y: 90 + Double($0 / 3) * 14) }
    let dots = points.map { LabelPlacement.Box(x: $0.x - 4, y: $0.y - 4, width: 8, height: 8) }
    let placed = LabelPlacement(bounds: bounds, dropsCrowded: false)
      .places(for: points.map { ($0, 40) }, around: dots).compactMap { $0 }
    #expect(placed.count == 9)
    let boxes = placed.map(\.box)
    for (place, box) in boxes.enumerated() {
      #expect(abs(box.overlap(with: bounds) - 480) < 0.01)
      for other in dots + boxes.prefix(place) { #expect(box.overlap(with: other) < 0.01) }
    }
    #expect(placed.contains { $0.needsLeader })
  }

  @Test func `where there is no room a label is left out, or lies where it covers least`() {
    let bounds = LabelPlacement.Box(x: 0, y: 0, width: 70, height: 14)
    let labels = [Point(x: 5, y: 7), Point(x: 5, y: 8)].map { ($0, 50.0) }
    let dropping = LabelPlacement(bounds: bounds, dropsCrowded: true).places(for: labels, around: [])
    #expect(dropping.compactMap { $0 }.count == 1)
    let keeping = LabelPlacement(bounds: bounds, dropsCrowded: false).places(for: labels, around: [])
    #expect(keeping.compactMap { $0 }.count == 2)
  }

  @Test func `a label to the left of its point ends there`() {
    let bounds = LabelPlacement.Box(x: 0, y: 0, width: 100, height: 100)
    let placed = LabelPlacement(bounds: bounds, dropsCrowded: false)
      .places(for: [(Point(x: 95, y: 50), 40)], around: [])
    #expect(
      placed == [.init(box: .init(x: 49, y: 44, width: 40, height: 12), needsLeader: false, anchor: .end)])
    #expect(placed[0]?.base == Point(x: 89, y: 53))
  }

  @Test(
    arguments: [
      (0.0, 1.0, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]), (-2, 2, 5, [-2, -1, 0, 1, 2]),
      (0, 330, 6, [0, 100, 200, 300]),
      (0.43, 0.62, 6, [0.45, 0.5, 0.55, 0.6]), (5, 5, 3, [5, 5.5, 6]),
    ] as [(Double, Double, Int, [Double])])
  func `an axis has round ticks`(low: Double, high: Double, count: Int, ticks: [Double]) {
    let found = Axis(low: low, high: high, from: 0, to: 100).ticks(atMost: count)
    #expect(found.count == ticks.count)
    for (one, other) in zip(found, ticks) { #expect(abs(one - other) < 1e-9) }
  }

  @Test(arguments: [
    ("Wythenshawe", "Wythenshawe"), ("a\u{202E}b", "a b"),
    ("漢漢漢漢漢漢漢漢漢漢漢漢", "漢漢漢漢漢漢漢漢…"), ("", ""),
  ])
  func `a name in a picture is cut to its room`(name: String, fitted: String) {
    #expect(PictureText.fitted(name, to: 100) == fitted)
  }

  @Test func `a name of ten thousand letters is cut as well`() {
    #expect(PictureText.fitted(String(repeating: "x", count: 10_000), to: 100) == "xxxxxxxxxxxxxxx…")
  }

  @Test func `of more than forty teams names that find no room are left out, and the caption says so`() throws
  {
    var programme = SampleProgramme().complete
    let names = (1...41).map { "Team number \($0)" }
    programme.teams = try names.enumerated().map { at, name in
      Team(id: try #require(TeamID("T\(at + 10)")), name: name, site: id("HULL"))
    }
    var plan = SamplePlan().plan
    plan.pairs = []
    plan.unpaired = programme.teams.map { UnpairedTeam(team: $0.id, reason: "none") }
    var writer = HTMLWriter()
    let words = PlanWords(programme: programme, plan: plan)
    writer.write(.group(MapSection(words: words).section?.content ?? []))
    let shown = names.filter { writer.text.contains(">\($0)</text>") }
    #expect(shown.count > 5 && shown.count < 41)
    #expect(writer.text.contains("Names that find no room are left out."))
    programme.teams.removeLast()
    writer = HTMLWriter()
    writer.write(
      .group(MapSection(words: PlanWords(programme: programme, plan: plan)).section?.content ?? []))
    #expect(names.prefix(40).allSatisfy { writer.text.contains(">\($0)</text>") })
  }

  @Test func `the map has a dot for each team, a line for each pair, and says so in words`() {
    var writer = HTMLWriter()
    writer.write(SiteMap(words: words).html)
    #expect(writer.text.ranges(of: "class=\"site\"").count == 4)
    #expect(writer.text.ranges(of: "class=\"alone\"").count == 1)
    #expect(writer.text.ranges(of: "class=\"estimate\"").count == 1)
    #expect(writer.text.ranges(of: "class=\"pair\"").count == 1)
    #expect(
      writer.text.contains(
        "5 teams at their sites, north at the top; a numbered line joins the teams of a pair. 1: Exeter and Hull; 2: "
          + "Wythenshawe and Blackburn."))
  }
}
