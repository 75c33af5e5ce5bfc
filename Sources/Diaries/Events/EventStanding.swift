import Domain

/// Whether an event takes its owner's time.
enum EventStanding: Hashable {
  /// Called off; takes no time, and takes the place of what it calls off.
  case cancelled
  /// Marked as free.
  case free
  /// Takes time.
  case busy(AvailabilityStatus)

  /// What the properties of an event say. Outlook's own word comes first, being the most exact; then TRANSP; then
  /// STATUS.
  init(_ event: CalendarComponent, isCancelling: Bool) {
    let status = event.word(.status)
    if isCancelling || status == "CANCELLED" {
      self = .cancelled
      return
    }
    let outlook = event.word(.outlookStatus) ?? event.word(.outlookIntended)
    switch outlook {
    case "FREE", "WORKINGELSEWHERE": self = .free
    case "TENTATIVE": self = .busy(.ifNeeded)
    case "BUSY", "OOF": self = .busy(.unavailable)
    default:
      if event.word(.transparency) == "TRANSPARENT" {
        self = .free
      } else {
        self = .busy(status == "TENTATIVE" ? .ifNeeded : .unavailable)
      }
    }
  }

  /// What FBTYPE and BUSYTYPE say; what is not known is busy (RFC 5545 section 3.2.9).
  init(busyType: String?) {
    switch busyType?.uppercased() {
    case "FREE": self = .free
    case "BUSY-TENTATIVE": self = .busy(.ifNeeded)
    default: self = .busy(.unavailable)
    }
  }
}
