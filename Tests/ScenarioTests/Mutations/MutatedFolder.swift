/// A programme's files while they are being spoilt, and what was done to them.
struct MutatedFolder {
  private(set) var files: [String: [UInt8]]
  /// What was done, a line each.
  private(set) var story: [String] = []
  private var dice: Dice

  init(_ files: [String: [UInt8]], dice: Dice) {
    self.files = files
    self.dice = dice
  }

  /// The names of all files, sorted.
  var names: [String] { files.keys.sorted() }
  /// The names of the tables, sorted.
  var tables: [String] { names.filter { $0.hasSuffix(".csv") } }

  /// Spoils one thing.
  mutating func mutate() {
    switch dice.below(100) {
    case ..<35: changeCells()
    case ..<57: changeShape()
    case ..<62: changeFiles()
    case ..<69: changeBytes()
    default: changeSettings()
    }
  }

  // MARK: - For the kinds of mutation

  mutating func below(_ count: Int) -> Int { dice.below(count) }
  mutating func one<Value>(of values: [Value]) -> Value? { dice.one(of: values) }
  mutating func chance(_ percent: Int) -> Bool { dice.chance(percent) }
  mutating func shuffled<Value>(_ values: [Value]) -> [Value] { values.shuffled(using: &dice) }

  mutating func note(_ line: String) { story.append(line) }

  mutating func set(_ name: String, _ bytes: [UInt8]?) { files[name] = bytes }

  /// Changes a table as a sheet.
  mutating func edit(_ name: String, _ change: (inout Sheet) -> Void) {
    guard let bytes = files[name] else { return }
    var sheet = Sheet(bytes)
    change(&sheet)
    files[name] = sheet.bytes
  }
}
