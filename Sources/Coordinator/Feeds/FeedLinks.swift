import Domain
import Ledger
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
