import Spool
import Testing

@Suite struct SettleWatchTests {
  @Test func aFileIsReadyWhenItHasBeenTheSameForTheSettleTime() throws {
    var watch = SettleWatch()
    let file = try seen()
    #expect(watch.observe([file], at: 0).isEmpty)
    #expect(watch.observe([file], at: 4_999_999_999).isEmpty)
    #expect(watch.observe([file], at: 5_000_000_000) == [.file(file)])
  }

  @Test func whatIsReadyIsSaidUntilItIsGone() throws {
    var watch = SettleWatch(settle: 5)
    let file = try seen()
    _ = watch.observe([file], at: 0)
    #expect(watch.observe([file], at: 5).count == 1)
    #expect(watch.observe([file], at: 6).count == 1)
    #expect(watch.observe([], at: 7).isEmpty)
    #expect(watch.watched == 0)
  }

  @Test(arguments: ["grows", "shrinks", "is touched", "is replaced", "is another kind"])
  func aChangeInBetweenStartsAnew(change: String) throws {
    var watch = SettleWatch(settle: 5)
    let before = try seen()
    let after: Sighting =
      switch change {
      case "grows": try seen(size: 11)
      case "shrinks": try seen(size: 9)
      case "is touched": try seen(modified: 2)
      case "is replaced": try seen(inode: 8)
      default: try seen(kind: .pipe)
      }
    _ = watch.observe([before], at: 0)
    #expect(watch.observe([after], at: 4).isEmpty)
    #expect(watch.observe([after], at: 8).isEmpty)
    #expect(watch.observe([after], at: 9).map(\.sighting) == [after])
  }

  @Test func aChangeThatIsTakenBackStartsAnewToo() throws {
    var watch = SettleWatch(settle: 5)
    let file = try seen()
    _ = watch.observe([file], at: 0)
    _ = watch.observe([try seen(size: 11)], at: 3)
    #expect(watch.observe([file], at: 6).isEmpty)
    #expect(watch.observe([file], at: 11) == [.file(file)])
  }

  @Test func aFileThatVanishedStartsAnewWhenItIsBack() throws {
    var watch = SettleWatch(settle: 5)
    let file = try seen()
    _ = watch.observe([file], at: 0)
    _ = watch.observe([], at: 3)
    #expect(watch.observe([file], at: 6).isEmpty)
    #expect(watch.observe([file], at: 11) == [.file(file)])
  }

  @Test func anotherNameForTheFileMakesNoDifferenceToIt() throws {
    var watch = SettleWatch(settle: 5)
    _ = watch.observe([try seen(links: 1)], at: 0)
    #expect(watch.observe([try seen(links: 2)], at: 5).count == 1)
  }

  @Test func whatIsHandedOverIsReadyAtOnce() throws {
    var watch = SettleWatch()
    let file = try seen(place: .handedOver)
    #expect(watch.observe([file], at: 0) == [.file(file)])
  }

  @Test(arguments: [FileKind.folder, .link, .pipe, .device, .socket])
  func whatIsNoFileIsRefusedAfterTheSameTime(kind: FileKind) throws {
    var watch = SettleWatch(settle: 5)
    let thing = try seen(kind: kind)
    #expect(watch.observe([thing], at: 0).isEmpty)
    #expect(watch.observe([thing], at: 5) == [.refused(thing, .notAFile(kind))])
  }

  @Test func aClockThatWentBackStartsEverythingAnew() throws {
    var watch = SettleWatch(settle: 5)
    let file = try seen()
    _ = watch.observe([file], at: 100)
    #expect(watch.observe([file], at: 10).isEmpty)
    #expect(watch.observe([file], at: 14).isEmpty)
    #expect(watch.observe([file], at: 15).count == 1)
  }

  @Test func aFileThatTurnedOutToBeUnderWayStartsAnew() throws {
    var watch = SettleWatch(settle: 5)
    let file = try seen()
    _ = watch.observe([file], at: 0)
    _ = watch.observe([file], at: 5)
    watch.unsettle(file)
    #expect(watch.observe([file], at: 6).isEmpty)
    #expect(watch.observe([file], at: 11).count == 1)
  }

  /// 300 files, each written in pieces with pauses below the settle time, seen every second or so: none is ready
  /// before the settle time has passed since its last piece.
  @Test func ofSlowWritersNoneIsReadyEarly() throws {
    var dice = UInt64(42)
    func roll(_ sides: UInt64) -> Int64 {
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((dice >> 33) % sides)
    }
    let second: Int64 = 1_000_000_000
    var writes: [[(at: Int64, size: Int64)]] = []
    for _ in 0..<300 {
      var at = roll(20) * second
      var size: Int64 = 0
      writes.append(
        (0...roll(30)).map { _ in
          at += 1 + roll(UInt64(5 * second - 1))
          size += 1 + roll(700_000)
          return (at, size)
        })
    }
    var watch = SettleWatch()
    var done: Set<Int> = []
    var now: Int64 = 0
    while done.count < 300 {
      var scan: [Sighting] = []
      for (index, pieces) in writes.enumerated() where !done.contains(index) {
        guard let last = pieces.last(where: { $0.at <= now }) else { continue }
        scan.append(try seen("f\(index)", size: last.size, modified: last.at))
      }
      for ready in watch.observe(scan, at: now) {
        let index = try #require(Int(ready.sighting.name.shown.dropFirst()))
        let last = try #require(writes[index].last)
        #expect(ready.sighting.status.size == last.size)
        #expect(now - last.at >= 5 * second)
        done.insert(index)
      }
      now += second / 2 + roll(UInt64(second))
    }
    #expect(now < 400 * second)
  }

  private func seen(
    _ name: String = "teams.csv", place: Sighting.Place = .dropped, kind: FileKind = .regular,
    size: Int64 = 10,
    modified: Int64 = 1, inode: UInt64 = 7, links: UInt64 = 1
  ) throws -> Sighting {
    Sighting(
      programme: try Scratch.name("ilcop"), place: place, name: FileName(name),
      status: FileStatus(kind: kind, size: size, modified: modified, inode: inode, device: 1, links: links))
  }
}
