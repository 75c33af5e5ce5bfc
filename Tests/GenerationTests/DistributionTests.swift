import Domain
import Testing

@testable import Generation

/// The shares that docs/generation.md states, on programmes large enough that chance explains no miss.
@Suite struct DistributionTests {
  private static let drawn = Result { try Folder(teams: 150, seed: 42) }
  private let folder: Folder

  init() throws { folder = try Self.drawn.get() }

  @Test(arguments: [
    ("path_dx_ps01", 0.837, 0.157), ("nsclc_resection_adj", 0.212, 0.066), ("sact_IIIB_IV", 0.630, 0.112),
    ("seen_by_lcns", 0.932, 0.070),
  ])
  func resultsSpreadLikeThoseOf2023(indicator: String, mean: Double, deviation: Double) throws {
    let values = try folder.rows("indicators.csv").filter { $0["indicator"] == indicator }.map { row in
      let numerator = try #require(Double(row["numerator"] ?? ""))
      let denominator = try #require(Double(row["denominator"] ?? ""))
      #expect(denominator >= 10 && numerator <= denominator)
      return numerator / denominator
    }
    let average = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - average) * ($1 - average) }
    #expect(abs(average - mean) < 0.012, "\(average)")
    #expect(abs((squares / Double(values.count - 1)).squareRoot() - deviation) < 0.015)
  }

  @Test func aTypicalCaseloadIs274() throws {
    let nurse = try folder.rows("indicators.csv").filter { $0["indicator"] == "seen_by_lcns" }
      .map { Double($0["denominator"] ?? "") ?? 0 }.sorted()
    // The denominator is 90 % of the caseload.
    #expect(abs(nurse[nurse.count / 2] / 0.9 - 274) < 8)
    #expect(abs(nurse[nurse.count / 4] / 0.9 - 198) < 8)
  }

  @Test func meetingsKeepTheHoursThatTheAgendaNeeds() throws {
    let meetings = try folder.rows("mdt.csv")
    for meeting in meetings {
      let start = try #require(ClockTime(meeting["start"] ?? "")).minute
      let end = try #require(ClockTime(meeting["end"] ?? "")).minute
      #expect((8 * 60...14 * 60 + 30).contains(start))
      #expect((60...150).contains(end - start))
      #expect(end <= (start < 12 * 60 + 15 ? 13 * 60 + 45 : 15 * 60 + 45))
    }
    let weekly = meetings.count { $0["frequency"] == "weekly" }
    #expect((118...145).contains(weekly), "\(weekly)")
    let mondays = meetings.count { $0["weekday"] == "Monday" }
    #expect((3...30).contains(mondays), "\(mondays)")
    #expect(meetings.allSatisfy { ($0["first_date"] == "") == ($0["frequency"] == "weekly") })
  }

  @Test func diariesAreAsBusyAsStated() throws {
    let people = try folder.rows("people.csv")
    let rows = Dictionary(grouping: try folder.rows("availability.csv"), by: { $0["person_id"] ?? "" })
    let silent = people.count { rows[$0["person_id"] ?? ""] == nil }
    #expect((0.025...0.055).contains(Double(silent) / Double(people.count)), "\(silent)")
    let offering = rows.values.count { $0.contains { $0["status"] == "available" } }
    #expect((0.095...0.145).contains(Double(offering) / Double(people.count)), "\(offering)")

    func share(_ role: String, _ status: String, allDay: Bool) -> Double {
      let own = people.filter { $0["role"] == role }.compactMap { rows[$0["person_id"] ?? ""] }
      let matching = own.joined().count { $0["status"] == status && ($0["start"] == "") == allDay }
      return Double(matching) / Double(own.count * ProgrammeDates.standard.weekdays.count)
    }
    // Leave of about 9 %, then 7 % of single days and one weekday of those who work part-time.
    #expect((0.155...0.195).contains(share("clinical_lead", "unavailable", allDay: true)))
    #expect((0.18...0.23).contains(share("nurse_specialist", "unavailable", allDay: true)))
    #expect((0.15...0.20).contains(share("mdt_coordinator", "unavailable", allDay: true)))
    #expect((0.018...0.032).contains(share("clinical_lead", "unavailable", allDay: false)))
    // Two or three half-days of a week, less those in leave: about 2.5 · 0.82 / 5 a day.
    #expect((0.36...0.44).contains(share("clinical_lead", "clinic", allDay: false)))
    #expect(share("mdt_coordinator", "clinic", allDay: false) == 0)
  }

  @Test func noClinicLiesDuringItsOwnersMeeting() throws {
    let meetings = Dictionary(grouping: try folder.rows("mdt.csv"), by: { $0["team_id"] ?? "" })
    let teams = Dictionary(
      uniqueKeysWithValues: try folder.rows("people.csv").map { ($0["person_id"] ?? "", $0["team_id"] ?? "") }
    )
    for row in try folder.rows("availability.csv") where row["status"] == "clinic" {
      let day = try #require(Day(iso: row["date"] ?? ""))
      for team in (teams[row["person_id"] ?? ""] ?? "").split(separator: ";") {
        for meeting in meetings[String(team)] ?? [] where meeting["weekday"] == day.weekday.name {
          let (start, end) = (row["start"] ?? "", row["end"] ?? "")
          #expect(end <= meeting["start"] ?? "" || meeting["end"] ?? "" <= start)
        }
      }
    }
  }

  @Test func everyFirstRoomHoldsEverybody() throws {
    for room in try folder.rows("rooms.csv") where (room["room_id"] ?? "").hasSuffix("-R1") {
      #expect((Int(room["capacity"] ?? "") ?? 0) >= 16)
    }
  }
}
