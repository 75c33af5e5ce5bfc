import Yams

extension YAMLText {
  /// Says in our words what the parser found.
  static func report(_ error: YamlError, in text: String, _ file: String, _ findings: Findings) {
    switch error {
    case .composer(_, let problem, let mark, _):
      findings.error(
        at: Place(file: file, line: mark.line, column: mark.column),
        "the text is no YAML here: \(problem)", "check indentation, colons, quotes and brackets")
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      // The parser stops where it can no longer go on, often lines after what is wrong.
      let began = context.map(\.mark.line).flatMap { $0 < mark.line ? $0 : nil }
      findings.error(
        at: Place(file: file, line: mark.line, column: mark.column),
        "the text is no YAML here: \(problem)" + (began.map { ", in what begins in line \($0)" } ?? ""),
        "check indentation, colons, quotes and brackets")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().map { "'\($0.shown)'" }
      findings.error(
        at: Place(file: file, line: context.mark.line, column: context.mark.column),
        names.count == 1
          ? "the key \(names[0]) stands in one section twice"
          : "the keys \(names.andList) stand in one section twice",
        "keep each once")
    case .reader(let problem, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      let line = before.count { $0.isNewline } + 1
      let column = before.reversed().prefix { !$0.isNewline }.count + 1
      findings.error(
        at: Place(file: file, line: line, column: column), "the text is no YAML here: \(problem)",
        "take the character away")
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      findings.error(at: .top(of: file), "the text cannot be read as YAML", "correct it")
    }
  }
}
