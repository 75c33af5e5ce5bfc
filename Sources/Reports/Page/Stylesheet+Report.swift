extension Stylesheet {
  /// What report.html has beyond every page: cards, headline figures, pictures side by side.
  static let report =
    pictures
    + Stylesheet(
      """
      nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
      .headline { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .75rem;
        margin: 1rem 0; }
      .headline > div { border: 1px solid var(--rule); border-top: 4px solid var(--link); padding: .75rem; }
      .headline dt { font-weight: 600; }
      .headline dd { margin: .25rem 0 0; }
      .headline .figure { font-size: 1.6rem; font-weight: 700; line-height: 1.2; }
      .card { border: 1px solid var(--rule); padding: .25rem 1rem 1rem; margin: 1rem 0; break-inside: avoid; }
      .card h3 { margin-top: .75rem; }
      .pair { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.5rem; }
      .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .5rem 1rem; }
      .facts dt { color: var(--muted); font-size: .875rem; }
      .facts dd { margin: 0; font-weight: 600; }
      figure { margin: .75rem 0; }
      .wide table { table-layout: fixed; }
      .dumbbells { max-width: 30rem; }
      .atlas { max-width: 34rem; margin-left: auto; margin-right: auto; }
      .funnels { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
      .plain { list-style: none; padding: 0; margin: 0; }
      .plain li { margin: 0; }
      @media (min-width: 56rem) {
        .pair { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); }
        .pair > .wide { grid-column: 1 / -1; }
        .funnels { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      }
      @media print {
        .headline { grid-template-columns: repeat(3, 1fr); }
        .card { padding: 0 4mm 1mm; margin: 3mm 0; }
        .card p, .card figure { margin: .25rem 0; }
        .facts { gap: .2rem .75rem; margin: .25rem 0; }
        .dumbbells { max-width: 78mm; }
        .pair { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); }
        .pair > .wide { grid-column: 1 / -1; }
        .funnels { grid-template-columns: repeat(2, minmax(0, 1fr)); }
        .funnels figcaption { font-size: .75rem; line-height: 1.3; }
        .funnels { gap: .5rem 1rem; }
        .atlas { max-width: 105mm; }
        .fresh { break-before: page; }
      }
      """)
}
