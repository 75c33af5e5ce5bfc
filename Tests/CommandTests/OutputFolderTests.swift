import Fixtures
import Foundation
import Testing

/// What may be in the place of a result, and what becomes of it.
@Suite(.timeLimit(.minutes(2)))
struct OutputFolderTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.addTutorial()
  }

  @Test func `an earlier plan is replaced whole`() async throws {
    _ = try await place.counterpart("plan", "tutorial", "--out", "out")
    try place.write("BEGIN:VCALENDAR\r\n", as: "out/feeds/person-gone.ics")
    try place.write("changed", as: "out/visits.csv")
    try place.write("", as: "out/.DS_Store")
    let outcome = try await place.counterpart("plan", "tutorial", "--out", "out")
    #expect(outcome.status == 0)
    #expect(try place.names() == ["out", "tutorial"])
    let files = try place.files(in: "out")
    #expect(files["feeds/person-gone.ics"] == nil && files[".DS_Store"] == nil)
    #expect(files.count == TutorialFolder.planFiles)
    #expect(try place.rows("out/visits.csv").count == 4)
  }

  @Test func `an empty folder and a new one inside a new one are filled`() async throws {
    try FileManager.default.createDirectory(atPath: place.path("out"), withIntermediateDirectories: true)
    #expect(try await place.counterpart("plan", "tutorial", "--out", "out").status == 0)
    #expect(try await place.counterpart("plan", "tutorial", "--out", "a/b/../c/").status == 0)
    #expect(try place.files(in: "out").count == TutorialFolder.planFiles)
    #expect(try place.names(in: "a") == ["c"])
    #expect(try place.files(in: "a/c").count == TutorialFolder.planFiles)
  }

  @Test func `a link to an earlier plan stays a link`() async throws {
    _ = try await place.counterpart("plan", "tutorial", "--out", "real")
    try FileManager.default.createSymbolicLink(atPath: place.path("out"), withDestinationPath: "real")
    try place.write("changed", as: "real/visits.csv")
    #expect(try await place.counterpart("plan", "tutorial", "--out", "out").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path("out")) == "real")
    #expect(try place.rows("real/visits.csv").count == 4)
  }

  /// Files beside the tutorial, the `--out` to refuse, and the words.
  static let foreign: [(files: [String], out: String, message: String)] = [
    (
      ["out/notes.txt"], "out",
      "out: error: the folder holds something other than a plan; name a new folder for --out"
    ),
    (
      ["out/plan.json", "out/notes.txt"], "out",
      "out: error: beside an earlier plan the folder holds notes.txt, which replacing the plan would remove; move "
        + "it elsewhere, or name a new folder for --out"
    ),
    (
      ["out/plan.json", "out/feeds/minutes.docx"], "out",
      "out: error: beside an earlier plan the folder holds feeds/minutes.docx, which replacing the plan would "
        + "remove; move it elsewhere, or name a new folder for --out"
    ),
    (
      ["out/plan.json", "out/packs/RM3--RXR.docx"], "out",
      "out: error: beside an earlier plan the folder holds packs/RM3--RXR.docx, which replacing the plan would "
        + "remove; move it elsewhere, or name a new folder for --out"
    ),
    (["out"], "out", "out: error: this is a file; name a new folder for --out"),
    (
      ["keep.txt"], "tutorial",
      "tutorial: error: the folder holds something other than a plan; name a new folder for --out"
    ),
    (
      ["keep.txt"], ".", ".: error: the folder holds something other than a plan; name a new folder for --out"
    ),
  ]

  @Test(arguments: foreign.indices)
  func `what is somebody's own is refused and untouched`(index: Int) async throws {
    let (files, out, message) = Self.foreign[index]
    for file in files { try place.write("mine", as: file) }
    let before = try place.files(in: ".")
    let outcome = try await place.counterpart("plan", "tutorial", "--out", out)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors == message + "\n")
    #expect(try place.files(in: ".") == before)
  }

  @Test func `a place inside a file is refused before any work`() async throws {
    try place.write("mine", as: "file")
    let outcome = try await place.counterpart("plan", "tutorial", "--out", "file/out")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("file/out: error: "))
    #expect(outcome.errors.hasSuffix("/file cannot be written to; choose another --out\n"))
    #expect(try place.text("file") == "mine")
  }
}
