/// How much work the search for best days may take, counted in steps and not by the clock, so that the same programme
/// has the same options everywhere.
///
/// Ordinary days take some hundred steps. Where an agenda of many sessions in any order meets rooms that are too
/// small for all who would come, there can be more than anybody wants to wait for. Then a search ends with the best
/// day found so far, once it has found one, and says so.
public final class SearchEffort {
  /// Steps of all searches so far.
  public private(set) var spent = 0
  private var atBegin = 0
  private var allowance = SearchEffort.day

  /// Steps of one day, as long as the programme is not used up: half a second or so.
  private static let day = 4_000_000
  /// Steps of all days of a programme: some seconds. After them each day has the least.
  private static let programme = 40_000_000
  private static let least = 20_000

  /// No work done yet.
  public init() {}

  /// Begins the search of a day.
  func begin() {
    atBegin = spent
    allowance = max(Self.least, min(Self.day, Self.programme - spent))
  }

  /// Counts `steps`; a step is a tenth of a microsecond or two.
  @inline(__always)
  func count(_ steps: Int) { spent += steps }

  /// Whether the day has had what it may take.
  @inline(__always)
  var isOver: Bool { spent - atBegin > allowance }
}
