import Domain
import Pairing

extension PairingAnswer {
  /// The teams of each pair or trio, by their places in `programme`.
  func groups(in programme: Programme) -> [[Int]] {
    let position = programme.teamPositions
    return pairs.map { $0.teams.compactMap { position[$0] } }
  }
}
