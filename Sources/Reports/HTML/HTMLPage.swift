/// A whole page: what a browser, a printer and a screen reader need around the content.
struct HTMLPage {
  /// What the browser's tab says.
  var title: String
  /// The style beyond that of every page.
  var style: Stylesheet
  /// Above the content: the page's one h1.
  var header: [HTML]
  /// Links to the parts of the page; none where the page is short.
  var contents: [HTML] = []
  /// The content.
  var main: [HTML]
  /// Below the content.
  var footer: [HTML]

  /// UTF-8.
  var bytes: [UInt8] { Array(HTMLWriter.page(root).utf8) }

  private var root: HTML {
    // The page says that it may load and run nothing, whatever a mistake might put into it.
    let policy = "default-src 'none'; style-src 'unsafe-inline'"
    return .node(
      .html, [.set(.lang, "en-GB")],
      [
        .node(
          .head, [],
          [
            .node(.meta, [.set(.charset, "utf-8")]),
            HTMLPage.policy(policy),
            .node(
              .meta,
              [.set(.name, "viewport"), .set(.content, "width=device-width, initial-scale=1")]),
            .node(.meta, [.set(.name, "robots"), .set(.content, "noindex")]),
            .node(.title, [], title),
            .style(.base + style),
          ]),
        .node(
          .body, [],
          [
            .node(.a, [.class("skip"), .link(to: "content")], "Skip to the content"),
            .node(.header, [], header),
            contents.isEmpty ? .none : .node(.nav, [.set(.ariaLabel, "Contents")], contents),
            .node(.main, [.id("content"), .set(.tabindex, "-1")], main),
            .node(.footer, [], footer),
          ]),
      ])
  }

  private static func policy(_ policy: String) -> HTML {
    .node(.meta, [.set(.httpEquiv, "Content-Security-Policy"), .set(.content, policy)])
  }
}
