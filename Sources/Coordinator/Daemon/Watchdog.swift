/// Tells the service manager again and again that the daemon is not stuck, and says nothing while it is.
public struct Watchdog: Sendable {
  private let notice: ServiceNotice
  private let seconds: Double

  /// Speaks by way of `notice` every so many seconds.
  public init(notice: ServiceNotice, seconds: Double) {
    self.notice = notice
    self.seconds = seconds
  }

  /// Asks `isAlive` before each word, until the task is cancelled. A daemon that is stuck does not answer, so nothing is
  /// said until it does.
  public func run(isAlive: () async -> Bool) async {
    while (try? await Task.sleep(for: .seconds(seconds))) != nil {
      if await isAlive() { notice.send("WATCHDOG=1") }
    }
  }
}
