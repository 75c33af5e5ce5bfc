import Domain

/// packs/HOST--VISITOR.html: everything that both teams need for one visit, on one sheet of A4.
///
/// It goes to the teams. So it names who comes, and never says who stays away, who misses a session, who gives up
/// what, or why.
struct VisitPack {
  /// The file.
  let file: ReportFile

  /// The pack of `visit`.
  init(of visit: Visit, words: PlanWords) {
    let settings = words.programme.settings
    let name = words.visit(visit.host, visit.visitors)
    let page = HTMLPage(
      title: "Visit pack: \(name), \(visit.date.inWords)", style: .pack,
      header: [
        .node(.h1, [], "Peer review visit: \(name)"),
        .node(
          .p, [.class("when")],
          "\(visit.date.inWordsInFull), \(visit.interval.start.clock)–\(Cells.end(of: visit.interval))"),
        .node(.p, [.class("muted")], "\(settings.name). \(Self.firmness(of: visit))"),
      ],
      main: [
        PackPurpose(visit: visit, words: words).html,
        .node(
          .div, [.class("columns")],
          [
            .node(
              .div, [],
              [
                PackPlace(visit: visit, words: words).html, PackAgenda(visit: visit, words: words).html,
                PackTravel(visit: visit, words: words).html, PackDeadlines(visit: visit, words: words).html,
                PackContacts(visit: visit, words: words).html,
              ]),
            .node(
              .div, [],
              [PackPeople(visit: visit, words: words).html, PackDuties(visit: visit, words: words).html]),
          ]),
      ],
      footer: [
        .node(
          .p, [],
          "Plan made on \(words.plan.today.inWords); all times are \(settings.timeZone). This sheet names who comes. "
            + "Nothing that a team receives says who stays away, or why.")
      ])
    file = ReportFile(name: "packs/\(visit.id).html", bytes: page.bytes)
  }

  private static func firmness(of visit: Visit) -> String {
    let reserve = visit.reserveDate.map { " Please keep \($0.inWords) free as well, in reserve." } ?? ""
    return switch visit.status {
    case .draft: "The date is a draft and may still change." + reserve
    case .tentative: "The date is tentative; please keep it free." + reserve
    case .confirmed: "The date is confirmed." + reserve
    case .held: "The visit has been held."
    case .cancelled: "The visit is cancelled."
    }
  }
}

/// A part of a pack with its heading.
enum PackPart {
  static func html(_ id: String, _ heading: String, _ content: [HTML]) -> HTML {
    .node(.section, [.set(.ariaLabelledBy, id)], [.node(.h2, [.id(id)], heading)] + content)
  }
}

extension Day {
  /// The day with the whole name of its weekday, as `Tuesday 12 Jan 2027`.
  var inWordsInFull: String { weekday.name + inWords.dropFirst(3) }
}
