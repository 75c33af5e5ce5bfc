import ArgumentParser
import Checking
import Domain
import Foundation
import Intake

/// The checker's word on a schedule, whoever made it.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a schedule, also one made by hand, and say in words what it breaks.",
    discussion: "Ends with 0 if the schedule keeps every rule and with 1 if it does not.")

  @Argument(help: "The programme's folder.")
  var folder: String
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("The schedule, a visits.csv; the folder's own where absent.", valueName: "file"))
  var visits: String?
  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    let programmeFolder = try ProgrammeFolder(folder)
    var admission = try programmeFolder.admit(today: .onTheClock)
    if let visits { _ = try admission.takeSchedule(visits, quiet: false) }
    var programme = admission.programme
    guard !programme.schedule.isEmpty else {
      throw Ending(
        status: .refused,
        message: visits.map { "\($0): error: the file lists no visit; add the visits to be verified" }
          ?? "\(folder): error: the folder holds no visits to verify; name a visits.csv with --visits")
    }
    let schedule = programme.schedule.filter { $0.status != .cancelled }
    let planned = schedule.compactMap { row in
      row.interval.map {
        Visit(
          host: row.host, visitors: row.visitors, interval: $0, room: row.room, facilitator: row.facilitator,
          status: row.status, pin: row.pin)
      }
    }
    let pairs = Set(schedule.map { ([$0.host] + $0.visitors).sorted() })
      .sorted { PairID($0) < PairID($1) }
    // The schedule under examination is not at the same time one that was published before; but people know of it.
    programme.schedule = []
    let breaches = Checker(programme: programme, published: schedule).breaches(of: planned, pairs: pairs)
    let legs = pairs.flatMap { pair in
      pair.map { host in VisitID(host: host, visitors: pair.filter { $0 != host }) }
    }
    let dated = Set(planned.map(\.id))
    try report(breaches, visits: planned.count, undated: legs.filter { !dated.contains($0) }.count)
    if !breaches.isEmpty { throw Ending(status: .refused) }
  }

  private func report(_ breaches: [Breach], visits: Int, undated: Int) throws {
    if json {
      struct Row: Encodable { var rule, subject, sentence: String }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      let rows = breaches.map { Row(rule: $0.rule.rawValue, subject: $0.subject, sentence: $0.sentence) }
      print(String(decoding: try encoder.encode(rows), as: UTF8.self))
      return
    }
    let all = Count.of(visits, "visit") + (undated > 0 ? " (\(undated) more without a date)" : "")
    if breaches.isEmpty {
      print("\(all): every rule is kept.")
      return
    }
    print("\(all), \(Count.of(breaches.count, "breach", "breaches")):")
    for breach in breaches { print("  \(breach.subject): \(breach.sentence) [\(breach.rule.rawValue)]") }
  }
}
