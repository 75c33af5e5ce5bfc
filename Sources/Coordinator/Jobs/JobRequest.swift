import Foundation
import Ledger

/// What exactly a job is asked for, as the ledger keeps it.
struct JobRequest: Codable, Equatable {
  /// The visits, by id as written.
  var visits: [String] = []
  /// The release that is to come back.
  var release: Int?
  /// The name of a file of changes that was sent beside the order.
  var changesFile: String?
  /// Changes as a table like whatif.csv.
  var changes: String?
  /// Why, for the record.
  var reason: String?
  /// The feed whose address changes, by the name of its file.
  var feed: String?
  /// Whether its address is only taken away; absent for no.
  var onlyRevokes: Bool?
  /// The name of the order's file.
  var file: String?

  /// The request as JSON, the same text for the same request.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  init() {}

  /// The request of a job; an empty one where the text is of another form.
  init(of job: Job) {
    self = (try? JSONDecoder().decode(JobRequest.self, from: Data(job.request.utf8))) ?? JobRequest()
  }
}
