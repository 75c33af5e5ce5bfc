import Domain
import Intake
import Testing

@Suite struct YAMLTextTests {
  private let head = SettingsReaderTests.head

  @Test func whatIsNoYAMLIsReportedWhereItStops() {
    expect(
      "programme.yaml", head + "pairing: {level_weight: 1\nvisits: ①",
      [
        """
        programme.yaml:8:7: error: the text is no YAML here: did not find expected ',' or '}', in what begins in line 7; check \
        indentation, colons, quotes and brackets
        """
      ])
    expect(
      "programme.yaml", head + "---\nid: second\n",
      [
        """
        programme.yaml:7:1: error: the text is no YAML here: but found another document; check \
        indentation, colons, quotes and brackets
        """
      ])
  }

  @Test func aKeyStandsOnceInASection() {
    expect(
      "programme.yaml", head + "costs: {①overnight: 1, if_needed: 2, overnight: 3}\n",
      ["①:error: the key 'overnight' stands in one section twice; keep each once"])
  }

  @Test func anythingButASectionIsRefused() {
    let message =
      """
      ①:error: the file is no section of keys; write at least id, name, time_zone, visits_from and \
      visits_to, each as 'key: value'
      """
    for text in ["①", "①# only a comment\n", "①- a\n- b\n", "①text\n"] {
      expect("programme.yaml", text, [message])
    }
  }

  @Test func anchorsAndAliasesAreRefused() {
    expect(
      "programme.yaml", head + "costs: ①&c {overnight: 1}\n",
      [
        """
        ①:error: the anchor '&c' stands in the text; write each value where it is needed, without anchors \
        and aliases
        """
      ])
  }

  @Test func aTextThatExpandsIsRefusedBeforeItIsRead() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) {? [*a\(level - 1), *a\(level - 1)] : x}\n" }
    expect(
      "programme.yaml", text,
      [
        """
        programme.yaml:6:1: error: the text uses more than 8 aliases ('*name'); write each value where it \
        is needed
        """
      ])
  }

  @Test func anAsteriskOrAmpersandInATextIsNoAlias() throws {
    let text = head.replacing(
      "name: Pilot programme", with: "name: Research & development (5 * 2), *starred* A&E")
    let settings = try Folder().with("programme.yaml", text).read().programme.settings
    #expect(settings.name == "Research & development (5 * 2), *starred* A&E")
  }

  @Test func deepNestingDoesNoHarm() {
    let found = Folder().with("programme.yaml", "a: " + String(repeating: "[", count: 100_000)).diagnostics
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("programme.yaml:1:"))
  }

  @Test func theTextIsUTF8WithoutControls() {
    expect(
      "programme.yaml", head + "costs: {} # bell ①\u{7}\n",
      ["①:error: the control character U+0007 stands in the text; take it away"])
    let file = InputFile(name: "programme.yaml", bytes: Array(head.utf8) + [0xE9])
    let others = Folder().with("programme.yaml", nil).inputFiles
    #expect(
      throws: IntakeRejection(diagnostics: [
        Diagnostic(
          file: "programme.yaml", line: 1, column: 1, severity: .error,
          what: "the file is not encoded as UTF-8",
          whatToDo: "save it as UTF-8")
      ])
    ) {
      try ProgrammeReader.read(files: others + [file], today: Folder.today)
    }
  }

  @Test func sizeIsLimited() {
    expect(
      "programme.yaml", "①" + String(repeating: "#", count: 1 << 20) + "\n",
      ["①:error: the file has 1048577 bytes, more than the 1048576 that are read; shorten it"])
  }

  @Test func aByteOrderMarkAndWindowsLineEndsDoNotMatter() throws {
    let text = "\u{FEFF}" + (head + "pairing: {indicators: [{id: seen}]}\n").replacing("\n", with: "\r\n")
    let plain = try Folder().with("programme.yaml", head + "pairing: {indicators: [{id: seen}]}\n").read()
    #expect(try Folder().with("programme.yaml", text).read() == plain)
  }
}
