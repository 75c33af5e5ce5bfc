/// What a cell of the column `_remove` says.
enum RemovalWord {
  case yes, no

  /// `nil` where nobody can tell.
  init?(_ text: String) {
    switch text.lowercased() {
    case "", "no", "n", "false", "0": self = .no
    case "yes", "y", "true", "1": self = .yes
    default: return nil
    }
  }
}
