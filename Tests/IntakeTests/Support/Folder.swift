import Domain
import Intake
import Testing

/// A programme's folder in memory: two teams, complete and without a single warning, to be changed by each test.
struct Folder {
  private(set) var files: [String: String] = [
    "programme.yaml": """
    id: pilot
    name: Pilot programme
    time_zone: Europe/London
    visits_from: 2027-01-11
    visits_to: 2027-07-09
    today: 2026-12-01
    pairing:
      indicators: [{id: seen, label: Seen by a nurse specialist, direction: higher, weight: 1}]

    """,
    "teams.csv": """
    team_id,team_name,site_id,network,approved,arm
    RA,Ashford team,SA,North,yes,visit
    RB,Burley team,SB,South,yes,visit

    """,
    "sites.csv": """
    site_id,site_name,postcode,latitude,longitude
    SA,Ashford Hospital,M23 9LT,,
    SB,Burley Hospital,,53.8,-1.55

    """,
    "people.csv": """
    person_id,team_id,name,role,email,deputy_for
    RA-lead,RA,Clinical lead RA,clinical_lead,lead@ra.example,
    RA-nurse,RA,Nurse specialist RA,nurse_specialist,,
    RA-coord,RA,Coordinator RA,mdt_coordinator,,
    RB-lead,RB,Clinical lead RB,clinical_lead,,
    RB-nurse,RB,Nurse specialist RB,nurse_specialist,,
    RB-coord,RB,Coordinator RB,mdt_coordinator,,

    """,
    "indicators.csv": """
    team_id,indicator,period,numerator,denominator,value,cases
    RA,seen,2023,180,200,,
    RB,seen,2023,,,0.75,160

    """,
    "mdt.csv": """
    team_id,weekday,start,end,frequency,first_date,room_id
    RA,Tuesday,09:00,11:00,weekly,,
    RB,Thursday,13:00,15:00,fortnightly,2027-01-14,

    """,
    "rooms.csv": """
    room_id,site_id,room_name,capacity
    SA-1,SA,Seminar room A,20
    SB-1,SB,Seminar room B,16

    """,
    "facilitators.csv": """
    facilitator_id,name,base,background
    F1,Facilitator 1,SA,clinical
    F2,Facilitator 2,LS1 3EX,non_clinical

    """,
  ]

  /// The day on which every test takes place.
  static let today = Day(iso: "2026-12-01") ?? Day(number: 0)

  /// The folder with the text of one file set, or the file taken away.
  func with(_ name: String, _ text: String?) -> Folder {
    var folder = self
    folder.files[name] = text
    return folder
  }

  /// The folder with lines added to a file.
  func adding(_ name: String, _ lines: String) -> Folder { with(name, (files[name] ?? "") + lines) }

  /// Its files, sorted by name.
  var inputFiles: [InputFile] {
    files.sorted { $0.key < $1.key }.map { InputFile(name: $0.key, text: $0.value) }
  }

  /// What the reader makes of it.
  func read() throws -> Admission { try ProgrammeReader.read(files: inputFiles, today: Folder.today) }

  /// Every diagnostic as it is printed, whether the programme is taken or not.
  var diagnostics: [String] {
    do {
      return try ProgrammeReader.read(files: inputFiles, today: Folder.today).warnings.map(\.description)
    } catch {
      return error.diagnostics.map(\.description)
    }
  }
}

/// Text with marks (①, ②, …) at the places where diagnostics are expected.
struct Marked {
  let text: String
  let places: [Character: (line: Int, column: Int)]

  init(_ marked: String) {
    var text = ""
    var places: [Character: (line: Int, column: Int)] = [:]
    var line = 1
    var column = 1
    for character in marked {
      if "①②③④⑤⑥⑦⑧⑨".contains(character) {
        places[character] = (line, column)
        continue
      }
      text.append(character)
      column += character.unicodeScalars.count
      if character.isNewline { (line, column) = (line + 1, 1) }
    }
    self.text = text
    self.places = places
  }
}

/// Expects exactly `expected` of the folder in which `file` has the marked text: each begins with its mark, or with
/// a whole position.
func expect(
  _ file: String, _ marked: String, in folder: Folder = Folder(), _ expected: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let source = Marked(marked)
  let wanted = expected.map { message in
    guard let mark = message.first, let place = source.places[mark] else { return message }
    return "\(file):\(place.line):\(place.column): " + message.dropFirst(2)
  }
  let found = folder.with(file, source.text).diagnostics
  #expect(found == wanted, sourceLocation: sourceLocation)
}
