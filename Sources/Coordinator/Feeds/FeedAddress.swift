import Foundation
import Ledger

/// Where feeds are found by those who subscribe: what stands before `/feeds/TOKEN.ics` in every link.
public struct FeedAddress: Equatable, Sendable {
  /// The address without a slash at its end, as in `https://example.org/visits`.
  public let base: String

  /// Accepts an `http` or `https` address with a host, and with nothing after its path; `nil` otherwise.
  public init?(_ text: String) {
    let allowed = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard allowed, let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      scheme == "http" || scheme == "https", parts.host?.isEmpty == false, parts.user == nil,
      parts.password == nil, parts.query == nil, parts.fragment == nil
    else { return nil }
    var base = text
    while base.hasSuffix("/") { base.removeLast() }
    self.base = base
  }

  /// The link for a browser and for most calendar programs.
  func link(_ token: FeedToken) -> String { "\(base)/feeds/\(token.text).ics" }

  /// The same link as Apple's and some other calendar programs take it at a click.
  func webcal(_ token: FeedToken) -> String {
    let link = link(token)
    return "webcal" + link.drop { $0 != ":" }
  }
}

/// How feeds reach those who subscribe, as whoever starts the daemon decides.
public struct FeedSettings: Sendable {
  /// Where they are found.
  public var address: FeedAddress
  /// The folder of a web server that gets a copy of each calendar, named by its token; `nil` for none.
  public var staticFolder: String?

  /// Settings for these places.
  public init(address: FeedAddress, staticFolder: String? = nil) {
    self.address = address
    self.staticFolder = staticFolder
  }
}
