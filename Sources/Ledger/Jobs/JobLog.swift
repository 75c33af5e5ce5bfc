import GRDB

/// The log of a job: the newest of what it said, as much as fits.
enum JobLog {
  /// Bytes of UTF-8 that are kept.
  static let limit = 64 * 1024

  /// What stands at the top of a log whose beginning was left out.
  static let mark = "[the beginning was left out]\n"

  /// `log` with `text` added at its end; whole lines are left out at the beginning where it grows too long.
  static func adding(_ text: String, to log: String) -> String {
    let whole = log + text
    guard whole.utf8.count > limit else { return whole }
    let newest = Array(whole.utf8.suffix(limit - mark.utf8.count))
    let start =
      newest.dropLast().firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
      // One endless line: begin with a whole character.
      ?? newest.firstIndex { $0 & 0b1100_0000 != 0b1000_0000 } ?? newest.endIndex
    return mark + String(decoding: newest[start...], as: UTF8.self)
  }
}

extension LedgerTransaction {
  /// Adds `text` to the log of a job, whose newest 64 KiB are kept. Changes no state, so it leaves no line in the
  /// audit. Throws `unknownJob`.
  public func appendLog(of id: JobID, _ text: String) throws {
    _ = try record(id)
    try database.execute(
      sql: """
        INSERT INTO job_logs (job, text) VALUES (?, ?)
        ON CONFLICT (job) DO UPDATE SET text = excluded.text
        """,
      arguments: [id.number, JobLog.adding(text, to: try log(of: id))])
  }
}
