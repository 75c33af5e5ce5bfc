import Allocation
import Domain

/// Every number of an allocation and what it decided, a row each.
struct AllocationDrawsTable {
  /// The table.
  let table: TextTable

  /// The numbers of `answer`, those passed over too.
  init(_ answer: AllocationAnswer) {
    let numbers = AllocationWords.numbers(answer)
    let units = answer.strata.reduce(0) { $0 + $1.order.count }
    var rows: [[String]] = []
    for draw in answer.draws {
      for number in draw.draw.passedOver {
        rows.append([
          String(rows.count + 1), String(number), String(draw.draw.count), "",
          "nothing: it is below 2^64 mod \(draw.draw.count), so that the next is taken",
        ])
      }
      rows.append([
        String(rows.count + 1), String(draw.draw.number), String(draw.draw.count), String(draw.draw.outcome),
        Self.words(draw.decision, numbers, units),
      ])
    }
    table = TextTable(
      [.numbers("No"), .numbers("Number"), .numbers("mod"), .numbers("gives"), .words("and so")], rows: rows)
  }

  private static func words(
    _ decision: AllocationDraw.Decision, _ numbers: [Stratum: String], _ units: Int
  ) -> String {
    switch decision {
    case .stratum(let stratum, let place):
      "place \(place) in the row of what is left over: \(numbers[stratum] ?? "")"
    case .firstMark(let mark):
      "the marks on that row: \(mark), and every \(units) further on"
    case .unit(let unit, let stratum, let place):
      "place \(place) of \(numbers[stratum] ?? ""): \(unit)"
    }
  }
}
