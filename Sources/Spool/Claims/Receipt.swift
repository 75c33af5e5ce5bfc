/// What the daemon answers to a file, written beside it for people: UTF-8 with line ends that Notepad shows.
public struct Receipt: Hashable, Sendable {
  /// Which answer it is.
  public enum Kind: String, Hashable, Sendable {
    /// `NAME.receipt.txt`: what was read, and how.
    case receipt
    /// `NAME.why.txt`: why it was not.
    case why
  }

  /// Which answer it is.
  public let kind: Kind
  /// The text, without control characters.
  public let text: String

  /// An answer of lines that end with `\n`; control characters and marks that turn the direction of writing, as
  /// names of files may hold them, are left out.
  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = PlainText.lines(text)
  }

  /// The name of the receipt of the file `name`.
  public func name(beside name: FileName) -> FileName {
    FileName(bytes: name.bytes + Array(".\(kind.rawValue).txt".utf8))
  }

  var bytes: [UInt8] { Array(text.utf8) }

  /// The endings that names of receipts have and names of dropped files do not get.
  static let endings = [".receipt.txt", ".why.txt"]
  static let mode: UInt32 = 0o644
}

extension SpoolRoot {
  /// Writes the receipt of the file that was put away under `name`, in one step; one that is there is replaced.
  public func write(
    _ receipt: Receipt, beside name: FileName, as verdict: Verdict, of programme: ProgrammeName
  ) throws {
    try with(verdict.folder(of: programme)) { folder in
      try files.replace(
        Entry(folder, receipt.name(beside: name)), with: receipt.bytes, mode: Receipt.mode)
    }
  }
}
