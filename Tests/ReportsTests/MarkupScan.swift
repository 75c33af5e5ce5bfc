import Testing

/// A page read strictly: every element closed in order, every attribute quoted, nothing but escaped text between.
struct MarkupScan {
  /// An element, in the order in which it begins.
  struct Element {
    var tag: String
    var attributes: [String: String]
    /// The places of the elements around it, the outermost first.
    var ancestors: [Int]
    /// All text inside, its own and of the elements in it, as written.
    var text = ""
  }

  private(set) var elements: [Element] = []
  private(set) var faults: [String] = []

  private static let void: Set<String> = ["meta"]

  /// Reads `page`, which begins with the document type.
  init(_ page: String) {
    let start = "<!DOCTYPE html>"
    guard page.hasPrefix(start) else {
      faults = ["no document type"]
      return
    }
    var rest = page.dropFirst(start.count)
    var open: [Int] = []
    while let sign = rest.firstIndex(of: "<") {
      add(rest[..<sign], to: open)
      guard let end = rest[sign...].firstIndex(of: ">") else {
        faults.append("a tag without an end")
        return
      }
      let tag = rest[rest.index(after: sign)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), elements[last].tag == tag.dropFirst() else {
          faults.append("\(tag) closes nothing")
          return
        }
        continue
      }
      let element = read(tag, inside: open)
      elements.append(element)
      if element.tag == "style", let close = rest.firstRange(of: "</style>") {
        rest = rest[close.upperBound...]
        continue
      }
      if !Self.void.contains(element.tag) { open.append(elements.count - 1) }
    }
    add(rest, to: open)
    if !open.isEmpty { faults.append("\(open.map { elements[$0].tag }) never closed") }
  }

  /// The elements of a tag.
  func all(_ tag: String) -> [Element] { elements.filter { $0.tag == tag } }

  /// The elements of a tag inside the element at a place.
  func all(_ tag: String, inside place: Int) -> [Element] {
    elements.filter { $0.tag == tag && $0.ancestors.contains(place) }
  }

  private mutating func add(_ text: Substring, to open: [Int]) {
    if text.contains(">") { faults.append("a bare > in '\(text.prefix(60))'") }
    for place in open { elements[place].text += text }
  }

  private mutating func read(_ tag: Substring, inside open: [Int]) -> Element {
    let name = tag.prefix { $0 != " " }
    var attributes: [String: String] = [:]
    var rest = tag.dropFirst(name.count)
    while !rest.isEmpty {
      guard rest.hasPrefix(" "), let equals = rest.firstRange(of: "=\""),
        let close = rest[equals.upperBound...].firstIndex(of: "\"")
      else {
        faults.append("a broken attribute in <\(tag)>")
        break
      }
      let key = String(rest[rest.index(after: rest.startIndex)..<equals.lowerBound])
      if attributes[key] != nil { faults.append("\(key) twice in <\(tag)>") }
      attributes[key] = String(rest[equals.upperBound..<close])
      rest = rest[rest.index(after: close)...]
    }
    return Element(tag: String(name), attributes: attributes, ancestors: open)
  }
}

extension MarkupScan {
  /// What every page of ours promises: readable by ear, safe to open, nothing loaded from anywhere.
  func expectSoundPage(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(faults.isEmpty, sourceLocation: sourceLocation)
    #expect(all("html").first?.attributes["lang"] == "en-GB", sourceLocation: sourceLocation)
    for tag in ["title", "h1", "header", "main", "footer"] where tag != "title" {
      #expect(all(tag).count == 1, "\(tag)", sourceLocation: sourceLocation)
    }
    #expect(elements.contains { $0.attributes["href"] == "#content" }, sourceLocation: sourceLocation)
    expectHeadingsInOrder(sourceLocation)
    expectTablesWithHeadings(sourceLocation)
    expectPicturesInWords(sourceLocation)
    expectLinksThatEndSomewhere(sourceLocation)
    #expect(
      elements.allSatisfy { !["script", "img", "iframe", "link", "object", "embed"].contains($0.tag) },
      sourceLocation: sourceLocation)
    for element in elements {
      for name in element.attributes.keys {
        #expect(
          !name.hasPrefix("on") && name != "src" && name != "style", "\(name)", sourceLocation: sourceLocation
        )
      }
    }
  }

  private func expectHeadingsInOrder(_ sourceLocation: SourceLocation) {
    let levels = elements.compactMap { element in
      ["h1": 1, "h2": 2, "h3": 3, "h4": 4][element.tag]
    }
    #expect(levels.first == 1, sourceLocation: sourceLocation)
    for (above, below) in zip(levels, levels.dropFirst()) {
      #expect(below <= above + 1, "a heading skips a level", sourceLocation: sourceLocation)
    }
  }

  private func expectTablesWithHeadings(_ sourceLocation: SourceLocation) {
    for place in elements.indices where elements[place].tag == "table" {
      #expect(all("caption", inside: place).count == 1, sourceLocation: sourceLocation)
      let scopes = all("th", inside: place).map { $0.attributes["scope"] }
      #expect(!scopes.isEmpty && !scopes.contains(nil), sourceLocation: sourceLocation)
    }
  }

  private func expectPicturesInWords(_ sourceLocation: SourceLocation) {
    for place in elements.indices where elements[place].tag == "svg" {
      let picture = elements[place]
      let named = all("title", inside: place) + all("desc", inside: place)
      #expect(picture.attributes["role"] == "img", sourceLocation: sourceLocation)
      #expect(named.count == 2 && named.allSatisfy { !$0.text.isEmpty }, sourceLocation: sourceLocation)
      #expect(
        picture.attributes["aria-labelledby"]
          == named.compactMap { $0.attributes["id"] }.joined(separator: " "), sourceLocation: sourceLocation)
    }
  }

  private func expectLinksThatEndSomewhere(_ sourceLocation: SourceLocation) {
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(ids.count == Set(ids).count, "an id twice", sourceLocation: sourceLocation)
    for element in elements {
      if let target = element.attributes["href"] {
        let isKnown = target.hasPrefix("#") && ids.contains(String(target.dropFirst()))
        #expect(isKnown || target.hasPrefix("mailto:"), "\(target)", sourceLocation: sourceLocation)
      }
      for label in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(ids.contains(String(label)), "\(label)", sourceLocation: sourceLocation)
      }
    }
  }
}
