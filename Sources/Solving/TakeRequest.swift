public import Foundation

/// What a worker needs to take one dropped file into a programme.
public struct TakeRequest: Codable, Sendable {
  /// The programme's rows as they are now, in any order.
  public var rows: [Row]

  /// A row as it is stored: texts only.
  public struct Row: Codable, Hashable, Sendable {
    /// The table's file name.
    public var table: String
    /// What names the row in its table.
    public var key: String
    /// Which file it came from.
    public var source: String
    /// The text of each column.
    public var cells: [String]

    /// A row.
    public init(table: String, key: String, source: String, cells: [String]) {
      self.table = table
      self.key = key
      self.source = source
      self.cells = cells
    }
  }

  /// A request; the dropped file is the one file of the work request.
  public init(rows: [Row]) { self.rows = rows }
}

/// What a dropped file is and does, as the worker read it; the parent applies it to its own rows or not at all.
public struct TakeReply: Codable, Sendable {
  /// What the file does to the rows: each row at most once, removals first.
  public var changes: [Step]
  /// What to tell whoever sent it, as plain text.
  public var receipt: String
  /// What an order asks for; `nil` where the file is none.
  public var order: Order?
  /// What teams answered.
  public var replies: [Reply]
  /// A whatif.csv, well formed; `nil` where the file is none.
  public var question: Data?
  /// Whether the file itself may be kept; not so somebody's calendar.
  public var keepsContent = true
  /// How the programme stands with the file; `nil` where the file is no part of it.
  public var standing: Standing?
  /// `publish: quiet_seconds` of the programme with the file; `nil` where no programme.yaml has come.
  public var quietSeconds: Int?

  /// One step.
  public enum Step: Codable, Hashable, Sendable {
    case insert(TakeRequest.Row)
    case replace(TakeRequest.Row)
    case remove(TakeRequest.Row)
  }

  /// Whether the programme can be planned.
  public enum Standing: Codable, Equatable, Sendable {
    case complete
    /// It waits, a sentence for each thing.
    case incomplete(awaited: [String])
    /// Its files contradict each other.
    case contradictory(faults: [String], awaited: [String])
  }

  /// An answer of a team.
  public struct Reply: Codable, Hashable, Sendable {
    /// The visit's id as written.
    public var visit: String
    /// The team.
    public var team: String
    /// Whether it takes the date.
    public var accepts: Bool
    /// What it adds.
    public var note: String
  }

  /// What a file `*.job` asks for.
  public struct Order: Codable, Hashable, Sendable {
    /// The word of the key `job`.
    public var word: String
    /// The visits, by id as written.
    public var visits: [String] = []
    /// The release that is to come back.
    public var release: Int?
    /// The name of a file of changes that was sent beside it.
    public var changesFile: String?
    /// The changes that it holds itself, as a table like whatif.csv.
    public var changes: Data?
    /// The name of a feed.
    public var feed: String?
    /// Whether the feed's address is only taken away.
    public var onlyRevokes = false
    /// Why, for the record.
    public var reason: String?

    /// An order of this word alone.
    public init(word: String) { self.word = word }
  }
}
