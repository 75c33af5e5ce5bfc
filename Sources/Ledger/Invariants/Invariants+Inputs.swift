import Foundation
import GRDB

extension Invariants {
  static let inputs = [
    Invariant(
      """
      SELECT 'input ' || sequence || ' is accepted and its contents are not there' FROM inputs
      WHERE fate = 'accepted' AND content_pruned_at IS NULL
        AND sha256 NOT IN (SELECT sha256 FROM contents) ORDER BY sequence
      """),
    Invariant(
      """
      SELECT 'input ' || sequence || ' has ' || size || ' bytes and its contents have ' || length(bytes)
      FROM inputs JOIN contents USING (sha256)
      WHERE fate = 'accepted' AND size <> length(bytes) ORDER BY sequence
      """),
    Invariant(
      """
      SELECT 'contents ' || sha256 || ' belong to no accepted input' FROM contents
      WHERE sha256 NOT IN (SELECT sha256 FROM inputs WHERE fate = 'accepted') ORDER BY sha256
      """),
    Invariant(
      """
      SELECT 'input ' || i.sequence || ' is said to be input ' || i.again_of || ' again and is not'
      FROM inputs AS i JOIN inputs AS first ON first.sequence = i.again_of
      WHERE (first.programme, first.sha256, first.fate) <> (i.programme, i.sha256, i.fate) ORDER BY i.sequence
      """),
    Invariant(
      """
      SELECT 'reply ' || replies.id || ' came with input ' || input || ', which is not an accepted one of its programme'
      FROM replies JOIN inputs ON inputs.sequence = input
      WHERE inputs.fate <> 'accepted' OR inputs.programme <> replies.programme ORDER BY replies.id
      """),
  ]

  static let rows = [
    Invariant(
      """
      SELECT DISTINCT 'row ''' || a.key || ''' of ' || a.part || ' in ' || a.programme || ' stands twice at input '
        || max(a.since_input, b.since_input)
      FROM rows AS a JOIN rows AS b USING (programme, part, key, source)
      WHERE a.id < b.id
        AND a.since_input < ifnull(b.until_input, 9223372036854775807)
        AND b.since_input < ifnull(a.until_input, 9223372036854775807)
      """),
    Invariant(
      """
      SELECT 'row ''' || rows.key || ''' of ' || part || ' follows from input ' || sequence
        || ', which is not an accepted one of ' || rows.programme
      FROM rows JOIN inputs ON sequence = since_input OR sequence = until_input
      WHERE inputs.fate <> 'accepted' OR inputs.programme <> rows.programme
      """),
  ]

  /// The contents whose bytes are not those of their digest.
  static func contents(in database: Database, hashing: ContentHash) throws -> [String] {
    var sentences: [String] = []
    let cursor = try Row.fetchCursor(database, sql: "SELECT sha256, bytes FROM contents ORDER BY sha256")
    while let row = try cursor.next() {
      let text: String = row["sha256"]
      if hashing(Array(row["bytes"] as Data)).text != text {
        sentences.append("the bytes of contents \(text) are not those of that digest")
      }
    }
    return sentences
  }
}
