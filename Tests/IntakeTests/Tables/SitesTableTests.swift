import Domain
import Intake
import Testing

@Suite struct SitesTableTests {
  private func sites(_ marked: String, _ expected: [String]) {
    expect("sites.csv", "site_id,site_name,postcode,latitude,longitude\n" + marked, expected)
  }

  @Test func aSiteStandsAtItsCoordinatesOrItsPostcode() throws {
    let sites = try Folder().with(
      "sites.csv", "site_id,site_name,postcode,latitude,longitude\nSA,A,m239lt,,\nSB,B,LS1 3EX,53.8,-1.55\n"
    ).read().programme.sites
    #expect(sites.map(\.location.isFromPostcode) == [true, false])
    #expect(sites[0].location.coordinates == Coordinates(latitude: 53.39902, longitude: -2.28729))
    #expect(sites[1].location.coordinates == Coordinates(latitude: 53.8, longitude: -1.55))
    #expect(sites.map(\.postcode) == ["m239lt", "LS1 3EX"])
  }

  @Test func somethingMustSayWhere() {
    sites(
      "SA,A,①,,\nSB,B,,53.8,②\nSC,C,LS1 3EX,③,-1.55\n",
      [
        "①:error: the site has neither a postcode nor coordinates; fill in the postcode, or both coordinates",
        "②:error: longitude is blank and latitude is not; fill in both, or neither",
        "③:error: latitude is blank and longitude is not; fill in both, or neither",
      ])
  }

  @Test func aPostcodeMustBeKnownUnlessThereAreCoordinates() {
    sites(
      "SA,A,①ZZ9 9ZZ,,\nSB,B,②Leeds,,\nSC,C,③ZZ9 9ZZ,53.8,-1.55\nSD,D,④Leeds,53.8,-1.55\n",
      [
        """
        ①:error: no outward postcode 'ZZ9' is known; correct the postcode, or fill in latitude and \
        longitude
        """,
        "②:error: 'Leeds' is no postcode; write it as 'M23 9LT', or fill in latitude and longitude",
        "③:warning: no outward postcode 'ZZ9' is known; check it; the coordinates are used",
        "④:warning: 'Leeds' is no postcode; check it; the coordinates are used",
      ])
  }

  @Test func coordinatesFarFromThePostcodeAreOdd() {
    sites(
      "SA,A,M23 9LT,①51.5,-0.1\nSB,B,LS1 3EX,53.8,-1.55\n",
      [
        """
        ①:warning: the coordinates lie 258 km from the centre of M23, the site's postcode; correct the \
        coordinates or the postcode; the coordinates are used
        """
      ])
  }

  @Test func coordinatesLieOnTheGlobe() {
    sites(
      "SA,A,,①91,0\nSB,B,,53,②-181\nSC,C,,③0,0\nSD,D,,④north,1\n",
      [
        "①:error: latitude 91 lies outside the globe; write degrees, -90 to 90",
        "②:error: longitude -181 lies outside the globe; write degrees, -180 to 180",
        "③:warning: the coordinates 0, 0 lie in the Gulf of Guinea; correct them, or leave both blank",
        "④:error: 'north' is no number; write digits with a point before the decimals",
      ])
  }
}
