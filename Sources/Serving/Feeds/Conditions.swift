import HTTPTypes

/// Whether a reader has the newest calendar already (RFC 9110 section 13).
struct Conditions {
  let ifNoneMatch: [String]
  let ifModifiedSince: String?

  init(_ headers: HTTPFields) {
    ifNoneMatch = headers[values: .ifNoneMatch]
    ifModifiedSince = headers[.ifModifiedSince]
  }

  /// Whether a calendar with this tag, last changed at `changed` (seconds since 1970), is what the reader has.
  ///
  /// Tags go before dates. A date that is none, or that is yet to come, says nothing.
  func isKnown(tag: String, changed: Int64, now: Int64) -> Bool {
    if !ifNoneMatch.isEmpty {
      let asked = ifNoneMatch.flatMap(Self.tags)
      return asked.contains("*") || asked.contains(tag)
    }
    guard let text = ifModifiedSince, let since = HTTPDate.seconds(text), since <= now else { return false }
    return changed <= since
  }

  /// The tags in one field, compared weakly: without the mark of weak ones.
  private static func tags(_ field: String) -> [String] {
    field.split(separator: ",").map { part in
      var tag = part.drop { $0 == " " || $0 == "\t" }
      while let last = tag.last, last == " " || last == "\t" { tag.removeLast() }
      return String(tag.hasPrefix("W/") ? tag.dropFirst(2) : tag)
    }
  }
}
