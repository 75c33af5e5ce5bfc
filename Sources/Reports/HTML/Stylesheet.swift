/// The style of a page: literals of the source, never anything from a file.
struct Stylesheet: Equatable, Sendable {
  /// CSS.
  let css: String

  /// A style written in the source.
  init(_ css: StaticString) { self.css = css.description + "\n" }

  private init(css: String) { self.css = css }

  /// Two styles, the second after the first.
  static func + (a: Stylesheet, b: Stylesheet) -> Stylesheet { Stylesheet(css: a.css + b.css) }
}
