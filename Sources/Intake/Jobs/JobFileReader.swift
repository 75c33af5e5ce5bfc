import Domain
import Yams

/// Reads a file `*.job`.
struct JobFileReader {
  private let top: SettingsSection
  private let file: InputFile
  private let findings: Findings

  /// The order in `file`; `nil` after reporting why there is none. Every key that the order does not know and every
  /// one that it lacks is reported.
  static func read(_ file: InputFile, dates: DateStyle, _ findings: Findings) -> JobFile? {
    guard let mapping = YAMLText.mapping(of: file, keys: "job", findings) else { return nil }
    let top = SettingsSection(
      mapping, path: "", place: .top(of: file.name), dates: dates, document: "the job file",
      findings: findings)
    return JobFileReader(top: top, file: file, findings: findings).read()
  }

  private func read() -> JobFile? {
    guard let word = top.requiredValue("job")?.word(JobWord.self) else {
      // Which keys belong depends on the word, so none is complained about.
      return nil
    }
    let order = order(word)
    let reason = top.value("reason").flatMap { $0.isNull ? nil : $0.text() }
    top.finish()
    return order.map { JobFile(name: file.name, order: $0, reason: reason) }
  }

  private func order(_ word: JobWord) -> JobOrder? {
    switch word {
    case .plan: .plan
    case .whatIf: changes().map { .whatIf($0) }
    case .publish: .publish
    case .confirm: visits().map { .confirm($0) }
    case .held: visits().map { .held($0) }
    case .pin: visits().map { .pin($0) }
    case .unpin: visits().map { .unpin($0) }
    case .cancelVisit: visits().map { .cancelVisit($0) }
    case .rollback: top.requiredValue("release")?.whole(1...1_000_000).map { .rollback(release: $0) }
    case .rotateFeed: rotation()
    }
  }

  /// One visit, or a list of them, each once.
  private func visits() -> [String]? {
    guard let value = top.requiredValue("visits") else { return nil }
    let members = value.node.sequence == nil ? [value] : value.list() ?? []
    var names: [String] = []
    for member in members {
      guard let name = member.text() else { continue }
      if !VisitText.isName(name) {
        member.error("'\(name.shown)' is no visit's name", "write it as visits.csv does, HOST--VISITOR")
      } else if names.contains(name) {
        member.error("the visit '\(name)' stands here again", "name it once")
      } else {
        names.append(name)
      }
    }
    if members.isEmpty { value.error("'visits' names no visit", "name at least one, as [HOST--VISITOR]") }
    return names.isEmpty ? nil : names
  }

  private func rotation() -> JobOrder? {
    let feed = feed()
    let revoke = top.value("revoke").flatMap { $0.isNull ? nil : $0 }
    let onlyRevokes = revoke.map { $0.flag() } ?? false
    guard let feed, let onlyRevokes else { return nil }
    return .rotateFeed(feed, onlyRevokes: onlyRevokes)
  }

  private func feed() -> FeedOwner? {
    guard let value = top.requiredValue("feed"), let text = value.text() else { return nil }
    if let feed = FeedOwner(text) { return feed }
    value.error(
      "'\(text.shown)' is no feed",
      "write programme, team-ID, person-ID, facilitator-ID, room-ID or site-ID, as the feed's file is named")
    return nil
  }

  private func changes() -> JobChanges? {
    guard let value = top.requiredValue("changes") else { return nil }
    guard value.node.sequence == nil else {
      return ChangeRowsReader.table(value.list() ?? [], of: value, named: file.name).map { .rows($0) }
    }
    guard let name = value.text() else { return nil }
    guard !name.contains("/"), !name.contains("\\"), name.lowercased().hasSuffix(".csv"), !name.hasPrefix(".")
    else {
      value.error(
        "'\(name.shown)' names no table beside the job",
        "write the name of a file like whatif.csv without its folder, or the rows themselves as a list")
      return nil
    }
    return .file(name)
  }
}
