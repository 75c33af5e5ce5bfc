import Domain
import Intake
import Testing

/// What is the same in every table: headers, rows, keys, and the text of cells.
@Suite struct TableFormTests {
  @Test func headersComeInAnyOrderAndCase() throws {
    let folder = Folder().with(
      "sites.csv",
      """
      Postcode, SITE_NAME ,Site_ID,longitude,latitude
      M23 9LT,Ashford Hospital,SA,,
      ,Burley Hospital,SB,-1.55,53.8

      """
    )
    #expect(try folder.read().programme == Folder().read().programme)
  }

  @Test func aTableMayBeSplitOverFilesOfAnyName() throws {
    let folder = Folder()
      .with("sites.csv", "site_id,site_name,postcode\nSA,Ashford Hospital,M23 9LT\n")
      .with("more.csv", "site_id,site_name,latitude,longitude\nSB,Burley Hospital,53.8,-1.55\n")
    #expect(try folder.read().programme == Folder().read().programme)
  }

  @Test func theOrderOfFilesAndRowsDoesNotMatter() throws {
    let folder = Folder().adding("travel.csv", "from_site,to_site,minutes\nSA,SB,60\nSB,SA,62\n")
      .adding("closures.csv", "date_from,date_to,scope,reason\n2027-03-01,,RA,b\n2027-03-01,,all,a\n")
    let straight = try folder.read()
    let turned = folder.inputFiles.reversed().map { file in
      guard file.name.hasSuffix(".csv") else { return file }
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      let text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
      return InputFile(name: file.name, text: text)
    }
    #expect(try ProgrammeReader.read(files: turned, today: Folder.today).programme == straight.programme)
  }

  @Test func anUnknownColumnIsNamedWithItsNearestNeighbour() {
    expect(
      "sites.csv",
      "site_id,site_name,①post_code,latitude,longitude,②parking\nSA,A,,53.4,-2.3,free\nSB,B,,53.8,-1.55,\n",
      [
        "①:warning: sites.csv has no column 'post_code'; write 'postcode' if that is meant",
        "②:warning: sites.csv has no column 'parking'; it is not read; take it away if it is not needed",
      ])
  }

  @Test func columnsThatKeepApartAndTheDaemonsOwnAreKnown() {
    let folder = Folder().with(
      "programme.yaml",
      "id: p\nname: P\ntime_zone: UTC\nvisits_from: 2027-01-11\nvisits_to: 2027-07-09\n"
        + "pairing: {indicators: [{id: seen}], keep_apart: [Region]}\n")
    expect(
      "teams.csv", "team_id,team_name,site_id,region,_remove\nRA,A,SA,N,\nRB,B,SB,S,no\n", in: folder, [])
  }

  @Test func aRowToBeRemovedIsRefusedWhereNothingIs() {
    expect(
      "sites.csv",
      "site_id,site_name,postcode,_remove\nSA,Ashford Hospital,M23 9LT,①yes\nSB,Burley Hospital,BD1 1AA,no\n",
      [
        """
        ①:error: the row is to be removed, and here nothing is; delete the row; the daemon alone removes rows, of the \
        tables that it puts together
        """
      ])
  }

  @Test func aMissingColumnIsNamedWithWhatComesNearest() {
    expect(
      "mdt.csv", "①team,weekday,start,end\nRA,Tuesday,09:00,11:00\n",
      ["①:error: mdt.csv lacks the column 'team_id'; add the column"])
    expect(
      "mdt.csv", "team_id,①week_day,start,end\nRA,Tuesday,09:00,11:00\n",
      ["①:error: mdt.csv lacks the column 'weekday'; rename 'week_day' if that is meant, or add the column"])
    expect(
      "timetable.csv", "①team_id,weekday,start\nRA,Friday,09:00\n",
      ["①:error: the table looks like mdt.csv and lacks the column 'end'; add the column"])
  }

  @Test func aTableThatCannotBeToldNamesWhatItResembles() {
    expect(
      "extra.csv", "①site_id,colour\nSA,red\n",
      [
        """
        ①:error: no table is known with the columns of this header; complete the header; it resembles teams.csv \
        (lacks team_id and team_name), sites.csv (lacks site_name) or rooms.csv (lacks room_id, room_name and capacity)
        """
      ])
    expect(
      "extra.csv", "①colour,taste\nred,sour\n",
      [
        """
        ①:error: no table is known with the columns of this header; name the columns as docs/formats.md \
        does, or take the file away
        """
      ])
  }

  @Test func aColumnTwiceIsAnError() {
    expect(
      "sites.csv", "site_id,site_name,postcode,①Postcode\nSA,A,M23 9LT,\nSB,B,LS1 3EX,\n",
      ["①:error: the column 'postcode' stands here again, after column 3; keep one of the two"])
  }

  @Test func aColumnWithCellsAndNoNameIsNotRead() {
    expect(
      "sites.csv", "site_id,site_name,postcode,,\nSA,A,M23 9LT,,\nSB,B,LS1 3EX,①x,\n",
      ["①:warning: column 4 has cells but no name in the header; name it, or take the cells away"])
  }

  @Test func blankRowsAreNoRows() throws {
    let folder = Folder().adding("sites.csv", ",,,,\n  ,\n\n")
    #expect(folder.diagnostics == [])
  }

