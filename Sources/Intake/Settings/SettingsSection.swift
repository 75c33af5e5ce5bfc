import Domain
import Yams

/// A mapping of programme.yaml or a job file, its keys asked for one by one.
///
/// Whatever was not asked for by the time of `finish()` is reported as unknown. Each `read` leaves its target as it
/// is where the key is missing or its value was reported.
final class SettingsSection {
  let file: String
  let dates: DateStyle
  let findings: Findings
  /// The section's name with those above it, as `visits.travel`; empty at the top.
  let path: String
  /// Where the section begins.
  let place: Place
  /// What its file is called in messages.
  private let document: String
  /// Whether it is a member of the list of that name.
  private let isMember: Bool
  private let mapping: Node.Mapping
  private var asked: [String] = []

  init(
    _ mapping: Node.Mapping, path: String, place: Place, dates: DateStyle, isMember: Bool = false,
    document: String = "programme.yaml", findings: Findings
  ) {
    self.mapping = mapping
    self.path = path
    self.place = place
    self.isMember = isMember
    self.document = document
    file = place.file
    self.dates = dates
    self.findings = findings
  }

  /// The value of `key`; `nil` where the key is missing.
  func value(_ key: String) -> SettingsValue? {
    asked.append(key)
    for (name, node) in mapping where name.scalar?.string == key {
      return SettingsValue(node: node, name: self.name(of: key), owner: self)
    }
    return nil
  }

  /// The value of `key`, which must be there.
  func requiredValue(_ key: String) -> SettingsValue? {
    guard let value = value(key) else {
      findings.error(at: place, "\(owner) has no '\(key)'", "add the line '\(key): …'")
      return nil
    }
    return value
  }

  /// The section under `key`; `nil` where it is missing, empty or no section.
  func section(_ key: String) -> SettingsSection? { value(key)?.section() }

  /// The list under `key`; `nil` where it is missing, empty or no list.
  func list(_ key: String) -> [SettingsValue]? { value(key)?.list() }

  /// Reports keys that nobody asked for.
  func finish() {
    for (key, _) in mapping {
      let place = YAMLText.place(of: key, file)
      guard let name = key.scalar?.string else {
        findings.error(at: place, "a key is a word, not a list or section", "correct the indentation")
        continue
      }
      guard !asked.contains(name) else { continue }
      let nearest = NearestName.of(name, among: asked)
      findings.error(
        at: place, "\(owner) knows no '\(name.shown)'",
        nearest.map { "write '\($0)' if that is meant" } ?? "take it away, or write one of \(asked.orList)")
    }
  }

  private var owner: String {
    if path.isEmpty { return document }
    return isMember ? "an entry of '\(path)'" : "'\(path)'"
  }

  func name(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
