import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Serving

/// The guard of a connection, by a clock that goes when it is told to.
@Suite("Requests that do not end")
struct GuardTests {
  private let channel: EmbeddedChannel

  init() throws {
    channel = EmbeddedChannel(handler: ConnectionGuard(patience: .seconds(10), bodyLimit: 8))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  private func ask() throws {
    try channel.writeInbound(
      HTTPRequestPart.head(HTTPRequest(method: .put, scheme: nil, authority: nil, path: "/")))
  }

  private func send(_ text: String) throws {
    try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: text)))
  }

  private func end() throws { try channel.writeInbound(HTTPRequestPart.end(nil)) }

  private func answer() throws {
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
  }

  private func pass(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

  @Test func `a request that is answered in time leaves the connection open`() throws {
    for _ in 0..<3 {
      try ask()
      try end()
      pass(9)
      try answer()
    }
    pass(100)
    #expect(channel.isActive)
  }

  @Test func `a body that trickles in is cut off`() throws {
    try ask()
    for _ in 0..<4 {
      try send("x")
      pass(2)
    }
    #expect(channel.isActive)
    pass(2)
    #expect(!channel.isActive)
  }

  @Test func `so is one that was answered before its end`() throws {
    try ask()
    try answer()
    pass(9)
    try send("x")
    #expect(channel.isActive)
    pass(1)
    #expect(!channel.isActive)
  }

  @Test func `one that was answered before its end, and ends, is not`() throws {
    try ask()
    try answer()
    try end()
    pass(100)
    #expect(channel.isActive)
  }

  @Test func `an answer that is not taken is cut off, and each answer begins the time anew`() throws {
    try ask()
    try end()
    try ask()
    try end()
    pass(9)
    try answer()
    pass(9)
    #expect(channel.isActive)
    pass(1)
    #expect(!channel.isActive)
  }

  @Test func `a body that is too large is cut off at once`() throws {
    try ask()
    try send("12345678")
    #expect(channel.isActive)
    try send("9")
    #expect(!channel.isActive)
  }
}
