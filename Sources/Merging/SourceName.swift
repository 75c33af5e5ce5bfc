import Domain
import Intake

/// The name under which rows remember the file that they came from.
enum SourceName {
  /// The file's name without its folder, its ending and the number of a second copy; in lower case, since file systems
  /// differ in whether that matters.
  static func of(_ file: String) -> String {
    FileKind.withoutCopyNumber(FileKind.stem(of: file).lowercased().onOneLine)
  }
}
