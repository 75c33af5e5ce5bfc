import Domain
import Intake
import Merging
import Testing

/// Orders, answers and questions: what is handed back, and what is refused.
@Suite struct JobFileTests {
  private func order(_ text: String) throws -> JobOrder {
    guard
      case .job(let job) = try Merging.take(
        InputFile(name: "x.job", text: text), into: MergeState(), today: Drops.today)
    else { throw Drops.NoData() }
    #expect(job.name == "x.job")
    return job.order
  }

  @Test func `every job can be ordered`() throws {
    #expect(try order("job: plan\n") == .plan)
    #expect(try order("job: publish\nreason: agreed\n") == .publish)
    #expect(try order("job: confirm\nvisits: [RA--RB, RB--RA]\n") == .confirm(["RA--RB", "RB--RA"]))
    #expect(try order("job: held\nvisits:\n  - RA--RB+RC\n") == .held(["RA--RB+RC"]))
    #expect(try order("job: pin\nvisits: RA--RB\n") == .pin(["RA--RB"]))
    #expect(try order("job: unpin\nvisits: [RA--RB]\n") == .unpin(["RA--RB"]))
    #expect(try order("job: cancel_visit\nvisits: [RA--RB]\n") == .cancelVisit(["RA--RB"]))
    #expect(try order("job: rollback\nrelease: 3\n") == .rollback(release: 3))
    #expect(try order("job: rotate_feed\nfeed: programme\n") == .rotateFeed(.programme))
    #expect(
      try order("job: rotate_feed\nfeed: team-RA\nrevoke: yes\n")
        == .rotateFeed(try #require(FeedOwner("team-RA")), onlyRevokes: true))
    #expect(try order("job: what_if\nchanges: slip.csv\n") == .whatIf(.file("slip.csv")))
    #expect(JobWord.allCases.count == 10)
  }

  @Test func `a reason is kept`() throws {
    let taken = try Merging.take(
      InputFile(name: "x.job", text: "\u{FEFF}job: plan\r\nreason: new rooms\r\n"), into: MergeState(),
      today: Drops.today)
    #expect(taken == .job(JobFile(name: "x.job", order: .plan, reason: "new rooms")))
  }

  @Test(arguments: ["programme", "team-R0A", "person-R0A-lead", "facilitator-F1", "room-R0A-1", "site-R0A-W"])
  func `a feed is named as its file`(name: String) throws {
    let feed = try #require(FeedOwner(name))
    #expect(feed.file == name + ".ics")
    #expect(FeedOwner(feed.file) == feed)
    #expect(try order("job: rotate_feed\nfeed: \(name).ics\n") == .rotateFeed(feed))
  }

  @Test func `the rows of a what-if become a table`() throws {
    let text = """
      job: what_if
      changes:
        - {id: RA--RB, change: not_before, value: 2027-03-01, reason: ward round}
        - {id: RA-lead, change: away, value: 2027-03-01, until: 2027-03-05}
        - {id: RB, change: withdraw}

      """
    #expect(
      try order(text)
        == .whatIf(
          .rows(
            InputFile(
              name: "x.job",
              text: """
                id,change,value,until,reason
                RA--RB,not_before,2027-03-01,,ward round
                RA-lead,away,2027-03-01,2027-03-05,
                RB,withdraw,,,

                """))))
  }

