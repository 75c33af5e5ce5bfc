/// What is counted and used up while one calendar is read.
struct ReadingTally {
  var counts = CalendarCounts()
  var times: RuleTimes
  /// Dates and periods in lists so far.
  var listed = 0

  init(limits: CalendarLimits) { times = RuleTimes(steps: limits.steps) }
}
