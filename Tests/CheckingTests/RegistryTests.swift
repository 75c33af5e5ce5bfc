import Domain
import Foundation
import Testing

@testable import Checking

@Suite struct RegistryTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  /// The name of a preference's type and files.
  private static func name(_ preference: Preference) -> String {
    let text = "\(preference)"
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  @Test func `every rule is checked, once, in the order of Domain`() {
    #expect(Registry.rules.map { $0.rule } == Rule.allCases)
  }

  @Test func `every preference is charged, once, in the order of Domain`() {
    #expect(Registry.preferences.map { $0.preference } == Preference.allCases)
  }

  @Test func `every type is named for its rule or preference`() {
    #expect(Registry.rules.map { "\($0)" } == Rule.allCases.map(\.rawValue))
    #expect(Registry.preferences.map { "\($0)" } == Preference.allCases.map(Self.name))
  }

  @Test(arguments: Rule.allCases) func `every rule has a file, a suite and a glossary entry`(rule: Rule)
    throws
  {
    let source = try Self.text("Sources/Checking/Rules/\(rule.rawValue).swift")
    #expect(source.contains("enum \(rule.rawValue): RuleCheck"))
    let tests = try Self.text("Tests/CheckingTests/Rules/\(rule.rawValue)Tests.swift")
    #expect(tests.contains("@Suite struct \(rule.rawValue)Tests"))
    let glossary = try Self.text("docs/glossary.md")
    #expect(glossary.components(separatedBy: "\n- **\(rule.rawValue)**").count == 2)
  }

  @Test(arguments: Preference.allCases)
  func `every preference has a file, a suite and a glossary entry`(preference: Preference) throws {
    let name = Self.name(preference)
    let source = try Self.text("Sources/Checking/Preferences/\(name).swift")
    #expect(source.contains("enum \(name): PreferenceCheck"))
    let tests = try Self.text("Tests/CheckingTests/Preferences/\(name)Tests.swift")
    #expect(tests.contains("@Suite struct \(name)Tests"))
    let glossary = try Self.text("docs/glossary.md")
    #expect(glossary.components(separatedBy: "\n- **\(preference.rawValue)**").count == 2)
  }

  @Test func `the glossary defines nothing twice`() throws {
    let terms = try Self.text("docs/glossary.md").split(separator: "\n").filter { $0.hasPrefix("- **") }
      .compactMap { $0.dropFirst(4).components(separatedBy: "**").first }
    #expect(terms.count > Rule.allCases.count + Preference.allCases.count)
    #expect(Dictionary(grouping: terms, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted() == [])
  }
}
