/// Why something that was dropped is not even opened, or not read.
public enum Refusal: Hashable, Sendable {
  /// It is not a file but this.
  case notAFile(FileKind)
  /// It is larger than may be, both in bytes; a sparse file counts with its holes.
  case tooLarge(size: Int64, limit: Int64)
  /// The daemon may not read it.
  case unreadable

  /// What is wrong and what to do, for a project manager.
  public var sentence: String {
    switch self {
    case .notAFile(.folder):
      "This is a folder, and folders are not taken. Put the files themselves here, or send the folder as a .zip file."
    case .notAFile(.link):
      "This is a link to a file, and links are not followed. Put the file itself here."
    case .notAFile(let kind):
      "This is not a file but a \(Self.word(kind)), which cannot be read safely. Put an ordinary file here."
    case .tooLarge(let size, let limit):
      "This file is too large: \(Self.mebibytes(size)) MiB, where at most \(limit >> 20) MiB are taken. Send "
        + "it in several files with the same header, or as a .zip file."
    case .unreadable:
      "This file may not be read by the program that takes the files. Give everybody the right to read it, and "
        + "put it here again."
    }
  }

  private static func word(_ kind: FileKind) -> String {
    switch kind {
    case .regular: "file"
    case .folder: "folder"
    case .link: "link"
    case .pipe: "named pipe"
    case .device: "device"
    case .socket: "socket"
    }
  }

  /// Rounded up, so that what is above a limit never reads as the limit itself.
  private static func mebibytes(_ size: Int64) -> Int64 { (size - 1) >> 20 + 1 }
}
