import Domain

/// A change of a published visit.
struct Move {
  /// The hours it was published for.
  let left: Interval
  /// Whether date or start changed.
  let isMoved: Bool
  /// Whether somebody else leads it.
  let isLedAnew: Bool
  /// Who was to lead it.
  let formerLeader: FacilitatorID?
  /// When and with whom it was published, in words.
  let formerly: String

  /// The change of `visit`; `nil` where it was not published or stays as it was.
  init?(of visit: ExaminedVisit) {
    guard let row = visit.facts.publishedRow(of: visit.visit.id), let left = row.interval else { return nil }
    self.left = left
    isMoved = left.start != visit.visit.interval.start
    isLedAnew = row.facilitator != visit.visit.facilitator
    formerLeader = row.facilitator
    guard isMoved || isLedAnew else { return nil }
    let leader = row.facilitator.map { " with \(visit.facts.register.name(of: $0))" } ?? ""
    formerly = "for \(left.start.clock) on \(Words.date(left.start.day))\(leader)"
  }
}
