extension Stylesheet {
  /// What every page has: words, tables, links, and what a printer does with them.
  ///
  /// Contrast on white and on the grey of headings: ink 16 to 1, muted words 7 to 1, links 7 to 1 (WCAG 2.2 AA asks
  /// for 4.5).
  static let base = Stylesheet(
    """
    :root { --ink: #1b1d1f; --muted: #4a5158; --rule: #c5cbd1; --ground: #f2f5f8; --link: #00508f; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 0 1rem 2rem; max-width: 64rem; background: #fff; color: var(--ink);
      font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      overflow-wrap: anywhere; }
    h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 .5em; break-after: avoid; }
    h1 { font-size: 1.75rem; margin-top: 1.2rem; }
    h2 { font-size: 1.35rem; border-bottom: 2px solid var(--link); padding-bottom: .2rem; }
    h3 { font-size: 1.1rem; }
    h4 { font-size: 1rem; }
    p, ul, ol, dl { margin: .5rem 0; }
    ul, ol { padding-left: 1.4rem; }
    li { margin: .2rem 0; }
    a { color: var(--link); }
    a:focus-visible, main:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -100vw; top: 0; padding: .5rem 1rem; background: #fff; }
    .skip:focus { left: 0; z-index: 1; }
    .muted, small, figcaption, footer { color: var(--muted); }
    small, figcaption { font-size: .875rem; }
    footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); font-size: .875rem; }
    table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .9375rem; }
    caption { text-align: left; color: var(--muted); padding: .25rem 0; font-size: .875rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--rule);
      font-weight: normal; min-width: 6rem; }
    thead th { font-weight: 600; border-bottom: 2px solid var(--rule); vertical-align: bottom; }
    tbody th, tfoot th { font-weight: 600; }
    th small { font-weight: normal; }
    tr.group th { background: var(--ground); padding-top: .6rem; }
    tfoot td, tfoot th { font-weight: 700; border-top: 2px solid var(--rule); }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; min-width: 0; }
    .whole { white-space: nowrap; }
    @media (max-width: 40rem) {
      body { padding: 0 .75rem 2rem; }
      th, td { padding: .35rem .25rem; min-width: 4.4rem; }
      .number { min-width: 0; }
      table { font-size: .875rem; }
      h1 { font-size: 1.45rem; }
    }
    @page { size: A4; margin: 14mm; }
    @media print {
      html { font-size: 11px; }
      body { line-height: 1.4; }
      th, td { padding: .2rem .4rem; }
      body { max-width: none; padding: 0; }
      a { color: inherit; text-decoration: none; }
      .skip, nav { display: none; }
      tr, figure, li { break-inside: avoid; }
      tr.group { break-after: avoid; }
      thead { display: table-header-group; }
    }
    """)
}
