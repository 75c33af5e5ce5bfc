public import Domain
import GRDB

extension LedgerTransaction {
  /// Records what teams answered, in the order given.
  func record(_ replies: [VisitReply], of programme: ProgrammeID, from input: InputSequence) throws {
    for reply in replies {
      guard reply.note.utf8.count <= 2000 else {
        throw LedgerError.invalidValue(
          "the note of a reply has at most 2,000 bytes; shorten that of \(reply.team) to \(reply.visit)")
      }
      try database.execute(
        sql: """
          INSERT INTO replies (programme, visit, team, answer, note, input) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          programme.text, reply.visit.text, reply.team.text, reply.answer.rawValue, reply.note, input.number,
        ])
      try note(
        .replyRecorded, programme: programme,
        details: [
          LedgerCell("visit", reply.visit.text), LedgerCell("team", reply.team.text),
          LedgerCell("answer", reply.answer.rawValue), LedgerCell("input", String(input.number)),
        ])
    }
  }
}

extension LedgerReading {
  /// The last answer of each team to each visit, with the input it came in, by visit and team in byte order.
  public func replies(of programme: ProgrammeID) throws -> [(reply: VisitReply, input: InputSequence)] {
    let sql = """
      SELECT visit, team, answer, note, input FROM replies
      WHERE id IN (SELECT MAX(id) FROM replies WHERE programme = ? GROUP BY visit, team)
      ORDER BY visit, team
      """
    return try query { database in
      try Row.fetchAll(database, sql: sql, arguments: [programme.text]).map { row in
        guard let answer = VisitReply.Answer(rawValue: row["answer"]),
          let visit = VisitID(stored: row["visit"])
        else {
          throw connection.damaged("a reply cannot be read")
        }
        let reply = VisitReply(
          visit: visit, team: try connection.identifier(row["team"]), answer: answer,
          note: row["note"])
        return (reply, InputSequence(row["input"]))
      }
    }
  }
}
