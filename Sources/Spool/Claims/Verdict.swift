/// Where a dropped file ends.
public enum Verdict: String, Hashable, Sendable {
  /// It was read, and lies in `accepted` with a receipt.
  case accepted
  /// It was not, and lies in `rejected` with the reason.
  case rejected

  func folder(of programme: ProgrammeName) -> SpoolPlace {
    switch self {
    case .accepted: .accepted(programme)
    case .rejected: .rejected(programme)
    }
  }
}

/// How a claimed file was put away.
public struct Settled: Hashable, Sendable {
  /// What became of the entry in incoming.
  public enum Original: Hashable, Sendable {
    /// It is the file that was put away.
    case moved
    /// It had been replaced or deleted since; the private copy was put away, and what is in incoming now is nothing
    /// that was claimed.
    case replaced
    /// It cannot be moved, for this reason in the operating system's words. The private copy was put away, and the
    /// original is noted, so that it is not taken again.
    case stuck(String)
  }

  /// The name under which it lies in `accepted` or `rejected`, and to which its receipt belongs.
  public let name: FileName
  /// What became of the entry in incoming.
  public let original: Original
}

/// How something that was not claimed was put away.
public enum PutAside: Hashable, Sendable {
  /// It lies in `rejected` under this name.
  case moved(FileName)
  /// It cannot be moved, for this reason in the operating system's words; noted, so that it is not refused again.
  case stuck(String)
  /// It was replaced or deleted meanwhile; nothing was done.
  case gone
}
