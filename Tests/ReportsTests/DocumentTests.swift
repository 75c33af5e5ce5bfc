import Domain
import Foundation
import Testing

@testable import Reports

struct DocumentTests {
  @Test("plan.json is JSON, whatever is in the texts")
  func validity() throws {
    var plan = SamplePlan().plan
    let text = "\"quoted\" \\ \u{8}\u{0}\u{1F}\r\n\t\u{7F}\u{2028} Ä漢👩‍⚕️"
    plan.warnings = [text]
    plan.visits[0].pin = Pin(by: text, reason: nil)
    let document = PlanDocument(programme: SampleProgramme().programme, plan: plan)
    let decoded = try JSONDecoder().decode(Decoded.self, from: Data(document.file.bytes))
    #expect(decoded.schema == "counterpart-plan/1")
    #expect(decoded.warnings == [text])
    #expect(decoded.seed == 7)
    #expect(decoded.pairing.proven && !decoded.visits.proven)
    #expect(decoded.visits.costs["unscheduled"] == 300_000)
    #expect(decoded.visits.costs.count == Preference.allCases.count)
    #expect(decoded.visits.costs.values.reduce(0, +) == decoded.visits.objective)
    #expect(decoded.visits.visits.map(\.visitID) == ["RM3--RXR", "RH8--RWA", "RXR--RM3"])
    #expect(decoded.visits.visits[0].pinnedBy == text)
  }

  @Test("The largest seed is written in full")
  func seed() throws {
    var plan = SamplePlan().plan
    plan.seed = .max
    let document = PlanDocument(programme: SampleProgramme().programme, plan: plan)
    let decoded = try JSONDecoder().decode(Decoded.self, from: Data(document.file.bytes))
    #expect(decoded.seed == .max)
  }

  @Test("Timings are written to the microsecond, those of a pairing alone without visits")
  func timings() {
    let timings = Timings(
      pairing: Timing(solving: 0.0125, wall: 1), visits: Timing(solving: 59.9996, wall: 61.25, toFirst: 0.5))
    #expect(timings.file.name == "timings.json")
    #expect(
      String(decoding: timings.file.bytes, as: UTF8.self) == """
        {
          "pairing": {
            "seconds": {
              "solving": 0.012500,
              "wall": 1.000000
            },
            "seconds_to_first": null
          },
          "visits": {
            "seconds": {
              "solving": 59.999600,
              "wall": 61.250000
            },
            "seconds_to_first": 0.500000
          }
        }

        """)
    let pairing = Timings(pairing: Timing(solving: 0.000_000_6, wall: 2))
    #expect(
      String(decoding: pairing.file.bytes, as: UTF8.self) == """
        {
          "pairing": {
            "seconds": {
              "solving": 0.000001,
              "wall": 2.000000
            },
            "seconds_to_first": null
          }
        }

        """)
  }

  @Test(
    "A value is written as JSON",
    arguments: [
      (JSONValue.null, "null\n"), (.bool(true), "true\n"), (.integer(-3), "-3\n"),
      (.decimal(.nan, places: 2), "null\n"), (.decimal(.infinity, places: 2), "null\n"),
      (.decimal(-0.004, places: 2), "0.00\n"), (.array([]), "[]\n"), (.object([]), "{}\n"),
      (.array([.integer(1), .null]), "[1, null]\n"),
      (.array([.object([("a", .string("\u{1}"))])]), "[\n  {\n    \"a\": \"\\u0001\"\n  }\n]\n"),
    ])
  func value(value: JSONValue, text: String) {
    #expect(String(decoding: value.bytes, as: UTF8.self) == text)
  }

  /// What another program reads.
  private struct Decoded: Decodable {
    var schema: String
    var seed: UInt64
    var pairing: Part
    var visits: Schedule
    var warnings: [String]

    struct Part: Decodable {
      var proven: Bool
    }

    struct Schedule: Decodable {
      var objective: Int
      var proven: Bool
      var costs: [String: Int]
      var visits: [Row]
    }

    struct Row: Decodable {
      var visitID: String
      var pinnedBy: String?

      enum CodingKeys: String, CodingKey {
        case visitID = "visit_id"
        case pinnedBy = "pinned_by"
      }
    }
  }
}
