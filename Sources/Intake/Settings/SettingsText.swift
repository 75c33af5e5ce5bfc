/// Values as programme.yaml writes them.
enum SettingsText {
  /// A number without needless decimals.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  /// A number, or null.
  static func number(_ value: Double?) -> String { value.map { number($0) } ?? "null" }

  /// A whole number, or null.
  static func number(_ value: Int?) -> String { value.map { String($0) } ?? "null" }

  /// A text in double quotes, whatever is in it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// A list on one line.
  static func list(_ words: some Sequence<String>) -> String { "[" + words.joined(separator: ", ") + "]" }
}
