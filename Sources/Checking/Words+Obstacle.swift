import Domain

extension Words {
  /// What keeps somebody away, as in `Clinical lead, Bolton is unavailable 09:00–12:00 on 12 May 2027`.
  static func obstacle(_ name: String, _ piece: Diaries.Piece?) -> String {
    guard let piece else { return "\(name) gives no days for visits" }
    switch piece.cause {
    case .lateClinic(let notice):
      return "\(name) is in clinic \(dated(piece.interval)), too late to give it up "
        + "(\(count(notice, "day")) of notice)"
    case .notOffered: return "\(name) offers no time \(dated(piece.interval))"
    case .noDiary: return "\(name) has sent no diary"
    case .event(let title): return "\(name) is at \(title) \(dated(piece.interval))"
    case .row, .open: return "\(name) is \(piece.status.word) \(dated(piece.interval))"
    }
  }
}
