import Domain
import Fixtures
import Intake
import Testing

/// Workbooks among a programme's files.
@Suite struct WorkbookFileTests {
  private func diagnostics(_ book: BookWriter, without names: [String] = []) -> [String] {
    do {
      return try admission(book, without: names).warnings.map(\.description)
    } catch let rejection as IntakeRejection {
      return rejection.diagnostics.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  private func admission(_ book: BookWriter, without names: [String] = []) throws -> Admission {
    let files = Folder().inputFiles.filter { !names.contains($0.name) }
    return try ProgrammeReader.read(
      files: files + [InputFile(name: "book.xlsx", bytes: book.bytes)], today: Folder.today)
  }

  /// The tables of the folder as the sheets of one workbook.
  private func whole() -> (BookWriter, [String]) {
    let tables = Folder().inputFiles.filter { $0.name.hasSuffix(".csv") }
    return (
      BookWriter(
        tables.map { file in
          let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
          return BookWriter.Sheet(
            String(file.name.dropLast(4)),
            texts: lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) })
        }), tables.map(\.name)
    )
  }

  @Test func `a workbook of all tables is the same programme`() throws {
    let (book, names) = whole()
    let admission = try admission(book, without: names)
    #expect(admission.programme == (try Folder().read().programme))
    #expect(admission.warnings == [])
  }

