import Yams

/// The text of programme.yaml, or of a job file, as a tree of nodes, or what keeps it from being one.
enum YAMLText {
  /// More than any programme needs.
  static let mostBytes = 1 << 20
  /// So few uses of an alias cannot make a small text expand to a large one.
  private static let fewAliases = 8

  /// The mapping that `file` holds; `nil` after reporting why there is none. `keys` names those that it cannot be
  /// without.
  static func mapping(
    of file: InputFile, keys: String = "id, name, time_zone, visits_from and visits_to", _ findings: Findings
  ) -> Node.Mapping? {
    guard let text = text(of: file, findings) else { return nil }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      let root = try parser.singleRoot()
      // Nodes know their anchors only as long as the parser lives.
      return withExtendedLifetime(parser) { mapping(at: root, file.name, keys, findings) }
    } catch let error as YamlError {
      report(error, in: text, file.name, findings)
    } catch {
      findings.error(at: .top(of: file.name), "the text cannot be read as YAML", "correct it")
    }
    return nil
  }

  private static func mapping(
    at root: Node?, _ file: String, _ keys: String, _ findings: Findings
  ) -> Node.Mapping? {
    if let root, !isFreeOfAnchors(root, file, findings) { return nil }
    if let mapping = root?.mapping { return mapping }
    findings.error(
      at: .top(of: file), "the file is no section of keys",
      "write at least \(keys), each as 'key: value'")
    return nil
  }

  private static func text(of file: InputFile, _ findings: Findings) -> String? {
    let top = Place.top(of: file.name)
    guard file.bytes.count <= mostBytes else {
      findings.error(
        at: top, "the file has \(file.bytes.count) bytes, more than the \(mostBytes) that are read",
        "shorten it")
      return nil
    }
    let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.bytes.dropFirst(3)) : file.bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.error(at: top, "the file is not encoded as UTF-8", "save it as UTF-8")
      return nil
    }
    return isHarmless(text, file.name, findings) ? text : nil
  }

  /// Looks for control characters, and for aliases enough to make a small text expand to a large one.
  private static func isHarmless(_ text: String, _ file: String, _ findings: Findings) -> Bool {
    var aliases = 0
    // By scalars: a carriage return and line feed are one Character.
    for (index, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      aliases += aliasCount(in: line)
      guard aliases <= fewAliases else {
        findings.error(
          at: Place(file: file, line: index + 1, column: 1),
          "the text uses more than \(fewAliases) aliases ('*name')", "write each value where it is needed")
        return false
      }
      for (column, scalar) in line.enumerated() where scalar != "\t" && scalar != "\r" {
        guard CellText.forbidden(in: String(scalar)) != nil else { continue }
        findings.error(
          at: Place(file: file, line: index + 1, column: column + 1),
          "the control character \(CellText.code(of: scalar)) stands in the text", "take it away")
        return false
      }
    }
    return true
  }

  /// How many words of `line` may be aliases; quotes and comments are not known here, so it may be too many.
  private static func aliasCount(in line: Substring.UnicodeScalarView) -> Int {
    var count = 0
    var previous: Unicode.Scalar = " "
    var isAfterStar = false
    for scalar in line {
      if isAfterStar, scalar != " ", scalar != "*" { count += 1 }
      isAfterStar = scalar == "*" && " \t[{,:-?".unicodeScalars.contains(previous)
      previous = scalar
    }
    return count
  }

  private static func isFreeOfAnchors(_ node: Node, _ file: String, _ findings: Findings) -> Bool {
    if let anchor = node.anchor {
      findings.error(
        at: place(of: node, file), "the anchor '&\(anchor.rawValue.shown)' stands in the text",
        "write each value where it is needed, without anchors and aliases")
      return false
    }
    switch node {
    case .mapping(let mapping):
      return mapping.allSatisfy {
        isFreeOfAnchors($0.key, file, findings) && isFreeOfAnchors($0.value, file, findings)
      }
    case .sequence(let sequence): return sequence.allSatisfy { isFreeOfAnchors($0, file, findings) }
    case .scalar: return true
    case .alias: return false
    }
  }

  static func place(of node: Node, _ file: String) -> Place {
    Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
