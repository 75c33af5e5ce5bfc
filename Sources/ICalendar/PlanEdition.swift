public import Domain

/// Which publication of a plan a calendar shows: its texts say so, and with it whether a subscription is out of date.
public struct PlanEdition: Sendable, Equatable {
  /// The release's number, from 1.
  public let number: Int
  /// The day on which it was published.
  public let issued: Day

  /// The release of that number, published on a day.
  public init(number: Int, issued: Day) {
    self.number = number
    self.issued = issued
  }

  /// As in `Plan 7, issued Wed 3 Mar 2027.`
  public var words: String { "Plan \(number), issued \(issued.inWords)." }
}
