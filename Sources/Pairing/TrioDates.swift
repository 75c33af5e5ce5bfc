/// On how many days a team can receive two others together, all by the row of each team in the matrices of a problem.
public struct TrioDates: Sendable {
  /// A number that is quick to find and never too small, of a host and its visitors.
  let atMost: @Sendable (_ host: Int, _ visitors: [Int]) -> Int
  /// The number itself.
  let exactly: @Sendable (_ host: Int, _ visitors: [Int]) -> Int

  /// The two ways of asking.
  public init(
    atMost: @escaping @Sendable (_ host: Int, _ visitors: [Int]) -> Int,
    exactly: @escaping @Sendable (_ host: Int, _ visitors: [Int]) -> Int
  ) {
    self.atMost = atMost
    self.exactly = exactly
  }
}
