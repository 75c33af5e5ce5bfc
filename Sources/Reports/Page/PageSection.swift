/// A part of report.html with a heading of its own.
struct PageSection {
  /// By which links find it.
  var id: String
  /// The heading, and the link's words.
  var heading: String
  /// Below the heading.
  var content: [HTML]
  /// Whether it begins a page of paper.
  var isFresh = false

  /// The section.
  var html: HTML {
    .node(
      .section, [.set(.ariaLabelledBy, id)] + (isFresh ? [.class("fresh")] : []),
      [.node(.h2, [.id(id)], heading)] + content)
  }

  /// The link to it.
  var link: HTML { .node(.li, [], [.node(.a, [.link(to: id)], heading)]) }
}
