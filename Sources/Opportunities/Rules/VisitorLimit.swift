import Domain

/// At most `max_visitors` travel.
enum VisitorLimit {
  static let rule = Rule.visitorLimit

  /// Whether `visitors` people may travel where `limit` are allowed; `nil` allows any number.
  static func admits(_ visitors: Int, limit: Int?) -> Bool { limit.map { visitors <= $0 } ?? true }
}
