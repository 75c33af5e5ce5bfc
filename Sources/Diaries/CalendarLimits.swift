/// What is too much for a calendar; each limit is refused by name.
public struct CalendarLimits: Sendable, Hashable {
  /// Bytes of the file.
  public var bytes = 32 << 20
  /// Bytes of one property that is read, unfolded. Those that are dropped may have any length.
  public var lineBytes = 64 << 10
  /// Components within each other; a calendar needs three.
  public var depth = 8
  /// Components in all.
  public var components = 100_000
  /// Properties that are read, in all.
  public var properties = 2_000_000
  /// Dates and periods in lists (RDATE, EXDATE, FREEBUSY), in all.
  public var listed = 200_000
  /// Steps of working out repetitions: about one for each day, month or time that a rule makes one look at.
  public var steps = 2_000_000
  /// Events and repetitions inside the window.
  public var occurrences = 100_000
  /// Faults that are told; the rest are counted.
  public var faults = 100

  /// Limits that no calendar of a person has been seen to reach; they keep a hostile file to a few seconds.
  public static let standard = CalendarLimits()

  /// The standard limits, to be changed.
  public init() {}
}
