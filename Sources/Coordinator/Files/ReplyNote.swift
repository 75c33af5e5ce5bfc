import Domain
import Solving

/// What the receipt says of teams' answers to dates: what is odd about them, and how to ask what a decline would change.
struct ReplyNote {
  /// The text, whole lines; empty where there is nothing to say.
  let text: String

  /// The note on `replies` to the `visits` of the newest release.
  init(_ replies: [TakeReply.Reply], to visits: [Visit]) {
    let known = Dictionary(visits.map { ($0.id.text, $0) }) { first, _ in first }
    var lines: [String] = []
    for reply in replies {
      guard let visit = known[reply.visit] else {
        lines.append(
          "\(reply.visit) is no visit of what is published; see visits.csv for its id, and send it again.")
        continue
      }
      if !([visit.host] + visit.visitors).contains(where: { $0.text == reply.team }) {
        lines.append(
          "\(reply.team) has no part in the visit \(reply.visit); correct the row, and send it again.")
      }
    }
    let declined = replies.filter { !$0.accepts && known[$0.visit] != nil }
    if !declined.isEmpty {
      lines.append(declined.map { "\($0.team) declines \($0.visit)" }.joined(separator: "; ") + ".")
      lines += [
        "Nothing moves by that. To see what would become of the schedule, drop a file what-if.job with",
        "these lines:", "", "job: what_if", "changes:",
      ]
      var asked: Set<String> = []
      for reply in declined where asked.insert(reply.visit).inserted {
        guard let date = known[reply.visit]?.date else { continue }
        lines.append("  - {id: \(reply.visit), change: not_on, value: \(date.iso)}")
      }
      lines.append("")
    }
    text = lines.map { $0 + "\n" }.joined()
  }
}
