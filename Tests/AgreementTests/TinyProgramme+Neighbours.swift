import Domain

extension TinyProgramme {
  /// Teams of one site, whose way to one another takes no time, in a fifth of the programmes, and a second meeting on
  /// the day of the first for some teams in another fifth; with dice of their own.
  static func addNeighbours(to programme: inout Programme, seed: Int) {
    var dice = Dice(seed)
    switch dice.roll(0...4) {
    case 0:
      for index in programme.teams.indices { programme.teams[index].site = programme.teams[0].site }
    case 1:
      var meetings: [Meeting] = []
      for meeting in programme.meetings {
        meetings.append(meeting)
        let start = meeting.end.minute + dice.pick([30, 60, 120])
        guard dice.oneIn(2), let from = ClockTime(minute: start), let to = ClockTime(minute: start + 30)
        else {
          continue
        }
        meetings.append(
          Meeting(
            team: meeting.team, weekday: meeting.weekday, start: from, end: to, frequency: meeting.frequency,
            firstDate: meeting.firstDate))
      }
      programme.meetings = meetings
    default: break
    }
  }
}
