import CLibical
import Domain

/// Works out when a rule comes round; the one place that calls libical.
///
/// libical is bounded from three sides. It is never asked for a time after the range; where the rule is periodic it
/// begins right before the range, wherever the event began; and every step is paid for from one store, before it is
/// made.
struct RuleTimes {
  /// The steps that are left for the whole calendar.
  private(set) var stepsLeft: Int
  /// Whether a rule wanted more than was left.
  private(set) var isExhausted = false

  init(steps: Int) { stepsLeft = steps }

  /// Those times of the rule that lie in `range`, in order, not before `start`.
  ///
  /// With COUNT the rule is worked out from its beginning, and `start` counts as the first time even where the rule
  /// does not give it. UNTIL is the caller's, who knows the zones: `isOver` says whether a time is after it.
  mutating func times(
    of rule: RecurrenceRule, from start: WallTime, isDate: Bool, in range: Range<WallTime>,
    isOver: (WallTime) -> Bool
  ) throws(CalendarProblem) -> [WallTime] {
    guard start < range.upperBound else { return [] }
    var found: Set<WallTime> = []
    for strand in Self.strands(of: rule, from: start) where strand < range.upperBound {
      let times = try times(of: rule, strand: strand, isDate: isDate, in: range, isOver: isOver)
      found.formUnion(times.lazy.filter { $0 >= start && rule.admits($0.day) })
    }
    let sorted = found.sorted()
    guard let count = rule.count else { return sorted }
    // The event's own start is the first time, whether the rule gives it or not.
    return sorted.filter { $0 != start }.prefix(count - 1).filter { $0 >= range.lowerBound }
      + (range.contains(start) && found.contains(start) ? [start] : [])
  }

  /// A weekly rule is one rule for each of its days, beginning in the week of its start, and without a day of its own:
  /// where weeks do not begin on Monday or Sunday, libical takes the wrong ones of them.
  private static func strands(of rule: RecurrenceRule, from start: WallTime) -> [WallTime] {
    guard !rule.weekdays.isEmpty else { return [start] }
    func place(_ weekday: Int) -> Int { (weekday - rule.weekStart + 7) % 7 }
    let own = place(start.day.weekday.rawValue - 1)
    return rule.weekdays.map { start + (place($0) - own) * WallTime.day }
  }

  /// The times of one strand until the end of the range; with COUNT from its beginning, otherwise from the range on.
  private mutating func times(
    of rule: RecurrenceRule, strand: WallTime, isDate: Bool, in range: Range<WallTime>,
    isOver: (WallTime) -> Bool
  ) throws(CalendarProblem) -> [WallTime] {
    let begin =
      rule.count == nil ? Self.latestStart(of: rule, from: strand, before: range.lowerBound) : strand
    let search = RuleSearch(rule, from: begin, until: range.upperBound)
    // What is not searched in the end is not paid.
    try pay(search.most, isSure: false)
    try pay(search.beginning)
    let end = search.isEndless ? nil : range.upperBound
    guard let iterator = Self.iterator(rule, from: begin, isDate: isDate, until: end) else {
      try pay(search.priceOfNone)
      throw CalendarProblem(
        "this rule gives no date at all, or has parts that do not go together", RecurrenceRule.enterAgain)
    }
    defer { icalrecur_iterator_free(iterator) }
    var times: [WallTime] = []
    var last = begin
    while true {
      try pay(1)
      let next = Self.wall(icalrecur_iterator_next(iterator))
      try pay(search.price(from: last, to: next))
      guard let time = next, time < range.upperBound, !isOver(time) else { return times }
      last = time
      if rule.count != nil || time >= range.lowerBound { times.append(time) }
      // Days that `daysOfMonth` rule out are among these times still, and do not count.
      if let count = rule.count, rule.daysOfMonth.isEmpty, times.count >= count { return times }
    }
  }

  /// Takes `steps` from the store; where it is not sure that they will be made, only sees that they are there.
  private mutating func pay(_ steps: Int, isSure: Bool = true) throws(CalendarProblem) {
    guard steps <= stepsLeft else {
      isExhausted = true
      throw CalendarProblem(
        "the repetitions up to here take too long to work out",
        "end rules that repeat by the hour or the minute, or export fewer years")
    }
    if isSure { stepsLeft -= steps }
  }

  /// The last start not after `time` from which the rule gives the same times: a whole number of periods later. Months
  /// and years are not of one length, and few; they begin where they began.
  private static func latestStart(
    of rule: RecurrenceRule, from start: WallTime, before time: WallTime
  ) -> WallTime {
    guard let seconds = rule.frequency.seconds, start < time else { return start }
    let period = seconds * rule.interval
    return start + (time - start) / period * period
  }

  private static func iterator(
    _ rule: RecurrenceRule, from start: WallTime, isDate: Bool, until end: WallTime?
  ) -> OpaquePointer? {
    // What an earlier rule left there would make libical refuse this one.
    icalerror_clear_errno()
    var parsed = rule.text(from: start).withCString { icalrecurrencetype_from_string($0) }
    guard parsed.freq != ICAL_NO_RECURRENCE else { return nil }
    if let end { parsed.until = time(end, isDate: isDate) }
    return icalrecur_iterator_new(parsed, time(start, isDate: isDate))
  }

  private static func time(_ wall: WallTime, isDate: Bool) -> icaltimetype {
    var time = icaltime_null_time()
    let (year, month, day) = wall.day.civil
    time.year = Int32(year)
    time.month = Int32(month)
    time.day = Int32(day)
    time.is_date = isDate ? 1 : 0
    if !isDate {
      time.hour = Int32(wall.secondOfDay / 3600)
      time.minute = Int32(wall.secondOfDay / 60 % 60)
      time.second = Int32(wall.secondOfDay % 60)
    }
    return time
  }

  private static func wall(_ time: icaltimetype) -> WallTime? {
    guard icaltime_is_null_time(time) == 0,
      let day = Day(year: Int(time.year), month: Int(time.month), day: Int(time.day))
    else { return nil }
    if time.is_date != 0 { return WallTime(day: day) }
    return WallTime(day, hour: Int(time.hour), minute: Int(time.minute), second: Int(time.second))
  }
}
