import Allocation
import Domain

/// allocation.txt: what was drawn from what, number by number, so that anybody can do it again by hand.
struct AllocationLog {
  let programme: Programme
  let plan: Plan
  let terms: AllocationTerms
  let answer: AllocationAnswer

  /// The whole file.
  var text: String {
    var page = TextPage()
    page.title("Allocation to visits and control: \(programme.settings.name)")
    page.table(TextTable([.words(""), .words("")], rows: facts))
    for warning in warnings { page.paragraph(warning, lead: "Note: ") }
    page.heading("To do it again")
    page.paragraph(AllocationWords.command(terms, seed: answer.seed), lead: "  ")
    page.paragraph(AllocationWords.repetition)
    page.heading("Units before drawing, sorted by id")
    page.wholeTable(unitsTable)
    page.heading("Strata, sorted by name")
    page.paragraph(AllocationWords.strata)
    page.wholeTable(strataTable)
    page.heading("How numbers are drawn")
    for paragraph in AllocationWords.generator { page.paragraph(paragraph) }
    page.heading("Numbers drawn, in this order")
    if answer.draws.isEmpty {
      page.paragraph("None: there was nothing to choose.")
    } else {
      page.wholeTable(AllocationDrawsTable(answer).table)
    }
    page.heading("Result")
    page.wholeTable(resultTable)
    if !notAllocated.isEmpty {
      page.heading("Not allocated; their cell in the column arm stays as it is")
      page.wholeTable(TextTable([.words("Team"), .words("Why")], rows: notAllocated))
    }
    return page.text
  }

  /// Counts by stratum, for the terminal.
  var summary: String {
    var page = TextPage()
    page.paragraph(
      "Allocated \(count(units)): \(count(visiting)) to visits, \(count(units - visiting)) to control (seed \(answer.seed))."
    )
    for warning in warnings { page.paragraph(warning, lead: "Note: ") }
    page.gap()
    page.table(strataTable)
    return page.text
  }

  private var units: Int { answer.strata.reduce(0) { $0 + $1.order.count } }
  private var visiting: Int { answer.strata.reduce(0) { $0 + $1.visiting } }

  private func count(_ pairs: Int) -> String { "\(pairs) pair\(pairs == 1 ? "" : "s")" }

  private var facts: [[String]] {
    [
      ["Seed", String(answer.seed)],
      [
        "Pairs",
        "\(units): \(visiting) to visits (\(AllocationWords.share(terms.share))), \(units - visiting) to control",
      ],
      ["Pairs are from", terms.pairsAreGiven ? "the file given with --pairs" : "pairing, proven best"],
      ["Strata", terms.column.map { "by the column \($0) of teams.csv" } ?? "none: all pairs together"],
      ["Today", plan.today.iso],
      ["Digest of the input", plan.inputDigest],
    ]
  }

  /// What somebody who reads the result should know beforehand.
  private var warnings: [String] {
    var warnings: [String] = []
    if units == 1 {
      warnings.append("A single pair visits: nothing was left to chance, and there is no control.")
    }
    if terms.column != nil, units > 1, answer.strata.allSatisfy({ $0.order.count == 1 }) {
      warnings.append(
        "Every stratum has one pair only, so that stratifying balances nothing. Choose a column in which "
          + "several pairs agree, one that is not kept apart.")
    }
    return warnings
  }

  private var unitsTable: TextTable {
    let numbers = AllocationWords.numbers(answer)
    return TextTable(
      [.numbers("No"), .words("Unit"), .words("Teams"), .words("Stratum")],
      rows: answer.allocated.enumerated().map { index, allocated in
        [
          String(index + 1), allocated.unit.id.text,
          allocated.unit.teams.map { programme.team($0)?.name ?? $0.text }.joined(separator: " / "),
          numbers[allocated.unit.stratum] ?? "",
        ]
      })
  }

  private var strataTable: TextTable {
    TextTable(
      [
        .words("No"), .words("Stratum"), .numbers("Pairs"), .numbers("Assured"), .numbers("Left over"),
        .numbers("Visiting"), .numbers("Control"),
      ],
      rows: answer.strata.enumerated().map { index, part in
        [
          "S\(index + 1)", part.stratum.cells.isEmpty ? "all pairs" : part.stratum.name,
          String(part.order.count), String(part.assured), "\(part.remainder)/\(units)",
          String(part.visiting), String(part.order.count - part.visiting),
        ]
      })
  }

  private var resultTable: TextTable {
    let numbers = AllocationWords.numbers(answer)
    return TextTable(
      [.words("Stratum"), .numbers("Place"), .words("Unit"), .words("Arm")],
      rows: answer.strata.flatMap { part in
        part.order.enumerated().map { place, unit in
          [
            numbers[part.stratum] ?? "", String(place + 1), unit.id.text,
            (place < part.visiting ? Arm.visit : Arm.control).rawValue,
          ]
        }
      })
  }

  private var notAllocated: [[String]] {
    let allocated = Set(plan.pairs.flatMap(\.teams))
    let reasons = Dictionary(
      plan.unpaired.map { ($0.team, $0.reason) }, uniquingKeysWith: { first, _ in first })
    return programme.teams.filter { !allocated.contains($0.id) }.map { team in
      let why =
        if team.arm == .control {
          "in the control arm already"
        } else if !team.isApproved {
          "not approved"
        } else {
          reasons[team.id] ?? "has no partner"
        }
      return ["\(team.name) (\(team.id))", why]
    }
  }
}
