/// A worker's lines, followed as they come into the file that another machine writes.
struct ReplyFile {
  private let folder: WorkFolder
  private let most: Int
  private var offset = 0
  private var messages: WorkMessages

  /// The reply in `folder`, of at most `most` bytes in all.
  init(_ folder: WorkFolder, most: Int) {
    self.folder = folder
    self.most = most
    messages = WorkMessages(most: most)
  }

  /// Takes what has come since the last look.
  mutating func look(_ progress: (WorkProgress) -> Void) -> WorkMessages.Heard? {
    while true {
      let bytes = folder.bytes(of: .reply, from: offset, most: 1 << 20)
      guard !bytes.isEmpty else { return nil }
      offset += bytes.count
      if let heard = messages.take(bytes, progress) { return heard }
      if offset > most { return .tooMuch }
    }
  }
}
