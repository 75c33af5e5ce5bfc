import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends a connection whose request is not answered in time, or whose body does not end: whoever sends or reads a byte
/// now and then keeps no connection for ever. Idle ones, and headers that do not end, Hummingbird sees to.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let patience: TimeAmount
  private let bodyLimit: Int64
  private var unanswered = 0
  private var isReading = false
  private var bodySize: Int64 = 0
  private var alarm: Scheduled<Void>?

  init(patience: TimeAmount, bodyLimit: Int64) {
    self.patience = patience
    self.bodyLimit = bodyLimit
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      bodySize = 0
      unanswered += 1
      isReading = true
      if alarm == nil { setAlarm(context) }
    case .body(let bytes):
      bodySize += Int64(bytes.readableBytes)
      if bodySize > bodyLimit { return context.close(promise: nil) }
    case .end:
      isReading = false
      if unanswered == 0 { stopAlarm() }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) {
      unanswered -= 1
      stopAlarm()
      // An answer may come before the end of what it answers.
      if unanswered > 0 || isReading { setAlarm(context) }
    }
    context.write(data, promise: promise)
  }

  func handlerRemoved(context: ChannelHandlerContext) { stopAlarm() }

  func channelInactive(context: ChannelHandlerContext) {
    stopAlarm()
    context.fireChannelInactive()
  }

  private func stopAlarm() {
    alarm?.cancel()
    alarm = nil
  }

  private func setAlarm(_ context: ChannelHandlerContext) {
    let channel = context.channel
    alarm = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
  }
}
