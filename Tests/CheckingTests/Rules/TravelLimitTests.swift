import Checking
import Domain
import Testing

@Suite struct TravelLimitTests {
  @Test func `a minute too far`() {
    var fixture = Fixture()
    fixture.settings.pairing.maxTravel = Minutes(59)
    #expect(
      fixture.breaches == [
        Fixture.breach(.travelLimit, "A+B", "Airedale and Bolton are 1 h apart; the limit is 59 min.")
      ])
  }

  @Test func `just near enough`() {
    var fixture = Fixture()
    fixture.settings.pairing.maxTravel = Minutes(60)
    #expect(fixture.breaches == [])
  }

  @Test func `the longer direction counts`() {
    var fixture = Fixture()
    fixture.settings.pairing.maxTravel = Minutes(60)
    fixture.travelTimes.append(TravelTime(from: "SB", to: "SA", minutes: Minutes(61)))
    let breaches = fixture.checker.breaches(of: [], pairs: [["A", "B"]])
    #expect(
      breaches == [
        Fixture.breach(.travelLimit, "A+B", "Airedale and Bolton are 1 h 1 min apart; the limit is 1 h.")
      ])
  }

  @Test func `all drives together above the budget`() {
    var fixture = Fixture()
    fixture.settings.pairing.travelBudgetHours = 0.9
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .travelLimit, "tiny", "The pairs' drives one way add up to 1 h; the budget is 54 min.")
      ])
  }

  @Test func `all drives together within the budget`() {
    var fixture = Fixture()
    fixture.settings.pairing.travelBudgetHours = 1
    #expect(fixture.breaches == [])
  }

  @Test func `a drive that is not as stated`() {
    var fixture = Fixture()
    fixture.plan.pairs[0].travel = Minutes(61)
    #expect(
      fixture.breaches == [
        Fixture.breach(.travelLimit, "A+B", "A+B is said to be 1 h 1 min apart; it is 1 h.")
      ])
  }
}
