import Domain
import Ledger

extension JobRunner {
  /// Gives a feed a new secret address, or only takes the old one away.
  func rotateFeed() throws {
    guard let file = request.feed, let owner = FeedOwner(file) else {
      throw JobRefusal(["the order names no feed; write 'feed:' with a name such as team-R0A"])
    }
    let onlyRevokes = request.onlyRevokes ?? false
    let known = Set(try place.ledger.tokens(of: programme).map(\.owner))
    let published = try place.ledger.publishedOwners(of: programme)
    guard published.contains(owner) || (onlyRevokes && known.contains(owner)) else {
      let names = published.map(\.name).joined(separator: ", ")
      throw JobRefusal([
        "there is no feed \(owner.name)",
        names.isEmpty ? "nothing is published yet; publish a plan first" : "the feeds are \(names)",
      ])
    }
    try FeedDesk(place: place).rotate(owner, for: job, onlyRevokes: onlyRevokes)
  }
}
