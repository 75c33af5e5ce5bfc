import GRDB

extension LedgerTransaction {
  /// Takes out what `rule` no longer keeps, and writes into the audit how much; nothing at all leaves no line.
  ///
  /// Of a rollback's sources the plan goes like any other: what is to be brought back must be among the newest.
  /// Throws `invalidValue` where the rule would keep less than nothing.
  public func prune(_ rule: RetentionRule) throws -> Pruned {
    guard rule.logDays >= 0, rule.plans >= 1, rule.contentDays >= 0 else {
      throw LedgerError.invalidValue("retention keeps 0 or more days, and at least one plan")
    }
    let pruned = Pruned(
      logs: try pruneLogs(endedBefore: at.adding(seconds: -86_400 * Int64(rule.logDays))),
      plans: try prunePlans(keeping: rule.plans),
      contents: try pruneContents(receivedBefore: at.adding(seconds: -86_400 * Int64(rule.contentDays))))
    guard pruned != Pruned(logs: 0, plans: 0, contents: 0) else { return pruned }
    try note(
      .pruned,
      details: [
        LedgerCell("logs", String(pruned.logs)), LedgerCell("plans", String(pruned.plans)),
        LedgerCell("contents", String(pruned.contents)),
      ])
    return pruned
  }

  private func pruneLogs(endedBefore moment: Timestamp) throws -> Int {
    // A held job still waits for somebody to read its log.
    try database.execute(
      sql: """
        DELETE FROM job_logs
        WHERE job IN (SELECT id FROM jobs WHERE state <> 'held' AND ended_at < ?)
        """, arguments: [moment.milliseconds])
    return database.changesCount
  }

  private func prunePlans(keeping count: Int) throws -> Int {
    try database.execute(
      sql: """
        UPDATE releases SET plan = NULL
        WHERE plan IS NOT NULL AND state = 'published' AND number <= (
          SELECT max(number) FROM releases AS newest
          WHERE newest.programme = releases.programme AND newest.state = 'published') - ?
        """, arguments: [count])
    return database.changesCount
  }

  /// Contents that some input still speaks with stay: one whose rows are current, whose reply is the last, or that
  /// came not long ago.
  private func pruneContents(receivedBefore moment: Timestamp) throws -> Int {
    try database.execute(
      sql: """
        UPDATE inputs SET content_pruned_at = ?1
        WHERE fate = 'accepted' AND content_pruned_at IS NULL AND sha256 NOT IN (
          SELECT sha256 FROM inputs AS living
          WHERE fate = 'accepted' AND (
            received_at >= ?2
            OR EXISTS (SELECT 1 FROM rows WHERE since_input = living.sequence AND until_input IS NULL)
            OR sequence IN (
              SELECT input FROM replies
              WHERE id IN (SELECT max(id) FROM replies GROUP BY programme, visit, team))))
        """, arguments: [at.milliseconds, moment.milliseconds])
    try database.execute(
      sql: """
        DELETE FROM contents WHERE sha256 NOT IN (
          SELECT sha256 FROM inputs WHERE fate = 'accepted' AND content_pruned_at IS NULL)
        """)
    return database.changesCount
  }
}
