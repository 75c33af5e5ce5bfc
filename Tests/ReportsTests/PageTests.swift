import Domain
import Testing

@testable import Reports

struct PageTests {
  private func page(_ change: (inout Programme, inout Plan) -> Void = { _, _ in }) -> String {
    var (programme, plan) = (SampleProgramme().complete, SamplePlan().plan)
    change(&programme, &plan)
    return String(decoding: PlanPage(programme: programme, plan: plan).file.bytes, as: UTF8.self)
  }

  @Test func `the page can be read by ear, and loads nothing`() {
    let scan = MarkupScan(page())
    scan.expectSoundPage()
    #expect(
      scan.all("h2").map(\.text) == [
        "This week and next", "Visits without a date", "Teams without a partner", "Calendar",
        "Pairs and what they can learn", "Map", "What it costs", "About the data", "The figures and chance",
      ])
    #expect(scan.all("svg").count == 2 + 1 + 3)
    #expect(!page().contains("://"))
  }

  static let hostile = [
    "<script>alert(1)</script>", "\"' onload='x' <b>&amp;</b> -->", "</style></title>",
    "\u{202E}evil\u{202C}",
    "\u{0}\u{8}\u{1B}[2J", String(repeating: "x", count: 10_000), String(repeating: "漢 ", count: 3_000), "",
    "]]><!--",
  ]

  @Test(arguments: hostile.indices)
  func `whatever a name holds, the page stays sound`(index: Int) {
    let name = Self.hostile[index]
    let text = page { programme, plan in
      programme.settings.name = name
      programme.settings.publish.organiserName = name
      programme.settings.publish.organiserEmail = name
      for at in programme.teams.indices {
        programme.teams[at].name = name
        programme.teams[at].coordinatorEmail = name
      }
      for at in programme.people.indices {
        programme.people[at].name = name
        programme.people[at].email = name
      }
      for at in programme.sites.indices { programme.sites[at].name = name }
      for at in programme.rooms.indices { programme.rooms[at].name = name }
      for at in programme.facilitators.indices { programme.facilitators[at].name = name }
      for at in programme.settings.pairing.indicators.indices {
        programme.settings.pairing.indicators[at].label = name
      }
      plan.warnings = [name]
      plan.unpaired[0].reason = name
      plan.unscheduled[0].reason = name
      plan.unscheduled[0].cheapestAsk = name
    }
    let scan = MarkupScan(text)
    #expect(scan.faults.isEmpty)
    #expect(scan.all("script").isEmpty && scan.all("b").isEmpty)
    #expect(scan.all("h1").count == 1 && scan.all("style").count == 1 && scan.all("svg").count == 6)
    #expect(
      text.unicodeScalars.allSatisfy {
        ($0.value >= 0x20 || $0 == "\n") && $0.value != 0x7F && !(0x202A...0x202E).contains($0.value)
      })
    for element in scan.elements { #expect(element.attributes["onload"] == nil) }
  }

  @Test func `what is proven, and by what, is said in plain words`() {
    let text = page()
    #expect(
      text.contains(
        "Proven: under the programme's rules no other way of pairing these teams scores more."))
    #expect(text.contains("(dual values); they leave no room for a better answer."))
    #expect(text.contains(">3 of 4 visits</dd>"))
    #expect(
      text.contains(
        "Time ran out before it was clear that no other schedule is better; another could save at most 42.8 "
          + "clinician-hours (0.8%)."))
    #expect(text.contains("5,000.0 of them stand for visits without a date; 78.8 are for the others."))
    let proven = page { _, plan in
      plan.unscheduled = []
      plan.visitsQuality.bound = plan.visitsQuality.objective
      plan.costs[.unscheduled] = .zero
      for at in plan.pairs.indices { plan.pairs[at].isForced = true }
    }
    #expect(
      proven.contains(
        "Each has a date. Proven: for these pairs no other schedule costs less. The proof is a search"))
    #expect(proven.contains("Every pair was decided beforehand; none was chosen."))
    let open = page { _, plan in plan.pairingQuality.bound -= 500 }
    #expect(open.contains("another could score at most 0.05 standard deviations more, all pairs together."))
  }

  @Test func `what is due this week and next comes first, and the rest is counted`() {
    let text = page { _, plan in plan.today = day("2027-02-01") }
    let scan = MarkupScan(text)
    let groups = scan.elements.filter { $0.attributes["scope"] == "rowgroup" }.map(\.text)
    #expect(groups.prefix(2) == ["This week", "Next week"])
    #expect(text.contains(">Tue 2 Feb</span>"))
    #expect(text.contains("Clinical lead, Blackburn: cancel the clinic on Tue 16 Mar 2027"))
    #expect(text.contains("<a href=\"mailto:RXR-lead@example.org\">RXR-lead@example.org</a>"))
    #expect(text.contains("5 diaries not sent. The plan takes them to be free."))
    let late = MarkupScan(page { _, plan in plan.today = day("2027-03-04") })
    #expect(late.elements.contains { $0.attributes["scope"] == "rowgroup" && $0.text == "Overdue" })
    #expect(
      page { programme, plan in
        plan.unscheduled = []
        programme.facilitators = []
      }
      .contains("Nothing is due this week or next."))
  }

  @Test func `a card tells what each team can learn, in a sentence and by indicator`() {
    let text = page()
    #expect(
      text.contains(
        "Exeter can learn from Hull about “Surgical resection”, and Hull from Exeter about “Pathological "
          + "diagnosis”."))
    #expect(
      text.contains(
        "Wythenshawe can learn from Blackburn about “Treated late”, and Blackburn from Wythenshawe about "
          + "“Surgical resection” and “Pathological diagnosis”."))
    #expect(text.contains("1.53 SD behind Exeter"))
    #expect(text.contains("<dt>Drive (an estimate)</dt>\n<dd>5 h 25 min</dd>"))
    #expect(text.contains("<dt>Drive (from travel.csv)</dt>\n<dd>55 min</dd>"))
    #expect(text.contains("Treated late (lower is better)"))
    #expect(text.contains("<td>no figure</td>"))
  }

  @Test func `teams that are level are told so, and those without indicators that nothing is compared`() {
    #expect(
      page { _, plan in
        for at in plan.pairs[0].comparisons.indices {
          // A difference that two decimals do not show is none.
          plan.pairs[0].comparisons[at].standings = [0.25, 0.2549]
        }
      }
      .contains("On the indicators compared none of these teams is ahead of another."))
    let bare = page { programme, plan in
      programme.settings.pairing.indicators = []
      for at in plan.pairs.indices { plan.pairs[at].comparisons = [] }
    }
    MarkupScan(bare).expectSoundPage()
    #expect(bare.contains("The programme names no indicators, so nothing is compared."))
    #expect(!bare.contains("The figures and chance"))
  }

  @Test func `a trio has one card and three lines on the map`() {
    let text = page { _, plan in
      plan.pairs = [plan.pairs[1]]
      plan.pairs[0].teams = [id("RH8"), id("RM3"), id("RXR")]
      plan.pairs[0].gains.append(Score(units: 500))
      plan.pairs[0].commonDates = [5, 2, 3]
      plan.pairs[0].comparisons = [
        Comparison(
          indicator: id("path_dx"), values: [0.9, 0.8, 0.7], standings: [0.4, 0, -0.4],
          reliabilities: [nil, nil, nil])
      ]
    }
    MarkupScan(text).expectSoundPage()
    #expect(text.contains("1. Exeter, Wythenshawe and Blackburn"))
    #expect(
      text.contains(
        "Wythenshawe can learn from Exeter about “Pathological diagnosis”, and Blackburn from Exeter and "
          + "Wythenshawe about “Pathological diagnosis”."))
    #expect(text.ranges(of: "<line class=\"pair\"").count == 3)
    #expect(text.ranges(of: "class=\"badge\"").count == 1)
  }

  @Test func `a plan of nothing is a page that says so`() {
    let text = page { programme, plan in
      plan.pairs = []
      plan.unpaired = []
      plan.visits = []
      plan.unscheduled = []
      plan.costs = CostSheet()
      plan.warnings = []
      plan.pairingQuality = Quality(objective: 0, bound: 0, proof: .search)
      plan.visitsQuality = Quality(objective: 0, bound: 0, proof: .search)
      programme.teams = []
      programme.people = []
      programme.sites = []
      programme.results = []
      programme.facilitators = []
    }
    let scan = MarkupScan(text)
    scan.expectSoundPage()
    for words in [
      "No two teams could be paired under the programme's rules.",
      "Without pairs there is nothing to schedule.",
      "Nothing is due this week or next. Nothing is due after that.", "Everybody has sent a diary.",
      "No visit has a date.", "There are none.", "Nothing to be said.", ">0.0 clinician-hours</dd>",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(scan.all("svg").isEmpty)
  }

  @Test func `where no visit found a date, each is told with why and what to ask for`() {
    let text = page { _, plan in
      plan.visits = []
      plan.unscheduled = plan.pairs.flatMap { pair in
        zip(pair.teams, pair.teams.reversed()).map {
          UnscheduledVisit(host: $0, visitors: [$1], reason: "The day is closed.")
        }
      }
    }
    MarkupScan(text).expectSoundPage()
    #expect(text.contains(">0 of 4 visits</dd>"))
    #expect(text.ranges(of: "Nothing that was tried would help.").count == 4)
    #expect(text.contains("no date yet"))
  }
}
