public import Ledger
import Tabular

/// The secret links of feeds, as the manager is given them once: feed-links.csv.
struct FeedLinks {
  static let file = "feed-links.csv"

  let address: FeedAddress
  let links: [(owner: FeedOwner, token: FeedToken)]

  var bytes: [UInt8] {
    CSVWriter.bytes(
      header: ["feed", "https", "webcal"],
      rows: links.map { [$0.owner.name, address.link($0.token), address.webcal($0.token)] })
  }
}

extension FeedOwner {
  /// The feed's name, as job files and the calendar's file have it: `programme`, `team-R0A`.
  public var name: String { id.isEmpty ? kind : "\(kind)-\(id)" }
}
