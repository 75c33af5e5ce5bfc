public import Allocation
public import Domain

/// What an allocation writes and tells: allocation.csv, allocation.txt, pairs.csv and visiting_pairs.csv of
/// docs/formats.md.
///
/// Pure: the same terms, plan and answer give the same bytes.
public struct AllocationReport: Sendable {
  /// The files, sorted by name.
  public let files: [ReportFile]
  /// allocation.txt: all that is needed to draw again by hand.
  public let log: String
  /// How many pairs are in which arm, by stratum.
  public let summary: String

  /// The report of `answer`, which was drawn on these terms from the pairs of `plan`.
  public init(programme: Programme, plan: Plan, terms: AllocationTerms, answer: AllocationAnswer) {
    let log = AllocationLog(programme: programme, plan: plan, terms: terms, answer: answer)
    self.log = log.text
    summary = log.summary
    let visiting = Set(answer.allocated.filter { $0.arm == .visit }.map(\.unit.id))
    var visits = plan
    visits.pairs = plan.pairs.filter { visiting.contains($0.id) }
    files = [
      AllocationTable(programme: programme, answer: answer).file,
      ReportFile(name: "allocation.txt", bytes: Array(log.text.utf8)),
      PairsTable(plan: plan).file,
      ReportFile(name: "visiting_pairs.csv", bytes: PairsTable(plan: visits).file.bytes),
    ]
  }
}

/// On what terms an allocation was drawn, as the command line gave them.
public struct AllocationTerms: Sendable, Equatable {
  /// How many pairs were to visit.
  public var share: VisitingShare
  /// The column of teams.csv that strata are made of; `nil` for one stratum.
  public var column: String?
  /// Whether the pairs were given instead of made.
  public var pairsAreGiven: Bool
  /// Whether teams that were controls already stay so.
  public var keepsControls: Bool

  /// Terms.
  public init(
    share: VisitingShare = .half, column: String? = nil, pairsAreGiven: Bool = false,
    keepsControls: Bool = false
  ) {
    self.share = share
    self.column = column
    self.pairsAreGiven = pairsAreGiven
    self.keepsControls = keepsControls
  }
}
