/// Prices that prove a pairing best, for anybody to reckon again.
///
/// Let π be the price of a team, μ ≥ 0 that of an odd set S of teams, ν ≥ 0 that of a minute of the travel budget,
/// and w the score of a pair or trio. Whoever is paired how, minus the objective over the teams that were free to be
/// paired is at most
///
///     Σ π + Σ μ (|S| − 1) / 2 + ν · budget + trio + Σ max(0, w − Σ π of its teams − Σ μ − ν · minutes) over pairs
///         + Σ max(0, −unpaired price − π) over teams,
///
/// where Σ μ is over the sets that hold two of a pair's or trio's teams or more, and `trioPrice` is what that same
/// difference comes to for the best trio, or 0. Nothing has to be trusted but sums of whole numbers.
public struct DualProof: Sendable, Equatable, Codable {
  /// Prices are whole multiples of 2^−shift of 10⁻⁴ SD.
  public var shift: Int
  /// π of each team that was free to be paired, by id.
  public var teams: [TeamPrice]
  /// The odd sets with a price above 0.
  public var oddSets: [OddSetPrice]
  /// ν; `nil` without a travel budget.
  public var budgetPrice: Int?
  /// The trio's, 0 or more; 0 where none may be made.
  public var trioPrice: Int

  /// A proof.
  public init(shift: Int, teams: [TeamPrice], oddSets: [OddSetPrice], budgetPrice: Int?, trioPrice: Int) {
    self.shift = shift
    self.teams = teams
    self.oddSets = oddSets
    self.budgetPrice = budgetPrice
    self.trioPrice = trioPrice
  }

  /// π of one team.
  public struct TeamPrice: Sendable, Equatable, Codable {
    /// Whose.
    public var team: TeamID
    /// In units of 2^−shift of 10⁻⁴ SD.
    public var price: Int

    /// A price.
    public init(team: TeamID, price: Int) {
      self.team = team
      self.price = price
    }
  }

  /// μ of one odd set: of its teams, one at least has its partner outside or none.
  public struct OddSetPrice: Sendable, Equatable, Codable {
    /// An odd number of teams, by id.
    public var teams: [TeamID]
    /// In units of 2^−shift of 10⁻⁴ SD, above 0.
    public var price: Int

    /// A price.
    public init(teams: [TeamID], price: Int) {
      self.teams = teams
      self.price = price
    }
  }
}
