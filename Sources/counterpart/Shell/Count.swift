/// Numbers of things, in words.
enum Count {
  /// As in `1 team` and `2 teams`.
  static func of(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
