import Checking
import Domain
import Testing

@Suite struct EachLegOnceTests {
  private let unscheduled = UnscheduledVisit(host: "B", visitors: ["A"], reason: "")

  @Test func `a leg that is nowhere`() {
    var fixture = Fixture()
    fixture.plan.visits.removeLast()
    #expect(
      fixture.breaches == [
        Fixture.breach(.eachLegOnce, "B--A", "B--A has no date and is not listed as unscheduled.")
      ])
  }

  @Test func `a leg that is listed as unscheduled`() {
    var fixture = Fixture()
    fixture.plan.visits.removeLast()
    fixture.plan.unscheduled = [unscheduled]
    #expect(fixture.breaches == [])
    fixture.plan.unscheduled = [unscheduled, unscheduled]
    #expect(
      fixture.breaches == [
        Fixture.breach(.eachLegOnce, "B--A", "B--A is listed as unscheduled 2 times.")
      ])
  }

  @Test func `a leg that is both`() {
    var fixture = Fixture()
    fixture.plan.unscheduled = [unscheduled]
    #expect(
      fixture.breaches == [
        Fixture.breach(.eachLegOnce, "B--A", "B--A has a date and is listed as unscheduled.")
      ])
  }

  @Test func `a leg that has two dates`() {
    var fixture = Fixture()
    fixture.plan.visits.append(Fixture.visit(host: "B", visitor: "A", leg: 2, on: .on(5, 26)))
    #expect(
      fixture.breaches(of: .eachLegOnce) == [
        Fixture.breach(
          .eachLegOnce, "B--A", "Airedale would visit Bolton twice, on 19 May 2027 and 26 May 2027.")
      ])
  }

  @Test func `a visit between teams that are no pair`() {
    var fixture = Fixture(four: true)
    fixture.plan.visits.append(Fixture.visit(host: "D", visitor: "B", leg: nil, on: .on(6, 2)))
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .eachLegOnce, "D--B", "The visit of Bolton to Darwen on 2 June 2027 is no leg of a pair.")
      ])
  }

  @Test func `teams that the programme does not have`() {
    var fixture = Fixture()
    fixture.plan.visits.append(Fixture.visit(host: "D", visitor: "B", leg: nil, on: .on(6, 2)))
    fixture.plan.unscheduled = [UnscheduledVisit(host: "C", visitors: ["A"], reason: "")]
    #expect(
      fixture.breaches == [
        Fixture.breach(.eachLegOnce, "C--A", "C--A is listed as unscheduled but is no leg of a pair."),
        Fixture.breach(.eachLegOnce, "D--B", "D--B names a team that the programme does not have."),
      ])
  }

  @Test func `a cancelled visit does not take place`() {
    var fixture = Fixture()
    fixture.plan.visits[1].status = .cancelled
    fixture.plan.unscheduled = [unscheduled]
    #expect(fixture.breaches == [])
  }

  @Test func `a hand-made schedule may leave legs out`() {
    var fixture = Fixture()
    fixture.plan.visits.removeLast()
    #expect(fixture.handMadeBreaches == [])
  }
}
