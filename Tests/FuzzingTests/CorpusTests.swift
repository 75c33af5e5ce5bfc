import Foundation
import Fuzzing
import Testing

/// Every file of the scenarios, and every input that once broke something, thrown at the entrance that it is for.
@Suite struct CorpusTests {
  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Files below a folder of the project that some entrance takes, up to 64 KiB, by name.
  private static func files(in folder: String) -> [String] {
    let place = top.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      let size = try? place.appendingPathComponent(name).resourceValues(forKeys: [.fileSizeKey]).fileSize
      return Entrance(fileName: name) != nil && (size.map { $0 <= 65_536 } ?? false)
    }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func `there are files to throw`() {
    #expect(Self.files(in: "scenarios").count > 60 && Self.files(in: "fuzz/corpus").count > 3)
  }

  @Test(arguments: files(in: "scenarios") + files(in: "fuzz/corpus"))
  func `a file keeps every promise`(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.top.appendingPathComponent(name)))
    let entrance = try #require(Entrance(fileName: name))
    #expect(entrance.brokenPromise(by: bytes) == nil)
    // Cut short anywhere, it is another file that must be answered.
    for part in 1...4 {
      #expect(entrance.brokenPromise(by: Array(bytes.prefix(bytes.count * part / 5))) == nil)
    }
  }
}
