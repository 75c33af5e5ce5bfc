import Domain

extension TinyProgramme {
  /// A listed room for a third of the meetings, of whatever size it is; with dice of their own.
  static func addMeetingRooms(to programme: inout Programme, seed: Int) {
    var dice = Dice(seed)
    for index in programme.meetings.indices where dice.oneIn(3) {
      guard let site = programme.team(programme.meetings[index].team)?.site else { continue }
      let rooms = programme.rooms.filter { $0.site == site }.map(\.id)
      if !rooms.isEmpty { programme.meetings[index].room = dice.pick(rooms) }
    }
  }
}
