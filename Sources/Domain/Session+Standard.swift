extension Session {
  /// The agenda of a visit where programme.yaml gives none: most of a day together around the host's meeting.
  public static let standardAgenda: [Session] = [
    standard("welcome", "Introduction by the host team", 30, first: true),
    standard("mdt", "Observation of the MDT meeting", nil),
    standard("counterparts", "Role-to-role conversations", 45),
    standard("mdt_discussion", "How the MDT meeting works", 45, after: "mdt"),
    standard("audit_data", "Audit data", 45),
    standard("patient_experience", "Patient experience survey", 45),
    standard(
      "lunch", "Lunch", 45,
      between: ClockWindow(start: .constant(11, 30), end: .constant(14, 30))),
    standard("improvement_plan", "Summary and improvement plan", 60, last: true),
  ].compactMap { $0 }

  private static func standard(
    _ id: String, _ title: String, _ minutes: Int?, first: Bool = false, last: Bool = false,
    after: String? = nil, between: ClockWindow? = nil
  ) -> Session? {
    SessionID(id).map {
      Session(
        id: $0, title: title, minutes: minutes.map(Minutes.init), isFirst: first, isLast: last,
        after: after.flatMap { SessionID($0) }, between: between)
    }
  }
}
