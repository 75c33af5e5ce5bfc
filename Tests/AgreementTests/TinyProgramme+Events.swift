import Domain

extension TinyProgramme {
  /// Learning events in a quarter of the programmes, at times that meet those of visits; with dice of their own.
  static func addEvents(to programme: inout Programme, seed: Int) {
    var dice = Dice(seed)
    guard dice.oneIn(4) else { return }
    let days = Array(programme.settings.visitsFrom...programme.settings.visitsTo)
    for index in 0..<dice.roll(1...2) {
      guard let id = EventID("E\(index)") else { continue }
      let options = (0..<dice.roll(1...3)).map { _ in
        let start = dice.pick(days).number * 1440 + dice.roll(17...24) * 30
        return Interval(start: Moment(minute: start), end: Moment(minute: start + 60 * dice.roll(1...5)))
      }
      programme.settings.events.append(LearningEvent(id: id, title: "Event \(index)", options: options))
    }
  }
}