  @Test func `what is wrong is told by sheet and cell`() {
    let book = BookWriter([
      BookWriter.Sheet(
        "availability",
        [
          [.text("person_id"), .text("date"), .text("start"), .text("end"), .text("status")],
          [
            .text("F1"), .number("46398", style: 1), .number("0.5", style: 3), .number("0.375", style: 3),
            .text("clinic"),
          ],
          [.text("F9"), .number("46398"), .blank, .blank, .text("away")],
        ])
    ])
    #expect(
      diagnostics(book) == [
        "book.xlsx[availability]:2:4: error: D2: end 09:00 is not after start 12:00; correct one of the two",
        """
        book.xlsx[availability]:3:2: error: B3: '46398' is no date; write it as YYYY-MM-DD
        """,
        """
        book.xlsx[availability]:3:5: error: E3: 'away' is no status; write unavailable, clinic, if_needed, available or \
        preferred
        """,
      ])
  }

  @Test func `sheets of any form are read: a grid, an export, a table of any name`() throws {
    let book = BookWriter([
      BookWriter.Sheet(
        "Sheet1", [[.text("person_id"), .number("46398", style: 1)], [.text("F1"), .text("N")]]),
      BookWriter.Sheet(
        "RA-lead",
        [
          ["Subject", "Start Date", "Start Time", "End Date", "End Time"].map { .text($0) },
          [
            .text("x"), .number("46399", style: 1), .number("0.375", style: 3), .number("46399", style: 1),
            .number("0.5", style: 3),
          ],
        ]),
      BookWriter.Sheet(
        "More", [[.text("room_id"), .text("date")], [.text("SA-1"), .number("46400", style: 2)]]),
    ])
    let programme = try admission(book).programme
    #expect(
      programme.availability.map { "\($0.owner) \($0.interval.start) \($0.status.word)" } == [
        "RA-lead 2027-01-12 09:00 unavailable", "F1 2027-01-11 00:00 unavailable",
      ])
    #expect(programme.roomBookings.map { "\($0.room) \($0.interval.start)" } == ["SA-1 2027-01-13 00:00"])
  }

  private static let export = ["Subject", "Start Date", "Start Time", "End Date", "End Time"]

  private func diary(_ rows: [[BookWriter.Cell]]) -> BookWriter {
    BookWriter([BookWriter.Sheet("RA-lead", [Self.export.map { .text($0) }] + rows)])
  }

  @Test func `of an export, cells that nobody reads may hold anything`() throws {
    let times: [BookWriter.Cell] = [
      .number("46399", style: 1), .number("0.375", style: 3), .number("46399", style: 1),
      .number("0.5", style: 3),
    ]
    let book = diary([
      [.text(String(repeating: "long ", count: 1000))] + times,
      [.xml("<c r=\"A3\" t=\"e\"><v>#NAME?</v></c>")] + times,
    ])
    #expect(try admission(book).programme.availability.count == 1)
    let wrong = diary([
      [.text("x"), .xml("<c r=\"B2\" t=\"e\"><v>#NAME?</v></c>")] + times.dropFirst()
    ])
    #expect(diagnostics(wrong).contains { $0.hasPrefix("book.xlsx[RA-lead]:2:2: error: ") })
  }

  @Test func `dates that a spreadsheet has turned round beside texts that it could not are refused`() throws {
    func row(_ day: BookWriter.Cell) -> [BookWriter.Cell] {
      [.text("x"), day, .number("0.375", style: 3), day, .number("0.5", style: 3)]
    }
    // 4 March, which was 3 April; and 25 April, of which no month could be made.
    let turned = diary([row(.number("46450", style: 1)), row(.text("25/04/2027"))])
    #expect(
      diagnostics(turned).filter { $0.contains(": error: ") } == [
        """
        book.xlsx[RA-lead]:3:2: error: B3: '25/04/2027' is text, and line 2 has a date, 2027-03-04: whatever made a sheet \
        of the export took days for months where it could; send the file as Outlook exported it, or write all dates as \
        YYYY-MM-DD
        """
      ])
    // A date after the twelfth says that the order was understood.
    let typed = diary([
      row(.number("46450", style: 1)), row(.number("46470", style: 1)), row(.text("25/04/2027")),
    ])
    #expect(try admission(typed).programme.availability.count == 3)
  }

  @Test func `hidden things, merged cells and sheets that are no tables are told`() {
    var hidden = BookWriter.Sheet("Old", texts: [["team_id"]])
    hidden.state = "state=\"hidden\""
    var bookings = BookWriter.Sheet("Bookings", texts: [["room_id", "date"], ["SA-1", "2027-02-01"]])
    bookings.rowAttributes = [2: "hidden=\"1\""]
    bookings.after = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
    let notes = BookWriter.Sheet("Read [me]", texts: [["Please fill in"]])
    #expect(
      diagnostics(BookWriter([hidden, bookings, notes])) == [
        "book.xlsx[Bookings]:1:1: warning: 1 hidden row and 0 hidden columns are read like all others; delete them if they are not meant",
        "book.xlsx[Bookings]:2:1: error: A2: the cells A2:A3 are merged; split them, and fill in each",
        "book.xlsx[Old]:1:1: warning: the sheet is hidden, and is not read; show it if it is meant to be read",
        """
        book.xlsx[Read _me_]:1:1: error: no table is known with the columns of this header; name the columns as \
        docs/formats.md does, or take the file away
        """,
      ])
    #expect(
      diagnostics(BookWriter([hidden])).last
        == "book.xlsx[Old]:1:1: warning: the sheet is hidden, and is not read; show it if it is meant to be read"
    )
    #expect(
      diagnostics(BookWriter([hidden])).first == """
        book.xlsx:1:1: error: no sheet of the workbook that is shown has a cell with text; fill one in, or take the file \
        away
        """)
  }

  @Test func `arms are filled into a sheet as a CSV file of its name`() throws {
    let (book, names) = whole()
    let files =
      Folder().inputFiles.filter { !names.contains($0.name) } + [
        InputFile(name: "book.xlsx", bytes: book.bytes)
      ]
    let filled = TeamTables(files: files).filled(with: [try #require(TeamID("RB")): .control])
    #expect(filled.map(\.name) == ["teams.csv"])
    #expect(
      String(decoding: filled[0].bytes, as: UTF8.self)
        == "team_id,team_name,site_id,network,approved,arm\nRA,Ashford team,SA,North,yes,visit\nRB,Burley team,SB,South,yes,control\n"
    )
  }
}
