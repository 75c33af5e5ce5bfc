import ArgumentParser
import Coordinator
import Domain
import Ledger
import Serving

/// Which feeds have links.
struct FeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "List a programme's feeds and when their links were given out or taken back.",
    discussion: """
      Links themselves are kept nowhere: each is written once, into feed-links.csv in the results of the job that \
      published the feed first. An order 'job: rotate_feed' makes a new one.
      """)

  @Argument(help: "The daemon's root folder.")
  var root: String
  @Argument(help: "The programme's id.")
  var programme: String

  func run() throws {
    let ledger = try DaemonRoot(root).viewer()
    try DaemonRoot.telling {
      let lines = try FeedRegister(of: try ledger.programme(named: programme), in: ledger).lines
      if lines.isEmpty { print("Nothing is published yet, so there are no feeds.") }
      for line in lines { print(line) }
    }
  }
}

/// Keys of the API.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make, list or take back keys of the API.",
    discussion: """
      A new key is shown this once; only its digest is kept. Making one under a name that is there takes the old one \
      back. A running daemon heeds it at once. Run it as the daemon's user.
      """)

  @Argument(help: "The daemon's root folder.")
  var root: String
  @Argument(help: "What the key is for, as in 'dashboard'; without it the keys are listed.")
  var name: String?
  @Flag(help: "Take the key back.")
  var revoke = false

  func validate() throws {
    if revoke, name == nil { throw ValidationError("--revoke needs the name of the key") }
    if let name, KeyName(name) == nil || name.hasPrefix(".") {
      throw ValidationError(
        "a key's name is up to 40 letters, digits, points, _ and -, the first no point")
    }
  }

  func run() throws {
    let place = DaemonRoot(root)
    _ = try place.viewer()
    let keys = AccessKeys(place.state)
    guard let name = name.flatMap({ KeyName($0) }) else {
      for name in keys.names() { print(name) }
      return
    }
    do {
      if !revoke { return print(try keys.make(name)) }
      guard try keys.revoke(name) else {
        throw Ending(
          status: .refused, message: "error: there is no key '\(name)'; without a name they are listed")
      }
      print("The key '\(name)' opens nothing any more.")
    } catch let ending as Ending {
      throw ending
    } catch {
      throw Ending(
        status: .refused,
        message:
          "error: the keys in \(place.state.path)/keys cannot be changed; run this as the daemon's user")
    }
  }
}
