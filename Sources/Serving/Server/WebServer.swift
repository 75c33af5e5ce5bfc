public import Coordinator
import Foundation
@preconcurrency import Glibc
import HTTPTypes
import HummingbirdCore
import Ledger
public import Logging
import NIOCore
import NIOPosix
import Spool

/// Serves feeds to whoever has their link, and the API to whoever has a key, over HTTP/1.1.
///
/// Reads: the ledger, through a look of its own, `published` and the keys in `state`. Writes: files into
/// `incoming/PROGRAMME/tmp` and `new`. Survives: everything; nothing of it is kept.
public actor WebServer {
  private let server: Server<HTTP1Channel>
  private let task: Task<Void, any Error>
  /// Where it listens, with the port that it got.
  public nonisolated let address: ListenAddress

  private init(_ server: Server<HTTP1Channel>, _ task: Task<Void, any Error>, _ address: ListenAddress) {
    (self.server, self.task, self.address) = (server, task, address)
  }

  /// Listens at `address` for the daemon's root folder at `root`, whose ledger is there.
  ///
  /// Throws `SpoolRefusal` where nobody can listen there, and `OpeningRefusal` where there is no ledger.
  public static func start(
    at address: ListenAddress, root: String, limits: ServingLimits = ServingLimits(),
    clock: DaemonClock = .system, log: Logger
  ) async throws -> WebServer {
    let state = StateFolder(root + "/state")
    let ledger = try LedgerViewer(state, hashing: contentHash)
    let desk = RequestDesk(
      ledger: ledger, state: state, root: root, clock: clock, limits: limits, log: log)
    var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
    decoder.maxHeaderFieldSize = limits.headerField
    decoder.maxHeaderListSize = limits.header
    decoder.maxHeaderFieldCount = limits.headerFields
    let patience = TimeAmount(limits.request)
    let channel = HTTP1Channel(
      responder: { request, writer, channel in
        let answer = await desk.answer(
          request, from: channel.remoteAddress?.ipAddress ?? "here", informing: writer)
        try await answer.write(
          to: writer, isHead: request.method == .head, at: clock.now().milliseconds / 1000)
      },
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [
          ConnectionGuard(patience: patience, bodyLimit: SpoolRoot.fileLimit + (1 << 20))
        ], idleTimeout: TimeAmount(limits.idle), httpDecoderConfiguration: decoder))
    return try await start(channel, at: address, limits, log)
  }

  private static func start(
    _ channel: HTTP1Channel, at address: ListenAddress, _ limits: ServingLimits, _ log: Logger
  ) async throws -> WebServer {
    // The library would take the place of whoever listens there.
    if case .socket(let path) = address, SocketFile.isAnswered(path) {
      throw SpoolRefusal([
        "nobody can listen at \(address): another program does; end it, or choose another --listen"
      ])
    }
    let (ports, continuation) = AsyncThrowingStream<Int, any Error>.makeStream()
    // What the library has to say of requests is for those who mend it.
    var quiet = log
    quiet.logLevel = max(log.logLevel, .warning)
    let server = Server(
      childChannelSetup: channel,
      configuration: ServerConfiguration(
        address: address.bind, serverName: nil, backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections, logger: quiet)),
      onServerRunning: { continuation.yield($0.localAddress?.port ?? 0) },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: quiet)
    let task = Task {
      do {
        try await server.run()
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
        throw error
      }
    }
    var bound: Int?
    do { for try await port in ports where bound == nil { bound = port; break } } catch {
      throw SpoolRefusal(["nobody can listen at \(address) (\(error)); choose another --listen"])
    }
    switch address {
    case .port(let host, _):
      return WebServer(server, task, .port(host: host, bound ?? 0))
    case .socket(let path):
      // Who may reach it is up to the folder that it is in.
      chmod(path, 0o666)
      return WebServer(server, task, address)
    }
  }

  /// Takes no further connection, lets requests under way come to their end for `seconds`, and ends.
  public func stop(within seconds: Double = 5) async {
    let server = server
    let task = task
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        try? await server.shutdownGracefully()
        _ = try? await task.value
      }
      group.addTask {
        if (try? await Task.sleep(for: .seconds(seconds))) != nil { task.cancel() }
      }
      await group.next()
      group.cancelAll()
    }
    if case .socket(let path) = address { unlink(path) }
  }
}

extension ListenAddress {
  fileprivate var bind: BindAddress {
    switch self {
    case .port(let host, let port): .hostname(host, port: port)
    case .socket(let path): .unixDomainSocket(path: path)
    }
  }
}
