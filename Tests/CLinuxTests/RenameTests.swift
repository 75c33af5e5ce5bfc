import CLinux
import Foundation
import Testing

@Suite struct RenameTests {
  @Test func aNameThatIsTakenIsNotReplaced() throws {
    let folder = try Scratch()
    try folder.write("one", to: "a")
    try folder.write("two", to: "b")
    let result = system_rename_onto_nothing(folder.descriptor, "a", folder.descriptor, "b")
    let code = errno
    #expect(result == -1)
    #expect(code == EEXIST)
    #expect(try folder.read("a") == "one")
    #expect(try folder.read("b") == "two")
  }

  @Test func aNameThatIsFreeIsTaken() throws {
    let folder = try Scratch()
    try folder.write("one", to: "a")
    #expect(system_rename_onto_nothing(folder.descriptor, "a", folder.descriptor, "c") == 0)
    #expect(try folder.read("c") == "one")
    #expect(!folder.has("a"))
  }

  @Test func twoNamesChangePlaces() throws {
    let folder = try Scratch()
    try folder.write("one", to: "a")
    try folder.write("two", to: "b")
    #expect(system_exchange_names(folder.descriptor, "a", folder.descriptor, "b") == 0)
    #expect(try folder.read("a") == "two")
    #expect(try folder.read("b") == "one")
  }
}

private final class Scratch {
  let url: URL
  let descriptor: Int32

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("clinux-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    descriptor = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  deinit {
    close(descriptor)
    try? FileManager.default.removeItem(at: url)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
  }
}
