import Archive
import Domain
import Foundation
import Intake
import Merging
import Spool

/// Reads one dropped file, or an archive of them, and says what it does to a programme's rows. Runs inside a worker,
/// since what people drop may be anything.
struct TakeJob {
  let request: WorkRequest

  func run() -> WorkReply {
    do {
      guard let take = request.take, let file = request.files.first, let today = Day(iso: request.today)
      else { return .failed("the request does not say what to take") }
      let before = try MergeState(rows: take.rows.map(StoredRow.init))
      let input = InputFile(name: file.name, bytes: Array(file.data))
      return .taken(
        isArchive(input) ? try archive(input, before, today) : try single(input, before, today))
    } catch let rejection as IntakeRejection {
      return .refused([rejection.text(for: request.files.first?.name ?? "the file")])
    } catch let refusal as ZipRefusal {
      return .refused([refusal.sentence])
    } catch let refusal as Refused {
      return .refused([refusal.text])
    } catch {
      return WorkReply(endedBy: error)
    }
  }

  private struct Refused: Error { let text: String }

  private func isArchive(_ file: InputFile) -> Bool {
    let name = file.name.lowercased()
    if name.hasSuffix(".zip") { return true }
    return ZipArchive.begins(file.bytes) && ![".xlsx", ".xlsm", ".ods"].contains { name.hasSuffix($0) }
  }

  private func single(_ file: InputFile, _ before: MergeState, _ today: Day) throws -> TakeReply {
    var reply = TakeReply(changes: [], receipt: "", replies: [])
    switch try Merging.take(file, into: before, today: today) {
    case .data(let merge):
      reply = Self.reply(from: before, to: merge.state, today: today)
      reply.receipt = merge.receipt.text
      reply.standing = merge.receipt.completeness.map(TakeReply.Standing.init)
      reply.keepsContent = merge.keepsContent
    case .job(let job):
      reply.order = TakeReply.Order(job)
      reply.receipt = "\(file.name) was taken.\nIt asks for: \(job.order.word.rawValue).\n"
    case .replies(let replies, let warnings):
      reply.replies = replies.map {
        TakeReply.Reply(
          visit: $0.visit, team: $0.team.text, accepts: $0.answer == .accept, note: $0.note ?? "")
      }
      reply.receipt = Self.lines(
        [
          "\(file.name) was taken: \(Self.count(replies.count, "reply", "replies"))."
        ] + warnings.map(\.description))
    case .changes(let changes, let warnings):
      reply.question = Data(changes.bytes)
      reply.receipt = Self.lines(
        ["\(file.name) was taken: a question, which changes nothing."]
          + warnings.map(\.description))
    }
    return reply
  }

  /// Every file of an archive, programme.yaml first and then by name; all of them or none.
  private func archive(_ file: InputFile, _ before: MergeState, _ today: Day) throws -> TakeReply {
    let archive = try ZipArchive(file.bytes)
    let files = archive.files.map { InputFile(name: $0.name, bytes: $0.bytes) }
    let isSettings = { (file: InputFile) in FileKind(named: file.name) == .settings }
    // Whose calendars there may be is known after the tables.
    let calendars = files.filter(\.isCalendar)
    let tables =
      files.filter { [.table, .job].contains(FileKind(named: $0.name)) && !calendars.contains($0) }
      + files.filter { FileKind(named: $0.name) == .workbook } + calendars
    var state = before
    var keepsContent = true
    var texts: [String] = []
    var problems: [String] = []
    for member in files.filter(isSettings) + tables {
      do {
        switch try Merging.take(member, into: state, today: today, judging: false) {
        case .data(let merge):
          state = merge.state
          keepsContent = keepsContent && merge.keepsContent
          texts.append(merge.receipt.text)
        case .job:
          problems.append("\(member.name) is an order. Send orders by themselves, not in a zip file.")
        case .replies:
          problems.append("\(member.name) holds replies. Send replies by themselves, not in a zip file.")
        case .changes:
          texts.append("\(member.name) asks what might happen, and is left aside. Send it by itself.\n")
        }
      } catch {
        problems.append(error.text(for: member.name))
      }
    }
    let aside = files.filter { !isSettings($0) && !tables.contains($0) }.map(\.name)
    if texts.isEmpty, problems.isEmpty {
      problems.append("This zip file holds no table and no programme.yaml. Zip the programme's folder.")
    }
    guard problems.isEmpty else {
      throw Refused(
        text: Self.lines(["\(file.name) was not taken, and nothing was changed by it."] + problems))
    }
    var reply = Self.reply(from: before, to: state, today: today)
    // Nobody has looked at what is left aside: it may be a calendar.
    reply.keepsContent = keepsContent && aside.isEmpty
    let completeness = Completeness(of: state, today: today)
    reply.standing = TakeReply.Standing(completeness)
    var lines = ["\(file.name) was taken, with \(Self.count(texts.count, "file", "files")) in it."]
    if !aside.isEmpty {
      lines.append("Left aside, since they are no tables: \(aside.joined(separator: ", ")).")
    }
    lines += texts
    lines += reply.standing.map(\.sentences) ?? []
    reply.receipt = Self.lines(lines)
    return reply
  }

