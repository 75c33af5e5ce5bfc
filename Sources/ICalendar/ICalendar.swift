// ICalendar: a plan to calendars.
