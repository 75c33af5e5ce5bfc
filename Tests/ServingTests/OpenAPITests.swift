import Domain
import Foundation
import HTTPTypes
import Ledger
import Testing
import Yams

@testable import Serving

/// docs/openapi.yaml against the routes, and against what they answer.
@Suite("The description of the API")
struct OpenAPITests {
  private typealias Section = [String: Any]

  private let document: Section

  init() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/openapi.yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
    document = try #require(try Yams.load(yaml: text) as? Section)
  }

  @Test func `every route is described, and nothing else`() throws {
    let paths = try #require(document["paths"] as? [String: Section])
    let methods: Set<String> = ["get", "head", "put", "post", "delete", "patch", "options", "trace"]
    let described = paths.flatMap { path, item in
      item.keys.filter { methods.contains($0) }.map { "\($0) \(path)" }
    }
    let served = Route.allCases.flatMap { route in
      route.methods.map { "\($0.rawValue.lowercased()) \(route.path)" }
    }
    #expect(described.sorted() == served.sorted())
  }

  @Test func `every name in a path is a parameter, and every operation has a name of its own`() throws {
    let paths = try #require(document["paths"] as? [String: Section])
    var names: [String] = []
    for (path, item) in paths {
      let parameters = (item["parameters"] as? [Section] ?? []).compactMap { part -> String? in
        (part["name"] as? String) ?? (part["$ref"] as? String)?.split(separator: "/").last.map(String.init)
      }
      let braces = path.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first }
      #expect(braces.map(String.init).sorted() == parameters.sorted(), "\(path)")
      for operation in item.values.compactMap({ $0 as? Section }) {
        names.append(try #require(operation["operationId"] as? String))
      }
    }
    #expect(Set(names).count == names.count)
  }

  @Test func `only feeds are open to those who have no key`() throws {
    #expect((document["security"] as? [Section])?.first?["key"] != nil)
    let paths = try #require(document["paths"] as? [String: Section])
    for (path, item) in paths {
      for operation in item.values.compactMap({ $0 as? Section }) where operation["operationId"] != nil {
        #expect((operation["security"] != nil) == path.hasPrefix("/feeds/"), "\(path)")
      }
    }
  }

  @Test(arguments: [
    ("/api/v1/status", "/api/v1/status"), ("/api/v1/jobs", "/api/v1/jobs"),
    ("/api/v1/jobs/J000001", "/api/v1/jobs/{job}"),
    ("/api/v1/programmes/tut/receipts", "/api/v1/programmes/{programme}/receipts"),
    ("/api/v1/programmes/tut/plan", "/api/v1/programmes/{programme}/plan"),
    ("/api/v1/programmes/tut/changes", "/api/v1/programmes/{programme}/changes"),
  ])
  func `what is answered has the form that is described`(path: String, template: String) async throws {
    let root = try await RealRoot.published()
    let key = try AccessKeys(StateFolder(root.path + "/state")).make(try #require(KeyName("tests")))
    let reply = try await root.serving { server in
      try await server.ask(path, "GET", ["Authorization: Bearer \(key)"])
    }
    #expect(reply.status == 200, "\(reply.text)")
    let value = try JSONSerialization.jsonObject(with: Data(reply.body))
    let paths = try #require(document["paths"] as? [String: Section])
    let schema = try #require(
      at(["get", "responses", "200", "content", "application/json", "schema"], in: paths[template] ?? [:]))
    let faults = faults(of: value, schema, at: path)
    #expect(faults.isEmpty, "\(faults)")
  }

  private func at(_ steps: [String], in section: Section) -> Section? {
    var here: Section? = section
    for step in steps { here = here?[step] as? Section }
    return here
  }

  /// Where a value is not what the schema says: types, required and unknown keys, patterns and words.
  private func faults(of value: Any, _ given: Section, at place: String) -> [String] {
    if let reference = given["$ref"] as? String {
      guard let schema = at(reference.split(separator: "/").dropFirst().map(String.init), in: document) else {
        return ["\(place): \(reference) is not there"]
      }
      return faults(of: value, schema, at: place)
    }
    if let words = given["enum"] as? [String] {
      return words.contains(value as? String ?? "") ? [] : ["\(place): \(value)"]
    }
    switch given["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
      let properties = given["properties"] as? [String: Section] ?? [:]
      let missing = (given["required"] as? [String] ?? []).filter { object[$0] == nil }
      return missing.map { "\(place) has no \($0)" }
        + object.keys.sorted().flatMap { key in
          guard let schema = properties[key], let inner = object[key] else {
            return ["\(place) has a \(key)"]
          }
          return faults(of: inner, schema, at: "\(place).\(key)")
        }
    case "array":
      guard let list = value as? [Any], let items = given["items"] as? Section else {
        return ["\(place) is no array"]
      }
      return list.enumerated().flatMap { faults(of: $1, items, at: "\(place)[\($0)]") }
    case "string":
      guard let text = value as? String else { return ["\(place) is no string"] }
      let pattern = given["pattern"] as? String
      let isSo = pattern.map { text.range(of: $0, options: .regularExpression) != nil } ?? true
      return isSo ? [] : ["\(place): '\(text)'"]
    case "integer": return value is Int ? [] : ["\(place) is no whole number"]
    case "boolean": return value is Bool ? [] : ["\(place) is neither true nor false"]
    case let other: return ["\(place): no such type, \(other ?? "none")"]
    }
  }
}
