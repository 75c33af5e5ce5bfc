/// A piece of a page. Text is escaped when it is written, so that nothing from a file can become markup.
///
/// The only way to write something unescaped is `Stylesheet`, which takes literals of the source alone.
indirect enum HTML: Equatable, Sendable {
  /// Words, whatever is in them.
  case text(String)
  /// An element with what is inside.
  case element(HTMLElement)
  /// Several pieces in a row.
  case group([HTML])
  /// The page's own style.
  case style(Stylesheet)

  /// Nothing at all.
  static let none = HTML.group([])

  /// An element with pieces inside.
  static func node(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], _ children: [HTML] = []) -> HTML {
    .element(HTMLElement(tag: tag, attributes: attributes, children: children))
  }

  /// An element with words inside.
  static func node(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], _ words: String) -> HTML {
    node(tag, attributes, [.text(words)])
  }
}

extension HTML: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// Words written in the source, with or without values in them.
  init(stringLiteral words: String) { self = .text(words) }
}

extension HTML: ExpressibleByArrayLiteral {
  /// Several pieces in a row.
  init(arrayLiteral pieces: HTML...) { self = .group(pieces) }
}

/// An element of a page or a picture.
struct HTMLElement: Equatable, Sendable {
  var tag: HTMLTag
  var attributes: [HTMLAttribute]
  var children: [HTML]
}
