import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("The lock of a state folder")
struct LockTests {
  let scratch = Scratch()

  @Test("A second ledger on the same folder is refused with the process that holds it")
  func second() throws {
    let ledger = try scratch.open()
    #expect(throws: OpeningRefusal.held(folder: scratch.folder.path, process: getpid())) {
      _ = try scratch.open()
    }
    #expect(try ledger.check() == [])
    try ledger.close()
    _ = try scratch.open()
  }

  @Test("The lock goes with the ledger, also where nobody closed it")
  func forgotten() throws {
    do { _ = try scratch.open() }
    _ = try scratch.open()
  }

  @Test("Another process that holds the folder is respected, and ours is by it")
  func process() throws {
    try scratch.open().close()
    let held = Process()
    held.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    held.arguments = [scratch.folder.lock, "sh", "-c", "echo held; read line"]
    let (input, output) = (Pipe(), Pipe())
    held.standardInput = input
    held.standardOutput = output
    try held.run()
    #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
    #expect(throws: OpeningRefusal.held(folder: scratch.folder.path, process: getpid())) {
      _ = try scratch.open()
    }
    try input.fileHandleForWriting.write(contentsOf: Data("go\n".utf8))
    held.waitUntilExit()

    let ledger = try scratch.open()
    let asks = Process()
    asks.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    asks.arguments = ["--nonblock", scratch.folder.lock, "true"]
    try asks.run()
    asks.waitUntilExit()
    #expect(asks.terminationStatus == 1)
    try ledger.close()
  }

  @Test("A look from outside needs no lock, sees what is written, and cannot write")
  func viewer() throws {
    let ledger = try scratch.open()
    let viewer = try LedgerViewer(scratch.folder, hashing: mix)
    #expect(try viewer.programmes().isEmpty)
    try ledger.change { try $0.know(ilcop) }
    #expect(try viewer.programmes().map(\.id) == [ilcop])
    #expect(try viewer.check() == [])
    #expect(throws: (any Error).self) {
      try viewer.queue.write { try $0.execute(sql: "DELETE FROM programmes") }
    }
  }

  @Test("A folder on a network share is told from one on a disk")
  func shares() {
    let table = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      40 22 0:45 / /srv/share rw,relatime shared:20 master:1 - cifs //server/share rw,vers=3.0
      41 22 0:46 / /srv/nfs rw - nfs4 server:/export rw
      """
    #expect(Mounts.networkFileSystem(ofDevice: 0x801, in: table) == nil)
    #expect(Mounts.networkFileSystem(ofDevice: 45, in: table) == "cifs")
    #expect(Mounts.networkFileSystem(ofDevice: 46, in: table) == "nfs4")
    #expect(Mounts.networkFileSystem(ofDevice: 47, in: table) == nil)
  }
}
