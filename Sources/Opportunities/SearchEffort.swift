/// How much work the search for best days may take, counted in steps and not by the clock, so that the same programme
/// has the same options everywhere.
///
/// Ordinary days take some hundred steps. Where an agenda of many sessions in any order meets rooms that are too
/// small for all who would come, there can be more than anybody wants to wait for. Then a search ends with the best
/// day found so far, once it has found one, and says so.
public final class SearchEffort {
  /// Steps of all searches so far.
  public private(set) var spent = 0
  private let day: Int
  private let programme: Int
  private let least: Int
  /// Steps of one search of a crowded day before it begins to remember the states that it has been in, which is not
  /// worth it in a small one.
  let patience: Int
  private var atBegin = 0
  private var allowance: Int

  /// No work done yet, and so many steps to come: of one `day` (half a second or so) as long as the `programme` is not
  /// used up (some seconds); after that each day has the `least`. After `patience` steps a search remembers its states:
  /// the same answer, sooner.
  public init(
    day: Int = 4_000_000, programme: Int = 40_000_000, least: Int = 20_000, patience: Int = 256
  ) {
    self.patience = patience
    self.day = day
    self.programme = programme
    self.least = least
    allowance = day
  }

  /// Begins the search of a day.
  func begin() {
    atBegin = spent
    allowance = max(least, min(day, programme - spent))
  }

  /// Counts `steps`; a step is a tenth of a microsecond or two.
  @inline(__always)
  func count(_ steps: Int) { spent += steps }

  /// Whether the day has had what it may take.
  @inline(__always)
  var isOver: Bool { spent - atBegin > allowance }
}
