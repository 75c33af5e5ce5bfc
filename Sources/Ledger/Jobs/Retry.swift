/// When a job that failed for a passing reason is tried again.
public enum Retry {
  /// The seconds between a failed try and the next: after the first, the second and the third.
  public static let pauses: [Int64] = [30, 60, 120]

  /// How often a job is tried before it is held.
  public static var limit: Int { pauses.count + 1 }

  /// The seconds to wait after try number `tries`, from 1; `nil` when it was the last.
  public static func pause(after tries: Int) -> Int64? {
    pauses.indices.contains(tries - 1) ? pauses[tries - 1] : nil
  }
}