  @Test func aShortRowIsBlankAtItsEndUnlessSomethingRequiredIsMissing() {
    expect(
      "sites.csv", "site_id,site_name,postcode,latitude,longitude\n①SA,A,M23 9LT\nSB,B,,53.8,-1.55\n",
      [
        """
        ①:warning: the row has 3 cells and the header 5; the missing cells are read as blank; fill them in \
        if they are not
        """
      ])
    expect(
      "mdt.csv", "team_id,weekday,start,end\n①RA,Tuesday,09:00②\nRB,Thursday,13:00,15:00\n",
      [
        "①:error: the row has 3 cells and the header 4; add the missing cells, or commas for blank ones",
        "②:error: end is blank; fill it in, or take the row away",
      ])
  }

  @Test func aLongRowIsAnErrorUnlessTheRestIsBlank() {
    expect(
      "sites.csv", "site_id,site_name,postcode\nSA,A,M23 9LT,,\nSB,B,LS1 3EX,①more\n",
      [
        """
        ①:error: the row has 4 cells and the header 3; put a cell that has commas in quotes, or take the \
        surplus cells away
        """
      ])
  }

  @Test func aFileWithSemicolonsIsReadAndSaidToBe() throws {
    let folder = Folder().with(
      "sites.csv", "site_id;site_name;latitude;longitude\nSA;A;53,4;-2,3\nSB;B, west;53.8;-1.55\n")
    #expect(
      folder.diagnostics == [
        "sites.csv:1:1: warning: read as UTF-8 with semicolons; save it as 'CSV UTF-8' if letters or cells come out wrong"
      ])
    let sites = try folder.read().programme.sites
    #expect(sites.map(\.name) == ["A", "B, west"])
    #expect(sites.map(\.location.coordinates.latitude) == [53.4, 53.8])
  }

  @Test func aCommaThatMayMeanThousandsIsRefusedWithBothReadings() {
    expect(
      "sites.csv",
      "site_id;site_name;latitude;longitude\nSA;A;①53,448;-0,123\nSB;B;②53.800;③-1,55,\n",
      [
        "1:1: warning: read as UTF-8 with semicolons; save it as 'CSV UTF-8' if letters or cells come out wrong",
        "①:error: '53,448' may be 53.4480 or 53448; write 53.4480 with its last zero, or 53448",
        "②:error: '53.800' may be 53.8000 or 53800; write 53.8000 with its last zero, or 53800",
        "③:error: '-1,55,' is no number; write digits with a point before the decimals",
      ].map { $0.hasPrefix("1:1") ? "sites.csv:" + $0 : $0 })
  }

  @Test func twoRowsOfOneKeyMustAgree() {
    expect(
      "rooms.csv",
      "room_id,site_id,room_name,capacity\nSA-1,SA,A,20\nSB-1,SB,B,16\n①SA-1,SA,A,21\n②SB-1,SB,B,16\n",
      [
        """
        ①:error: room_id SA-1 stands in line 2 of rooms.csv too, with different values; keep one of the \
        two rows
        """,
        "②:warning: the row repeats line 3 of rooms.csv; take one of the two away",
      ])
  }

  @Test func theOtherRowOfAKeyMayBeInAnotherFile() {
    expect(
      "sites-2.csv", "site_id,site_name,postcode\n①SA,Ashford,M23 9LT\n",
      [
        // Files are read by name, so the row of sites.csv is the second.
        """
        sites.csv:2:1: error: site_id SA stands in line 2 of sites-2.csv too, with different values; keep \
        one of the two rows
        """
      ])
  }

  @Test func keysOfSeveralColumnsAreNamedInFull() {
    expect(
      "mdt.csv",
      """
      team_id,weekday,start,end
      RA,Tuesday,09:00,11:00
      RB,Thursday,13:00,15:00
      ①RB,thu,13:00,16:00
      RB,Thursday,16:00,17:00

      """,
      [
        """
        ①:error: team_id RB, weekday thu, start 13:00 stands in line 3 of mdt.csv too, with different \
        values; keep one of the two rows
        """
      ])
  }

  @Test func controlCharactersAreNoPartOfACell() {
    expect(
      "sites.csv", "site_id,site_name,postcode\nSA,①\"Ash\nford\",M23 9LT\nSB,Bur②\u{1B}ley,③L\u{202E}S1\n",
      [
        "①:error: site_name holds the control character U+000A; write the cell on one line, without it",
        "②:error: the control character 0x1B stands in the text; take it away",
        "③:error: 'L S1' is no postcode; write it as 'M23 9LT', or fill in latitude and longitude",
        "③:error: postcode holds the control character U+202E; write the cell on one line, without it",
      ])
  }

  @Test func anIdentifierHasFortyOfAFewCharacters() {
    let long = String(repeating: "x", count: 41)
    let advice = "use 1 to 40 of the letters A-Z and a-z, digits, '.', '_' and '-'"
    expect(
      "rooms.csv",
      """
      room_id,site_id,room_name,capacity
      ①Room A,SA,A,20
      ②\(long),SB,B,9
      ③,SA,C,3

      """,
      [
        "①:error: 'Room A' is no room id; \(advice)", "②:error: '\(long)' is no room id; \(advice)",
        "③:error: room_id is blank; fill it in, or take the row away",
      ])
  }

  @Test func aThousandFindingsOfAFileAreEnough() {
    let rows = (1...1500).map { "R\($0),\($0 % 2 == 0 ? "SA" : "SB"),Room,0\n" }.joined()
    let found = Folder().with("rooms.csv", "room_id,site_id,room_name,capacity\n" + rows).diagnostics
    #expect(found.count == 1001)
    #expect(found[0] == "rooms.csv:2:12: error: capacity is 0, outside 1 to 10000; correct the number")
    #expect(
      found[1000]
        == "rooms.csv:1001:15: error: 500 more findings in this file are not shown; correct the others first")
  }
}
