import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore

/// What a request is answered with.
struct Answer: Sendable {
  var status: HTTPResponse.Status
  var headers = HTTPFields()
  var body: [UInt8] = []

  /// A line of text.
  static func text(_ status: HTTPResponse.Status, _ line: String) -> Answer {
    Answer(
      status: status,
      headers: [
        .contentType: "text/plain; charset=utf-8", .cacheControl: "no-store",
        .xContentTypeOptions: "nosniff",
      ], body: Array("\(line)\n".utf8))
  }

  /// What everything gets that is not there, or is not for whoever asks.
  static let nothing = Answer.text(.notFound, "There is nothing here.")

  /// A document of the API.
  static func json(_ status: HTTPResponse.Status, _ document: some Encodable) throws -> Answer {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Answer(
      status: status,
      headers: [
        .contentType: "application/json", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
      ], body: Array(try encoder.encode(document)))
  }

  /// Too many requests: when to ask again.
  func retrying(after seconds: Int) -> Answer {
    var answer = self
    answer.headers[.retryAfter] = String(seconds)
    return answer
  }

  /// Writes the answer, dated `now` in seconds since 1970; without its body where only the head was asked for.
  func write(to writer: consuming ResponseWriter, isHead: Bool, at now: Int64) async throws {
    var head = HTTPResponse(status: status, headerFields: headers)
    head.headerFields[.date] = HTTPDate.text(now)
    let hasBody = status != .notModified && status != .noContent
    if hasBody { head.headerFields[.contentLength] = String(body.count) }
    try await writer.write(
      response: head,
      body: hasBody && !isHead ? ResponseBody(byteBuffer: ByteBuffer(bytes: body)) : ResponseBody())
  }
}