  @Test(arguments: [
    (
      "job: paln\n",
      [
        "1:6: error: 'job' is 'paln'; write 'plan' if that is meant, or plan, what_if, publish, confirm, held, pin, unpin, cancel_visit, rollback or rotate_feed"
      ]
    ),
    ("reason: x\n", ["1:1: error: the job file has no 'job'; add the line 'job: …'"]),
    ("job: confirm\n", ["1:1: error: the job file has no 'visits'; add the line 'visits: …'"]),
    (
      "job: publish\nvisits: [RA--RB]\n",
      ["2:1: error: the job file knows no 'visits'; take it away, or write one of job or reason"]
    ),
    (
      "job: pin\nvisit: [RA--RB]\n",
      [
        "1:1: error: the job file has no 'visits'; add the line 'visits: …'",
        "2:1: error: the job file knows no 'visit'; write 'visits' if that is meant",
      ]
    ),
    (
      "job: held\nvisits: [RA-RB, RA--RB, RA--RB]\n",
      [
        "2:10: error: 'RA-RB' is no visit's name; write it as visits.csv does, HOST--VISITOR",
        "2:25: error: the visit 'RA--RB' stands here again; name it once",
      ]
    ),
    (
      "job: held\nvisits: []\n",
      ["2:9: error: 'visits' names no visit; name at least one, as [HOST--VISITOR]"]
    ),
    (
      "job: rollback\nrelease: 0\n", ["2:10: error: 'release' is 0, outside 1 to 1000000; correct the number"]
    ),
    ("job: rollback\n", ["1:1: error: the job file has no 'release'; add the line 'release: …'"]),
    (
      "job: rotate_feed\nfeed: R0A\n",
      [
        "2:7: error: 'R0A' is no feed; write programme, team-ID, person-ID, facilitator-ID, room-ID or site-ID, as the feed's file is named"
      ]
    ),
    (
      "job: rotate_feed\nfeed: programme\nrevoke: perhaps\n",
      ["3:9: error: 'revoke' is 'perhaps', not true or false; write true or false"]
    ),
    (
      "job: what_if\nchanges: ../slip.csv\n",
      [
        "2:10: error: '../slip.csv' names no table beside the job; write the name of a file like whatif.csv without its folder, or the rows themselves as a list"
      ]
    ),
    (
      "job: what_if\nchanges: []\n",
      ["2:10: error: 'changes' holds no row; write at least one, with id and change"]
    ),
    (
      "job: what_if\nchanges:\n  - {id: RA--RB, change: away}\n  - {id: RA, change: withdraw, value: 2027-03-01}\n",
      [
        "3:5: error: an entry of 'changes' has no 'value'; add the line 'value: …'",
        "4:32: error: an entry of 'changes' knows no 'value'; take it away, or write one of id, change or reason",
      ]
    ),
    (
      "job: what_if\nchanges:\n  - {id: RA, change: away, value: 2027-03-05, until: 2027-03-01}\n",
      ["3:54: error: until 2027-03-01 is before value 2027-03-05; correct one of the two"]
    ),
    ("- job\n", ["1:1: error: the file is no section of keys; write at least job, each as 'key: value'"]),
  ])
  func `a job that cannot be read is refused with line and what to do`(text: String, found: [String]) {
    #expect(Drops().refusal(of: "x.job", text) == found.map { "x.job:\($0)" })
  }

  @Test func `replies are handed back, sorted`() throws {
    let text = """
      visit_id,team_id,reply,note
      RB--RA,RA,Decline,the clinic moved
      RA--RB,RB,accept,

      """
    let taken = try Merging.take(
      InputFile(name: "answers from RA.csv", text: text), into: MergeState(), today: Drops.today)
    let (a, b) = (try #require(TeamID("RA")), try #require(TeamID("RB")))
    #expect(
      taken
        == .replies(
          [
            Reply(visit: "RA--RB", team: b, answer: .accept),
            Reply(visit: "RB--RA", team: a, answer: .decline, note: "the clinic moved"),
          ], warnings: []))
  }

  @Test func `a reply that says neither or both is refused`() {
    #expect(
      Drops().refusal(
        of: "replies.csv",
        "visit_id,team_id,reply\nRA--RB,RA,maybe\nRA-RB,RA,accept\nRB--RA,RA,accept\nRB--RA,RA,decline\n")
        == [
          "replies.csv:2:11: error: 'maybe' is no reply; write accept or decline",
          "replies.csv:3:1: error: 'RA-RB' is no visit's name; write it as visits.csv does, HOST--VISITOR",
          "replies.csv:5:1: error: visit_id RB--RA, team_id RA stands in line 4 of replies.csv too, with different values; keep one of the two rows",
        ])
  }

  @Test func `replies without a row are refused`() {
    #expect(
      Drops().refusal(of: "replies.csv", "visit_id,team_id,reply\n") == [
        "replies.csv:1:1: error: no row says what a team answers; write at least one"
      ])
  }

  @Test func `whatif csv is handed back as it is, after a look at its form`() throws {
    let file = InputFile(name: "slip.csv", text: "id,change,value\nRA--RB,not_before,2027-03-01\n")
    #expect(
      try Merging.take(file, into: MergeState(), today: Drops.today) == .changes(file, warnings: []))
    #expect(
      Drops().refusal(of: "slip.csv", "id,change,value\nRA--RB,not_before,\n") == [
        "slip.csv:2:19: error: value is blank; fill it in, or take the row away"
      ])
    #expect(
      Drops().refusal(of: "slip.csv", "id,change,value\n") == [
        "slip.csv:1:1: error: no row says what might happen; write at least one"
      ])
  }
}
