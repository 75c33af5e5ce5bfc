import Domain
import Synchronization

extension OpportunityTable {
  /// The options of several visits, teams by index, as if they were asked for one after another; on all cores.
  ///
  /// What a search may take depends on what those before it took. So each visit is looked at ahead, with all that there
  /// is, and what is found counts where it would have had as much in its turn; else it is looked at again then. Nobody
  /// looks ahead any more once all is used up.
  public func options(
    of visits: [(host: Int, visitors: [Int])], rivals: Rivals, effort: SearchEffort
  ) -> [[Option]] {
    let limits = effort.limits
    let spent = Mutex(effort.spent)
    let ahead = visits.concurrentMap { visit -> (options: [Option], steps: Int)? in
      guard spent.withLock({ $0 < limits.programme }) else { return nil }
      let own = SearchEffort(limits)
      let options = options(host: visit.host, visitors: visit.visitors, rivals: rivals, effort: own)
      spent.withLock { $0 += own.spent }
      return (options, own.spent)
    }
    return zip(visits, ahead).map { visit, ahead in
      if let ahead, effort.leavesAll(to: ahead.steps) {
        effort.count(ahead.steps)
        return ahead.options
      }
      return options(host: visit.host, visitors: visit.visitors, rivals: rivals, effort: effort)
    }
  }
}
