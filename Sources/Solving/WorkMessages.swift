import Foundation

/// The lines of a worker, put together from what arrives of them.
struct WorkMessages {
  /// Bytes that a line may have.
  let most: Int
  private var pending: [UInt8] = []

  init(most: Int) { self.most = most }

  /// What a worker has said, once there is nothing more to listen to.
  enum Heard: Sendable {
    case reply(WorkReply)
    /// Its output ended, or could not be read any further.
    case nothing(readError: String?)
    case tooMuch
    case garbled
  }

  /// Takes what arrived next, and hands on the progress in it; answers what is the end of listening, if it is in there.
  mutating func take(_ bytes: [UInt8], _ progress: (WorkProgress) -> Void) -> Heard? {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      pending += rest[..<end]
      rest = rest[(end + 1)...]
      guard pending.count <= most else { return .tooMuch }
      guard let message = try? JSONDecoder().decode(WorkMessage.self, from: Data(pending)) else {
        return .garbled
      }
      switch message {
      case .progress(let made): progress(made)
      case .reply(let reply): return .reply(reply)
      }
      pending.removeAll()
    }
    pending += rest
    return pending.count > most ? .tooMuch : nil
  }
}
