import Foundation
import Synchronization
import Testing

@testable import Spool

@Suite(.timeLimit(.minutes(1))) struct WakeupTests {
  /// No timer could have woken: it comes once a day.
  private static let day = 86_400.0

  @Test func aDroppedFileWakes() async throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let wakeup = Wakeup(for: root, everySeconds: Self.day)
    defer { wakeup.stop() }
    var wakeups = wakeup.wakeups.makeAsyncIterator()
    await wakeups.next()
    #expect(wakeup.watching == .folders(3))
    try scratch.write("x", to: "incoming/ilcop/teams.csv")
    await wakeups.next()
    #expect(try SpoolScan(of: root).sightings.count == 1)
  }

  @Test func whatIsHiddenWakesNobody() async throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let wakeup = Wakeup(for: root, everySeconds: Self.day)
    var wakeups = wakeup.wakeups.makeAsyncIterator()
    await wakeups.next()
    // Among others a probe in every folder that is watched.
    try root.prepare(try Scratch.name("ilcop"))
    try scratch.write("x", to: "incoming/ilcop/.teams.csv.swp")
    try await Task.sleep(for: .milliseconds(100))
    wakeup.stop()
    #expect(await wakeups.next() == nil)
  }

  @Test func aFolderThatAppearsLaterIsWatchedToo() async throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let wakeup = Wakeup(for: root, everySeconds: Self.day)
    defer { wakeup.stop() }
    var wakeups = wakeup.wakeups.makeAsyncIterator()
    await wakeups.next()
    try root.prepare(try Scratch.name("later"))
    while wakeup.watching != .folders(5) { await wakeups.next() }
    try scratch.write("x", to: "incoming/later/tmp/sites.csv")
    try FileManager.default.moveItem(
      atPath: scratch.path + "/incoming/later/tmp/sites.csv",
      toPath: scratch.path + "/incoming/later/new/sites.csv")
    while try SpoolScan(of: root).sightings.isEmpty { await wakeups.next() }
  }

  @Test(arguments: [(EMFILE, "Too many open files"), (ENOSPC, "No space left on device")])
  func withoutInotifyTheTimerWakesAndItIsSaid(code: Int32, words: String) async throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    var inotify = Wakeup.Inotify()
    if code == EMFILE {
      inotify.start = {
        errno = EMFILE
        return -1
      }
    } else {
      inotify.add = { _, _ in
        errno = ENOSPC
        return -1
      }
    }
    let wakeup = Wakeup(for: root, everySeconds: 0.01, by: inotify)
    defer { wakeup.stop() }
    #expect(
      wakeup.watching
        == .timerOnly(
          "incoming folders cannot all be watched (\(words)), so that files are found by looking from time to "
            + "time; raise fs.inotify.max_user_watches or fs.inotify.max_user_instances with sysctl"))
    var wakeups = wakeup.wakeups.makeAsyncIterator()
    for _ in 0..<3 { await wakeups.next() }
  }

  @Test func stoppedTheStreamEnds() async throws {
    let scratch = try Scratch()
    let wakeup = Wakeup(for: try scratch.prepared(), everySeconds: Self.day)
    var wakeups = wakeup.wakeups.makeAsyncIterator()
    await wakeups.next()
    wakeup.stop()
    wakeup.stop()
    #expect(await wakeups.next() == nil)
  }
}
