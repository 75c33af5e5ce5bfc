import Domain
import Intake
import Merging
import Tabular

/// Where bytes from outside come in. Whoever throws bytes at an entrance learns which of its promises they broke.
public enum Entrance: String, CaseIterable, Sendable {
  /// A table of any kind.
  case table = "csv"
  /// programme.yaml.
  case settings = "yaml"
  /// An order.
  case job
  /// A calendar.
  case calendar = "ics"
  /// A workbook.
  case workbook = "xlsx"

  /// The entrance that a file is for, by its name; `nil` for other files.
  public init?(fileName: String) {
    guard let ending = fileName.split(separator: ".").last, let entrance = Entrance(rawValue: String(ending))
    else { return nil }
    self = entrance
  }

  /// Reads `bytes` as a dropped file of this kind, into a programme of which nothing was taken yet and into one whose
  /// settings are known. The answer is what no bytes may bring about, in a sentence; `nil` where all is well, refusals
  /// included. What it must not do either is trap, or take long.
  public func brokenPromise(by bytes: [UInt8]) -> String? {
    let file = InputFile(name: name, bytes: bytes)
    if self == .table, let broken = Self.brokenText(of: bytes) { return broken }
    return Self.states.lazy.compactMap { Self.brokenMerge(of: file, into: $0) }.first
  }

  private var name: String {
    switch self {
    case .table: "fuzz.csv"
    case .settings: "programme.yaml"
    case .job: "order.job"
    case .calendar: "R0A-lead.ics"
    case .workbook: "fuzz.xlsx"
    }
  }

  private static let today = Day(number: 20_819)

  /// A programme of nothing, and one of these settings.
  private static let states: [MergeState] = {
    let text = """
      id: fuzz
      name: Fuzz
      time_zone: Europe/London
      visits_from: 2027-01-11
      visits_to: 2027-07-09
      dates: day_first

      """
    let settings = InputFile(name: "programme.yaml", text: text)
    guard case .data(let merge)? = try? Merging.take(settings, into: MergeState(), today: today) else {
      preconditionFailure("these settings are sound")
    }
    return [MergeState(), merge.state]
  }()
}

extension Entrance {
  /// A table that was read without complaint is written and read as the same cells.
  private static func brokenText(of bytes: [UInt8]) -> String? {
    let reading = CSVReader().read(bytes)
    if reading.problems.contains(where: { $0.position.line < 1 || $0.position.column < 1 }) {
      return "a problem has no place"
    }
    guard reading.problems.isEmpty else { return nil }
    func texts(_ table: CSVTable) -> [[String]] {
      let width = table.header.count
      return ([table.header] + table.rows).map { row in
        (0..<width).map { $0 < row.count ? row[$0].text : "" }
      }
    }
    let table = texts(reading.table)
    guard let header = table.first, table.dropFirst().allSatisfy({ $0.contains { !$0.isEmpty } }) else {
      return nil
    }
    var writer = CSVWriter(header: header)
    for row in table.dropFirst() { writer.append(row) }
    let again = CSVReader().read(writer.bytes)
    // Cells that grow by an apostrophe may become too long to be read.
    guard again.problems.isEmpty else { return nil }
    return texts(again.table) == table ? nil : "what is written is read as something else"
  }

  /// What was taken is taken again without a change, and a programme is the same from its own files.
  private static func brokenMerge(of file: InputFile, into state: MergeState) -> String? {
    guard case .data(let merge)? = try? Merging.take(file, into: state, today: today) else { return nil }
    _ = merge.receipt.text
    guard case .data(let again)? = try? Merging.take(file, into: merge.state, today: today) else {
      return "what was taken is refused when it comes again"
    }
    let isRemoving = merge.receipt.removed.isEmpty == false
    if !isRemoving, again.state != merge.state { return "what comes again changes something" }
    var built = MergeState()
    for own in merge.state.files() {
      guard case .data(let step)? = try? Merging.take(own, into: built, today: today, judging: false) else {
        return "a file of the programme's own is refused"
      }
      built = step.state
    }
    return nil
  }
}
