/// The elements that our pages and pictures are made of.
enum HTMLTag: String, Sendable {
  // A page
  case html, head, meta, title, style, body, a, header, main, footer, nav, section, article
  // Words
  case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, strong, span, small, time, div
  // Tables and figures
  case table, caption, thead, tbody, tfoot, tr, th, td, figure, figcaption
  // Pictures
  case svg, g, desc, line, circle, rect, path, polyline, polygon, text

  /// Whether it has neither content nor an end tag. In pictures an empty element is written with its end tag,
  /// which is valid as well.
  var isVoid: Bool {
    switch self {
    case .meta: true
    case .html, .head, .title, .style, .body, .a, .header, .main, .footer, .nav, .section, .article, .h1, .h2,
      .h3, .h4, .p, .ul, .ol, .li, .dl, .dt, .dd, .strong, .span, .small, .time, .div, .table, .caption,
      .thead,
      .tbody, .tfoot, .tr, .th, .td, .figure, .figcaption, .svg, .g, .desc, .line, .circle, .rect, .path,
      .polyline, .polygon, .text:
      false
    }
  }

  /// Whether a line may be broken before it without a gap between words: not inside a sentence.
  var beginsLine: Bool {
    switch self {
    case .a, .strong, .span, .small, .time: false
    case .html, .head, .meta, .title, .style, .body, .header, .main, .footer, .nav, .section, .article, .h1,
      .h2,
      .h3, .h4, .p, .ul, .ol, .li, .dl, .dt, .dd, .div, .table, .caption, .thead, .tbody, .tfoot, .tr, .th,
      .td,
      .figure, .figcaption, .svg, .g, .desc, .line, .circle, .rect, .path, .polyline, .polygon, .text:
      true
    }
  }
}
