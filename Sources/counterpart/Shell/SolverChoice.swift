import ArgumentParser
import Foundation
import Solving

/// Where plans are worked out.
struct SolverChoice: ParsableArguments {
  /// A way to run workers.
  enum Solver: String, CaseIterable, ExpressibleByArgument {
    /// Processes of this machine.
    case local
    /// Jobs of Slurm.
    case slurm
  }

  @ArgumentParser.Option(help: "Where plans are worked out: processes of this machine, or jobs of Slurm.")
  var solver = Solver.local
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "With --solver slurm, a folder of this user's alone that every node sees under the same absolute path.",
      valueName: "folder"))
  var slurmFolder: String?

  func validate() throws {
    guard (solver == .slurm) == (slurmFolder != nil) else {
      throw ValidationError("--solver slurm and --slurm-folder go together")
    }
  }

  /// How Slurm runs workers whose jobs `owner` tells apart; `nil` where they are processes of this machine.
  func slurm(owner: String) throws -> SlurmSettings? {
    guard let slurmFolder else { return nil }
    do {
      return try SlurmSettings(
        folder: slurmFolder, owner: owner, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw Ending(status: .refused, message: "error: \(error)")
    }
  }
}
