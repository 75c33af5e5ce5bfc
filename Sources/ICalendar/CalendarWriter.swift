import CLibical
import Domain

/// Writes calendars as RFC 5545 asks, and as Outlook, Thunderbird, Google and Apple read them.
///
/// METHOD is PUBLISH where there is an organiser, and absent otherwise: RFC 5546 section 3.2.1 asks PUBLISH for
/// an ORGANIZER in every event, and strict readers refuse a file that breaks it. There are no alarms: a reader
/// sets their own.
struct CalendarWriter {
  /// The zone of every local time.
  let zone: ZoneDefinition
  /// DTSTAMP and LAST-MODIFIED.
  let stamp: CalendarStamp
  /// Who organises, and how much is told.
  let publish: PublishSettings
  /// What release it is of; `nil` for a plan that is not published.
  let edition: PlanEdition?

  private static let productID = "-//counterpart//counterpart//EN"
  private static let refreshSeconds: Int32 = 12 * 3600

  /// The calendar of that title and those events.
  func bytes(title: String, events: [CalendarEvent]) -> [UInt8] {
    let calendar = CalendarComponent(ICAL_VCALENDAR_COMPONENT)
    calendar.add(icalproperty_new_version("2.0"))
    calendar.add(icalproperty_new_prodid(Self.productID))
    calendar.add(icalproperty_new_calscale("GREGORIAN"))
    if organiser != nil { calendar.add(icalproperty_new_method(ICAL_METHOD_PUBLISH)) }
    calendar.add(icalproperty_new_name(title))
    calendar.add("X-WR-CALNAME", title)
    if let edition {
      calendar.add(icalproperty_new_description(edition.words))
      calendar.add("X-WR-CALDESC", edition.words)
    }
    calendar.add("X-WR-TIMEZONE", zone.identifier)
    let refresh = icalproperty_new_refreshinterval(icaldurationtype_from_int(Self.refreshSeconds))
    calendar.add(refresh, icalparameter_new_value(ICAL_VALUE_DURATION))
    calendar.add("X-PUBLISHED-TTL", "PT12H")
    calendar.adopt(zoneComponent())
    for event in events { calendar.adopt(component(of: event)) }
    return calendar.bytes
  }

  private func zoneComponent() -> CalendarComponent {
    let component = CalendarComponent(ICAL_VTIMEZONE_COMPONENT)
    component.add(icalproperty_new_tzid(zone.identifier))
    for observance in zone.observances { component.adopt(part(of: observance)) }
    return component
  }

  private func part(of observance: Observance) -> CalendarComponent {
    let part = CalendarComponent(
      observance.isDaylight ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT)
    part.add(icalproperty_new_dtstart(time(observance.onset)))
    part.add(icalproperty_new_tzoffsetfrom(Int32(observance.from)))
    part.add(icalproperty_new_tzoffsetto(Int32(observance.to)))
    if let rule = observance.rule {
      part.add(icalproperty_new_rrule(icalrecurrencetype_from_string(rule.text)))
    }
    for onset in observance.furtherOnsets {
      part.add(
        icalproperty_new_rdate(
          icaldatetimeperiodtype(time: time(onset), period: icalperiodtype_null_period())))
    }
    return part
  }

  private func component(of event: CalendarEvent) -> CalendarComponent {
    let component = CalendarComponent(ICAL_VEVENT_COMPONENT)
    component.add(icalproperty_new_uid(event.uid))
    component.add(icalproperty_new_dtstamp(stampTime))
    component.add(icalproperty_new_lastmodified(stampTime))
    component.add(icalproperty_new_sequence(Int32(clamping: event.sequence)))
    switch event.time {
    case .timed(let interval):
      component.add(icalproperty_new_dtstart(time(interval.start)), icalparameter_new_tzid(zone.identifier))
      component.add(icalproperty_new_dtend(time(interval.end)), icalparameter_new_tzid(zone.identifier))
    case .allDay(let day):
      component.add(icalproperty_new_dtstart(date(day)))
      component.add(icalproperty_new_dtend(date(day.advanced(by: 1))))
    }
    component.add(icalproperty_new_summary(event.summary))
    if let location = event.location { component.add(icalproperty_new_location(location)) }
    if let place = event.coordinates {
      component.add(icalproperty_new_geo(icalgeotype(lat: place.latitude, lon: place.longitude)))
    }
    if !event.description.isEmpty {
      component.add(icalproperty_new_description(event.description.joined(separator: "\n")))
    }
    if let category = event.category.title { component.add(icalproperty_new_categories(category)) }
    if event.namesPeople { component.add(icalproperty_new_class(ICAL_CLASS_PRIVATE)) }
    if let parent = event.parent { component.add(icalproperty_new_relatedto(parent)) }
    if let organiser {
      let name = organiser.name.isEmpty ? nil : icalparameter_new_cn(organiser.name)
      component.add(icalproperty_new_organizer("mailto:\(organiser.address)"), name)
    }
    addState(of: event, to: component)
    return component
  }

  private func addState(of event: CalendarEvent, to component: borrowing CalendarComponent) {
    switch event.status {
    case .tentative: component.add(icalproperty_new_status(ICAL_STATUS_TENTATIVE))
    case .confirmed: component.add(icalproperty_new_status(ICAL_STATUS_CONFIRMED))
    case .cancelled: component.add(icalproperty_new_status(ICAL_STATUS_CANCELLED))
    }
    let blocks = event.blocks && event.status != .cancelled
    component.add(icalproperty_new_transp(blocks ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT))
    let busy = event.status == .tentative ? "TENTATIVE" : "BUSY"
    component.add("X-MICROSOFT-CDO-BUSYSTATUS", blocks ? busy : "FREE")
  }

  /// Who invites: the address and the name, which may be empty; not told in feeds that say no more than busy.
  private var organiser: (address: String, name: String)? {
    guard publish.detail != .busy, let address = CalendarText.address(publish.organiserEmail) else {
      return nil
    }
    return (address, CalendarText.parameter(publish.organiserName))
  }

  private var stampTime: icaltimetype {
    icaltime_from_timet_with_zone(stamp.secondsSince1970, 0, icaltimezone_get_utc_timezone())
  }

  private func date(_ day: Day) -> icaltimetype {
    var time = icaltime_null_time()
    let (year, month, date) = day.civil
    time.year = Int32(year)
    time.month = Int32(month)
    time.day = Int32(date)
    time.is_date = 1
    return time
  }

  private func time(_ moment: Moment) -> icaltimetype {
    var time = date(moment.day)
    time.is_date = 0
    time.hour = Int32(moment.minuteOfDay / 60)
    time.minute = Int32(moment.minuteOfDay % 60)
    return time
  }
}
