import Domain

extension LedgerConnection {
  /// The error for a value in the database that this program cannot have written.
  func damaged(_ reason: String) -> LedgerError {
    LedgerError.damaged(path: path, reason: reason)
  }

  /// Reads an id, which the database keeps as text.
  func identifier<Subject>(_ text: String) throws -> Identifier<Subject> {
    guard let identifier = Identifier<Subject>(text) else { throw damaged("'\(text)' is no id") }
    return identifier
  }

  /// Reads a digest.
  func digest(_ text: String) throws -> ContentDigest {
    guard let digest = ContentDigest(text) else { throw damaged("'\(text)' is no digest") }
    return digest
  }

  /// Reads an owner of feeds.
  func owner(kind: String, id: String) throws -> FeedOwner {
    guard let owner = FeedOwner(kind: kind, id: id) else {
      throw damaged("'\(kind) \(id)' owns no feed")
    }
    return owner
  }
}
