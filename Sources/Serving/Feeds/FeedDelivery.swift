import Coordinator
import Domain
import Foundation
import HTTPTypes
import Ledger
import Logging
import Spool

/// Answers those who ask for a calendar by its link.
struct FeedDelivery: Sendable {
  let ledger: LedgerViewer
  let root: String
  let log: Logger
  let cache = FeedCache()

  /// The calendar that a path's last part, without `.ics`, opens; `nil` where it opens none.
  func feed(_ token: String) throws -> ServedFeed? {
    try FeedToken(text: token).flatMap { try ledger.served(openedBy: $0) }
  }

  /// The calendar, or the news that the reader has it already. `now` is in seconds since 1970.
  func answer(_ feed: ServedFeed, _ headers: HTTPFields, now: Int64) throws -> Answer {
    guard let copy = try copy(of: feed) else {
      log.error(
        "a published calendar cannot be read",
        metadata: ["programme": "\(feed.programme)", "release": "\(feed.release)", "feed": "\(feed.file)"])
      return Answer.text(.serviceUnavailable, "The calendar cannot be read at the moment.").retrying(
        after: 60)
    }
    let coding = copy.packed == nil ? .asItIs : ContentCoding(headers)
    let tag = coding == .gzip ? "\"\(feed.digest)-gzip\"" : "\"\(feed.digest)\""
    var answer = Answer(
      status: .ok,
      headers: [
        .eTag: tag, .lastModified: HTTPDate.text(copy.changed),
        .cacheControl: "private, no-cache", .vary: "Accept-Encoding",
      ])
    if Conditions(headers).isKnown(tag: tag, changed: copy.changed, now: now) {
      answer.status = .notModified
      return answer
    }
    answer.headers[.contentType] = "text/calendar; charset=utf-8"
    answer.headers[.contentDisposition] = "inline; filename=\"calendar.ics\""
    answer.headers[.xContentTypeOptions] = "nosniff"
    if let name = HTTPField.Name("X-Robots-Tag") { answer.headers[name] = "noindex" }
    if let name = HTTPField.Name("Referrer-Policy") { answer.headers[name] = "no-referrer" }
    if coding == .gzip, let bytes = copy.packed {
      answer.headers[.contentEncoding] = "gzip"
      answer.body = bytes
    } else {
      answer.body = copy.bytes
    }
    return answer
  }

  /// The calendar's bytes as the ledger knows them; `nil` where the disk has others or none.
  private func copy(of feed: ServedFeed) throws -> FeedCache.Copy? {
    let key = FeedCache.Key(programme: feed.programme, release: feed.release, file: feed.file)
    if let copy = cache.copy(key) { return copy }
    guard let folder = ProgrammeName(feed.programme.text) else { return nil }
    let release = SpoolRoot(root).path(ofRelease: feed.release, of: folder)
    let bytes = FileManager.default.contents(atPath: "\(release)/feeds/\(feed.file)")
      .map(Array.init)
    guard let bytes, contentHash(bytes) == feed.digest,
      let changed = try ledger.lastChange(of: feed.owner, of: feed.programme, upTo: feed.release)
    else { return nil }
    let copy = FeedCache.Copy(
      bytes: bytes, packed: Gzip.pack(bytes), changed: changed.milliseconds / 1000)
    cache.keep(copy, as: key)
    return copy
  }
}
