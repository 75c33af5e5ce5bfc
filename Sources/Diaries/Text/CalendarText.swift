/// A file's bytes as the calendars in it, or what is wrong with them.
struct CalendarText {
  let bytes: [UInt8]
  let limits: CalendarLimits
  let findings: CalendarFindings

  /// The VCALENDARs in the order of the file; with errors in the findings, what could be made of them.
  func calendars() -> [CalendarComponent] {
    guard isText() else { return [] }
    var lines = ContentLines(bytes, longest: limits.lineBytes)
    var builder = ComponentBuilder(limits: limits, findings: findings)
    reading: while let next = lines.next() {
      switch next {
      case .line(let line):
        if !builder.take(line) { break reading }
      case .tooLong(let line):
        findings.error(
          line: line, "this line is longer than \(limits.lineBytes) bytes",
          "export the calendar again, over fewer years")
      case .valueless(let line):
        findings.error(line: line, "this property has no value", "export the calendar again")
      }
      if findings.isFull { break }
    }
    let calendars = builder.finish()
    if let first = lines.strays.first {
      let others = lines.strays.count - 1
      findings.warning(
        line: first,
        others == 0
          ? "this line is no property of a calendar"
          : "this line and \(others) more are no properties of a calendar",
        "nothing of them was read; a text with line breaks that were not folded looks like this")
    }
    return calendars
  }

  /// Whether the bytes can be a calendar's text; what they are instead goes into the findings.
  private func isText() -> Bool {
    if bytes.count > limits.bytes {
      findings.error(
        line: 1, "this calendar has \(bytes.count) bytes; at most \(limits.bytes) are read",
        "export fewer years, or leave attachments out")
      return false
    }
    let head = bytes.prefix(64)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(16).contains(0) {
      findings.error(
        line: 1, "this calendar is written in UTF-16 or is no text at all", "save it as UTF-8 (.ics)")
      return false
    }
    return true
  }
}

/// Puts lines together to components.
private struct ComponentBuilder {
  let limits: CalendarLimits
  let findings: CalendarFindings
  private var open: [(name: String, component: CalendarComponent)] = []
  private var calendars: [CalendarComponent] = []
  private var components = 0
  private var properties = 0
  private var hasSaidOutside = false

  init(limits: CalendarLimits, findings: CalendarFindings) {
    self.limits = limits
    self.findings = findings
  }

  /// Takes one line; `false` where it makes no sense to go on.
  mutating func take(_ line: ContentLine) -> Bool {
    switch line.property {
    case .begin: return begin(line)
    case .end: return end(line)
    default:
      guard let last = open.indices.last else {
        if !hasSaidOutside {
          findings.error(
            line: line.line, "this stands outside of any calendar", "export the calendar again")
          hasSaidOutside = true
        }
        return true
      }
      if open[last].component.kind == .other { return true }
      properties += 1
      guard properties <= limits.properties else {
        findings.error(
          line: line.line, "this calendar has more than \(limits.properties) properties to read",
          "export fewer years")
        return false
      }
      if !open[last].component.add(line) {
        findings.error(
          line: line.line, "\(line.property.rawValue) stands here a second time, with another value",
          "delete the event and enter it again, then export the calendar")
      }
      return true
    }
  }

  private mutating func begin(_ line: ContentLine) -> Bool {
    components += 1
    guard components <= limits.components else {
      findings.error(
        line: line.line, "this calendar has more than \(limits.components) parts", "export fewer years")
      return false
    }
    guard open.count < limits.depth else {
      findings.error(
        line: line.line, "more than \(limits.depth) components stand within each other here",
        "export the calendar again")
      return false
    }
    let name = line.value.uppercased()
    var kind = ComponentKind(rawValue: name) ?? .other
    // Only where they belong: what stands in a task is the task's.
    switch (open.last?.component.kind, kind) {
    case (nil, .calendar), (.calendar?, .event), (.calendar?, .freeBusy), (.calendar?, .availability),
      (.calendar?, .zone), (.zone?, .standard), (.zone?, .daylight), (.availability?, .available),
      (_, .other):
      break
    case (.calendar?, .calendar):
      findings.error(
        line: line.line, "a calendar begins within another", "export the calendar again: the file is damaged")
      return false
    case (_, .event):
      findings.error(
        line: line.line, "an event begins within something else, or outside of any calendar",
        "export the calendar again: the file is damaged")
      return false
    default: kind = .other
    }
    open.append((name, CalendarComponent(kind: kind, line: line.line)))
    return true
  }

  private mutating func end(_ line: ContentLine) -> Bool {
    guard let last = open.popLast(), last.name == line.value.uppercased() else {
      findings.error(
        line: line.line, "this ends something that was not begun",
        "export the calendar again: the file is damaged")
      return false
    }
    close(last.component)
    return true
  }

  private mutating func close(_ component: CalendarComponent) {
    guard component.kind != .other else { return }
    if let parent = open.indices.last {
      open[parent].component.children.append(component)
    } else {
      calendars.append(component)
    }
  }

  /// The calendars, after the last line.
  mutating func finish() -> [CalendarComponent] {
    if let last = open.last, !findings.hasErrors {
      findings.error(
        line: last.component.line, "what begins here has no end: the file is cut off",
        "export the calendar again")
    }
    if calendars.isEmpty, !findings.hasErrors {
      findings.error(
        line: 1, "there is no calendar in this file", "export the calendar as iCalendar (.ics)")
    }
    return calendars
  }
}
