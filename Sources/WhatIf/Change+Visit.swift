public import Domain

extension Change {
  /// Whether the change asks of `visit`, as it stands, that it does not stay where it is: a day that it is kept from
  /// anyway, or is on already, moves nothing.
  public func moves(_ visit: Visit) -> Bool {
    switch event {
    case .notBefore(let id, let day): id == visit.id && visit.date < day
    case .notOn(let id, let from, let until): id == visit.id && (from...max(from, until)).contains(visit.date)
    case .moveTo(let id, let day): id == visit.id && visit.date != day
    case .cancel(let id): id == visit.id
    case .withdraw(let team): ([visit.host] + visit.visitors).contains(team)
    case .away, .join: false
    }
  }
}
