/// An attribute of an element; its value is escaped when it is written.
struct HTMLAttribute: Equatable, Sendable {
  /// The attributes that we use. None of them runs a script or loads anything.
  enum Name: String, Sendable {
    case id, `class`, lang, charset, name, content, href, scope, colspan, datetime, tabindex, role
    case ariaLabelledBy = "aria-labelledby"
    case ariaLabel = "aria-label"
    case httpEquiv = "http-equiv"
    case viewBox, x, y, x1, y1, x2, y2, cx, cy, r, width, height, d, points
    case textAnchor = "text-anchor"
  }

  var name: Name
  var value: String

  /// An attribute by its name.
  static func set(_ name: Name, _ value: String) -> HTMLAttribute { HTMLAttribute(name: name, value: value) }
  /// The classes that the stylesheet knows, separated by spaces.
  static func `class`(_ names: String) -> HTMLAttribute { set(.class, names) }
  /// The name by which a link or a label finds the element.
  static func id(_ id: String) -> HTMLAttribute { set(.id, id) }
  /// A link within the page.
  static func link(to id: String) -> HTMLAttribute { set(.href, "#" + id) }
  /// A link that opens a letter; `nil` unless `address` is a plain address.
  static func letter(to address: String) -> HTMLAttribute? {
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isPlain) }) else { return nil }
    return set(.href, "mailto:" + address)
  }
  /// What a heading of a table is for.
  static func scope(_ scope: HeadingScope) -> HTMLAttribute { set(.scope, scope.rawValue) }
  /// A place or length in a picture, to a tenth.
  static func number(_ name: Name, _ value: Double) -> HTMLAttribute { set(name, Figures.short(value)) }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// Which cells a heading of a table is for.
enum HeadingScope: String, Sendable {
  case column = "col"
  case row
  case rowGroup = "rowgroup"
}
