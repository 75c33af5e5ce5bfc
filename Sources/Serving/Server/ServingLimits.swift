/// What anybody may ask of the web server.
public struct ServingLimits: Sendable {
  /// Connections at a time; further ones wait in the system's queue.
  public var connections = 4096
  /// Bytes of one header field, its name included.
  public var headerField = 4096
  /// Bytes of all header fields.
  public var header = 16 * 1024
  /// Header fields.
  public var headerFields = 64
  /// How long a connection may be idle, or take over sending a request's header.
  public var idle = Duration.seconds(30)
  /// How long it may be from the end of a request's header to the end of its answer, sending a file included.
  public var request = Duration.seconds(120)
  /// Requests a minute for each link, each key, and each address that has neither; as many at once after a pause.
  /// `nil` for no limit.
  public var requestsPerMinute: Int? = 120

  /// The limits that hold where nothing else is asked for.
  public init() {}
}
