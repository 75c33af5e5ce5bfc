import Testing

@testable import Intake

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("postcod", "postcode"), ("PostCode", "postcode"), ("psotcode", "postcode"), ("latitud", "latitude"),
    ("longtitude", "longitude"),
  ])
  func whatWasMeantIsFound(written: String, meant: String) {
    #expect(NearestName.of(written, among: ["latitude", "longitude", "postcode"]) == meant)
  }

  @Test func nothingNearIsNothing() {
    #expect(NearestName.of("colour", among: ["latitude", "longitude"]) == nil)
    #expect(NearestName.of("x", among: [String]()) == nil)
  }

  @Test func ofEquallyNearOnesTheFirstInByteOrderIsNamed() {
    #expect(NearestName.of("RX", among: ["RB", "RA", "RC"]) == "RA")
  }

  @Test func distanceCountsSwapsOfNeighboursAsOne() {
    func distance(_ a: String, _ b: String) -> Int {
      NearestName.distance(Array(a.unicodeScalars), Array(b.unicodeScalars))
    }
    #expect(distance("", "abc") == 3)
    #expect(distance("abc", "acb") == 1)
    #expect(distance("kitten", "sitting") == 3)
    #expect(distance("same", "same") == 0)
  }
}
