/// How much work the search for best days may take, counted in steps and not by the clock, so that the same programme
/// has the same options everywhere.
///
/// Ordinary days take some hundred steps. Where an agenda of many sessions in any order meets rooms that are too
/// small for all who would come, there can be more than anybody wants to wait for. Then a search ends with the best
/// day found so far, once it has found one, and says so.
public final class SearchEffort {
  /// What there is in all.
  struct Limits: Sendable {
    /// Steps of one day.
    var day: Int
    /// Steps of all days, after which each has only the least.
    var programme: Int
    /// Steps that each day has whatever is used up.
    var least: Int
    /// Steps of one search of a crowded day before it begins to remember the states that it has been in, which is not
    /// worth it in a small one.
    var patience: Int
  }

  /// Steps of all searches so far.
  public private(set) var spent = 0
  let limits: Limits
  private var atBegin = 0
  private var allowance: Int

  /// No work done yet, and so many steps to come: of one `day` (half a second or so) as long as the `programme` is not
  /// used up (some seconds); after that each day has the `least`. After `patience` steps a search remembers its states:
  /// the same answer, sooner.
  public convenience init(
    day: Int = 4_000_000, programme: Int = 40_000_000, least: Int = 20_000, patience: Int = 256
  ) {
    self.init(Limits(day: day, programme: programme, least: least, patience: patience))
  }

  /// No work done yet.
  init(_ limits: Limits) {
    self.limits = limits
    allowance = limits.day
  }

  /// Whether each day of searches that take so many steps would have, after what is spent, as much as any may have.
  func leavesAll(to steps: Int) -> Bool { spent + steps + limits.day <= limits.programme }

  /// Begins the search of a day.
  func begin() {
    atBegin = spent
    allowance = max(limits.least, min(limits.day, limits.programme - spent))
  }

  /// Counts `steps`; a step is a tenth of a microsecond or two.
  @inline(__always)
  func count(_ steps: Int) { spent += steps }

  /// Whether the day has had what it may take.
  @inline(__always)
  var isOver: Bool { spent - atBegin > allowance }
}
