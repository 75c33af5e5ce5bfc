import Domain

/// The name under which rows remember the file that they came from.
enum SourceName {
  /// The file's name without its folder, its ending and the number that a browser or Windows adds to a second copy, as
  /// in `diaries (1).csv`; in lower case, since file systems differ in whether that matters.
  static func of(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? name[..<$0] : nil } ?? name[...]
    let whole = String(stem).lowercased().onOneLine
    let bare = whole.replacing(#/ ?\([0-9]{1,3}\)$/#, with: "")
    return bare.isEmpty ? whole : bare
  }
}
