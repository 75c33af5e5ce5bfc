public import Domain
import Tabular
public import WhatIf

/// Where a schedule is fragile: what each visit's delay would do, the worst first.
public struct SlipReport: Sendable {
  /// The text, with line feeds.
  public let text: String
  /// The same as a table, slips.csv.
  public let table: ReportFile

  private static let header = [
    "visit_id", "host", "visitor", "date", "weeks", "new_date", "visits_moved", "visits_lost", "cost_hours",
    "notice_broken_hours", "proven",
  ]

  /// The report on `slips` of the visits of `plan`.
  public init(programme: Programme, plan: Plan, slips: [Slip]) {
    let words = PlanWords(programme: programme, plan: plan)
    let ranked = Slip.byDamage(slips)
    let dates = Dictionary(plan.visits.map { ($0.id, $0) }) { first, _ in first }
    var page = TextPage()
    page.title("What a delay of each visit would do, the worst first")
    page.wholeTable(
      TextTable(
        [
          .words("Visit"), .words("on"), .numbers("weeks later"), .words("then on"), .numbers("others moved"),
          .numbers("lost"), .numbers("cost, h"),
        ],
        rows: ranked.flatMap { group in
          group.slips.enumerated().map { place, slip in
            let visit = dates[slip.visit]
            return [
              place == 0 ? visit.map { words.visit($0.host, $0.visitors) } ?? slip.visit.text : "",
              place == 0 ? visit?.date.inWords ?? "" : "", "\(slip.weeks)",
              slip.date?.inWords ?? "no date", "\(slip.moved)", "\(slip.lost)",
              ComparisonReport.signedHours(slip.addedCost) + (slip.isProven ? "" : " at most"),
            ]
          }
        }))
    page.gap()
    page.paragraph(
      "Each delay by itself, against the best schedule if nothing happens. Cost counts visits that have a date. "
        + "These are figures of the search; ask about one delay with a file of changes for a schedule that was checked."
    )
    text = page.text
    table = ReportFile(
      table: "slips.csv", header: Self.header,
      rows: ranked.flatMap { group in
        group.slips.map { slip in
          let visit = dates[slip.visit]
          return [
            slip.visit.text, visit?.host.text, visit.map { Cells.ids($0.visitors) }, visit?.date.iso,
            "\(slip.weeks)", slip.date?.iso, "\(slip.moved)", "\(slip.lost)",
            Cells.hours(Minutes(slip.addedCost)), Cells.hours(Minutes(slip.noticeCost)),
            Cells.word(slip.isProven),
          ]
        }
      })
  }
}
