import Domain

extension SettingsSection {
  /// Reads a decimal number into `target`.
  func read(_ key: String, _ range: ClosedRange<Double>, into target: inout Double) {
    if let number = value(key)?.decimal(range) { target = number }
  }

  /// Reads a decimal number, or null for no limit, into `target`.
  func read(_ key: String, _ range: ClosedRange<Double>, into target: inout Double?) {
    guard let value = value(key) else { return }
    if value.isNull { target = nil } else if let number = value.decimal(range) { target = number }
  }

  /// Reads a whole number into `target`.
  func read(_ key: String, _ range: ClosedRange<Int>, into target: inout Int) {
    if let number = value(key)?.whole(range) { target = number }
  }

  /// Reads a whole number, or null for no limit, into `target`.
  func read(_ key: String, _ range: ClosedRange<Int>, into target: inout Int?) {
    guard let value = value(key) else { return }
    if value.isNull { target = nil } else if let number = value.whole(range) { target = number }
  }

  /// Reads whole minutes into `target`.
  func read(_ key: String, _ range: ClosedRange<Int>, into target: inout Minutes) {
    read(key, range, into: &target.count)
  }

  /// Reads whole minutes, or null for no limit, into `target`.
  func read(_ key: String, _ range: ClosedRange<Int>, into target: inout Minutes?) {
    var count = target?.count
    read(key, range, into: &count)
    target = count.map(Minutes.init)
  }

  /// Reads one of a list of words into `target`.
  func read<Word: RawRepresentable<String> & CaseIterable>(_ key: String, into target: inout Word) {
    if let word = value(key)?.word(Word.self) { target = word }
  }

  /// Reads a time of day into `target`.
  func read(_ key: String, into target: inout ClockTime) {
    if let time = value(key)?.time() { target = time }
  }

  /// Reads a text that may be blank into `target`.
  func read(_ key: String, into target: inout String) {
    if let text = value(key)?.textOrBlank() { target = text }
  }

  /// Reads true or false into `target`.
  func read(_ key: String, into target: inout Bool) {
    if let flag = value(key)?.flag() { target = flag }
  }
}