  private static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }

  private static func lines(_ lines: [String]) -> String {
    lines.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
  }

  /// The net difference of two states, which names each row once however many files touched it.
  private static func reply(from before: MergeState, to after: MergeState, today: Day) -> TakeReply {
    struct Name: Hashable {
      let table: String
      let key: String
      let source: String
      init(_ row: StoredRow) { (table, key, source) = (row.table, row.key, row.source) }
    }
    let old = before.rows
    let new = after.rows
    let was = Dictionary(old.map { (Name($0), $0) }) { first, _ in first }
    let names = Set(new.map(Name.init))
    var steps: [TakeReply.Step] = old.filter { !names.contains(Name($0)) }.map {
      .remove(TakeRequest.Row($0))
    }
    for row in new {
      switch was[Name(row)] {
      case nil: steps.append(.insert(TakeRequest.Row(row)))
      case row: break
      case .some: steps.append(.replace(TakeRequest.Row(row)))
      }
    }
    var reply = TakeReply(changes: steps, receipt: "", replies: [])
    if let settings = new.first(where: { $0.table == StoredRow.settingsTable }) {
      let file = InputFile(name: settings.table, text: settings.cells.first ?? "")
      if case .settings(let known)? = try? LoneFile.read(file, dates: nil, keepApart: [], today: today) {
        reply.quietSeconds = known.settings.publish.quietSeconds
      }
    }
    return reply
  }
}

extension StoredRow {
  fileprivate init(_ row: TakeRequest.Row) {
    self.init(table: row.table, key: row.key, source: row.source, cells: row.cells)
  }
}

extension TakeRequest.Row {
  fileprivate init(_ row: StoredRow) {
    self.init(table: row.table, key: row.key, source: row.source, cells: row.cells)
  }
}

extension TakeReply.Standing {
  fileprivate init(_ completeness: Completeness) {
    switch completeness {
    case .complete: self = .complete
    case .incomplete(let awaited): self = .incomplete(awaited: awaited)
    case .contradictory(let faults, let awaited): self = .contradictory(faults: faults, awaited: awaited)
    }
  }

  /// What to tell people, a line each.
  public var sentences: [String] {
    switch self {
    case .complete: ["The programme is complete: it can be planned."]
    case .incomplete(let awaited):
      ["The programme is not planned yet. It still waits:"] + awaited.map { "- \($0)" }
    case .contradictory(let faults, let awaited):
      ["The programme cannot be planned until this is put right:"] + (faults + awaited).map { "- \($0)" }
    }
  }
}

extension TakeReply.Order {
  fileprivate init(_ job: JobFile) {
    self.init(word: job.order.word.rawValue)
    reason = job.reason
    switch job.order {
    case .plan, .publish: break
    case .whatIf(.rows(let file)): changes = Data(file.bytes)
    case .whatIf(.file(let name)): changesFile = name
    case .confirm(let names), .held(let names), .pin(let names), .unpin(let names), .cancelVisit(let names):
      visits = names
    case .rollback(let number): release = number
    case .rotateFeed(let name, let onlyRevokes): (feed, self.onlyRevokes) = (name.file, onlyRevokes)
    }
  }
}
