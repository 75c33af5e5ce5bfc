extension Stylesheet {
  /// What a pack has beyond every page: two columns, and small enough for one sheet of A4.
  static let pack = Stylesheet(
    """
    body { max-width: 60rem; }
    h1 { font-size: 1.4rem; margin: .75rem 0 .25rem; }
    h2 { font-size: 1.05rem; margin: 1rem 0 .25rem; border-bottom-width: 1px; }
    .when { font-size: 1.1rem; font-weight: 600; margin: 0; }
    .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.75rem; }
    table { margin: .25rem 0; }
    th, td { min-width: 4rem; }
    caption { padding: 0; }
    h3 { font-size: 1rem; margin: .6rem 0 .1rem; }
    .plain { list-style: none; padding: 0; margin: 0; }
    .plain li { margin: 0; }
    @media (min-width: 52rem) { .columns { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
    @page { margin: 11mm 12mm; }
    @media print {
      html { font-size: 16px; }
      body { font-size: 8.5pt; line-height: 1.32; }
      h1 { font-size: 14pt; margin: 0 0 1mm; }
      h2 { font-size: 10pt; margin: 2.2mm 0 .6mm; padding-bottom: .3mm; }
      h3 { font-size: 8.5pt; margin: 1.2mm 0 .2mm; }
      .when { font-size: 10.5pt; }
      table, caption, small, footer { font-size: 8pt; }
      th, td { padding: .5mm 1mm .5mm 0; }
      p, ul { margin: .6mm 0; }
      li { margin: .3mm 0; }
      .columns { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 7mm; }
      footer { margin-top: 2mm; padding-top: .5mm; }
    }
    """)
}
