import CGLPK

/// Collects what the solver would have written on the terminal.
///
/// Without a log the same text is swallowed: nothing ever reaches stdout.
public final class MessageLog {
  /// Everything written so far.
  public private(set) var text = ""

  /// An empty log.
  public init() {}

  /// Adds a line of one's own.
  func note(_ sentence: String) {
    text += sentence + "\n"
  }

  fileprivate func append(_ piece: String) {
    text += piece
  }
}

/// The terminal hook of the current thread's environment.
enum Terminal {
  /// From here on the solver's output on this thread goes to `log`, or nowhere.
  ///
  /// The log must outlive the hook: call `release` before it can go.
  static func capture(into log: MessageLog?) {
    guard let log else {
      glp_term_hook({ _, _ in 1 }, nil)
      return
    }
    glp_term_hook(
      { info, piece in
        if let info, let piece {
          Unmanaged<MessageLog>.fromOpaque(info).takeUnretainedValue().append(String(cString: piece))
        }
        return 1
      }, Unmanaged.passUnretained(log).toOpaque())
  }

  /// Back to silence: the hook that swallows needs no object.
  static func release() {
    capture(into: nil)
  }
}
