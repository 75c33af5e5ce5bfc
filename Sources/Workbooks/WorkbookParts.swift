import Archive

/// The parts of a workbook by name, and what refers to what.
///
/// Source: ECMA-376, part 2 (Open Packaging Conventions).
struct WorkbookParts {
  /// A reference of one part to another.
  struct Relationship {
    /// By what the part calls it.
    var id: String
    /// The last step of its type, as `worksheet`.
    var kind: String
    /// The name of the other part.
    var target: String
  }

  private let contents: ZipContents
  private let entries: [String: ZipContents.Entry]

  init(_ bytes: [UInt8], limits: ZipLimits) throws(WorkbookFault) {
    do {
      contents = try ZipContents(bytes, limits: limits)
    } catch {
      throw WorkbookFault(error)
    }
    var entries: [String: ZipContents.Entry] = [:]
    for entry in contents.entries where !entry.name.isFolder {
      // Names of parts are the same in capitals and small letters.
      let name = entry.name.shown.lowercased()
      guard entries.updateValue(entry, forKey: name) == nil else {
        throw .damaged("it has two parts of the name '\(entry.name.shown)'")
      }
    }
    self.entries = entries
  }

  /// The bytes of the part; `nil` where there is none of the name.
  func bytes(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let entry = entries[name.lowercased()] else { return nil }
    do {
      return try contents.content(of: entry)
    } catch {
      throw WorkbookFault(error)
    }
  }

  /// The part as XML, piece by piece; `nil` where there is none.
  func pieces(of name: String) throws(WorkbookFault) -> WorkbookXML? {
    guard let bytes = try bytes(name) else { return nil }
    return try WorkbookXML(bytes, part: name)
  }

  /// What the part `name` (the package as a whole where it is empty) refers to, in the order of its list.
  func relationships(of name: String) throws(WorkbookFault) -> [Relationship] {
    let steps = name.split(separator: "/")
    let folder = steps.dropLast().joined(separator: "/")
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/" + (steps.last ?? "") + ".rels"
    guard var xml = try pieces(of: path) else { return [] }
    var found: [Relationship] = []
    while let event = try xml.next() {
      guard case .start(let element) = event, element.name == "Relationship", let id = element["Id"],
        let type = element["Type"], let target = element["Target"], element["TargetMode"] != "External"
      else { continue }
      let kind = type.split(separator: "/").last.map(String.init) ?? ""
      found.append(Relationship(id: id, kind: kind, target: Self.resolved(target, in: folder)))
    }
    return found
  }

  private static func resolved(_ target: String, in folder: String) -> String {
    var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// A part of a workbook as XML, whose faults are the workbook's.
struct WorkbookXML {
  private var scanner: XMLScanner
  private let part: String

  init(_ bytes: [UInt8], part: String) throws(WorkbookFault) {
    self.part = part
    do {
      scanner = try XMLScanner(bytes)
    } catch {
      throw .damaged("\(part) \(error.what)")
    }
  }

  /// The next piece; `nil` at the end.
  mutating func next() throws(WorkbookFault) -> XMLScanner.Event? {
    do {
      let event = try scanner.next()
      return event == .finished ? nil : event
    } catch {
      throw .damaged("\(part) \(error.what)")
    }
  }
}
