import Foundation
import Logging
import Testing

@testable import Coordinator

@Suite("Looking at the folders", .timeLimit(.minutes(1)))
struct LookTests {
  private let root: Root

  init() throws { root = try Root() }

  private func daemon() throws -> Daemon {
    var settings = DaemonSettings(root: root.url.path, executable: Root.program)
    settings.isOnce = true
    settings.settleSeconds = 0
    return try Daemon(settings, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// Lets `body` run while no stuck files can be read, which every look asks for.
  private func unreadable(_ body: () async -> Void) async throws {
    let (there, elsewhere) = (root.path("state/stuck"), root.path("state/stuck-elsewhere"))
    try FileManager.default.moveItem(atPath: there, toPath: elsewhere)
    await body()
    try FileManager.default.moveItem(atPath: elsewhere, toPath: there)
  }

  @Test func `a look that failed once does not keep a run from ending by itself`() async throws {
    let daemon = try daemon()
    try await unreadable { _ = await daemon.turn() }
    #expect(await daemon.failures == 1)
    try await daemon.run()
    #expect(await daemon.failures == 0)
  }
}
