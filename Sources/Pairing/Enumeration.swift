/// Names in a sentence: all of them up to six, else the first five and the number of the rest.
func listed(_ names: [String]) -> String {
  guard names.count > 6 else { return names.joined(separator: ", ") }
  return names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more"
}

/// A number with its noun: "1 team", "12 teams".
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
