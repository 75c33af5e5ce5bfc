extension Stylesheet {
  /// What the shapes of pictures look like. Every difference of colour is one of form as well.
  static let pictures = Stylesheet(
    """
    .picture { display: block; width: 100%; height: auto; overflow: hidden; }
    .picture text { font: 11px system-ui, "Segoe UI", Roboto, Arial, sans-serif; fill: #1b1d1f; }
    .picture text.strong { font-weight: 600; }
    .picture text.note { fill: #4a5158; }
    .picture text.count { font-size: 9px; font-weight: 600; }
    .picture text.halo { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; }
    .picture .grid { stroke: #dfe3e7; }
    .picture .middle { stroke: #4a5158; stroke-width: 1.2; }
    .picture .edge { stroke: #4a5158; }
    .picture .bar { stroke: #8a929a; stroke-width: 3; }
    .picture .first { fill: #00508f; stroke: #00508f; }
    .picture .second { fill: #fff; stroke: #a33b00; stroke-width: 2.5; }
    .picture .third { fill: #2d662d; stroke: #2d662d; }
    .picture .pair { stroke: #00508f; stroke-width: 1.6; }
    .picture .estimate { stroke: #00508f; stroke-width: 1.6; stroke-dasharray: 5 3; }
    .picture .leader { stroke: #6b737b; stroke-width: .7; }
    .picture .site { fill: #1b1d1f; }
    .picture .alone { fill: #fff; stroke: #1b1d1f; stroke-width: 1.5; }
    .picture .badge { fill: #fff; stroke: #00508f; }
    .picture .inner { fill: none; stroke: #00508f; stroke-width: 1.3; stroke-dasharray: 5 3; }
    .picture .outer { fill: none; stroke: #00508f; stroke-width: 1.3; }
    .picture .spot { fill: #5d656d; }
    .picture .near { fill: #fff; stroke: #a33b00; stroke-width: 2; }
    .picture .far { fill: #a33b00; }
    """)
}
