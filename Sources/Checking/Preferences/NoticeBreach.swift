import Domain

/// Required people and facilitators for whom the date left or taken by a published visit is nearer than their
/// notice.
enum NoticeBreach: PreferenceCheck {
  static let preference = Preference.noticeBreach

  static func charges(in examination: Examination) -> [Charge] {
    let cost = Minutes(hours: examination.facts.settings.costs.noticeBreach)
    return examination.visits.flatMap { visit -> [Charge] in
      guard let move = Move(of: visit) else { return [] }
      return affected(by: move, visit).flatMap { owner, name, dates -> [Charge] in
        let notice = visit.facts.diaries.notice(of: owner)
        let days = dates.map { visit.settings.today.distance(to: $0) }.min() ?? notice
        guard days < notice else { return [] }
        return charge(
          cost,
          "\(name) hears of the change of \(visit.name) \(Words.count(max(0, days), "day")) ahead and needs "
            + "\(notice)")
      }
    }
  }

  /// Everybody who leaves or takes a date, with the dates.
  private static func affected(by move: Move, _ visit: ExaminedVisit)
    -> [(owner: DiaryOwner, name: String, dates: [Day])]
  {
    let (left, taken) = (move.left.start.day, visit.visit.date)
    var affected: [(owner: DiaryOwner, name: String, dates: [Day])] = []
    if move.isMoved {
      for presence in visit.presences ?? [] where presence.isRequiredMember {
        affected.append((presence.owner, presence.name, [left, taken]))
      }
    }
    let register = visit.facts.register
    if let former = move.formerLeader {
      let stays = former == visit.visit.facilitator
      if move.isMoved || !stays {
        affected.append((.facilitator(former), register.name(of: former), stays ? [left, taken] : [left]))
      }
    }
    if let leader = visit.visit.facilitator, move.isLedAnew {
      affected.append((.facilitator(leader), register.name(of: leader), [taken]))
    }
    return affected
  }
}
