import ArgumentParser
@preconcurrency import Glibc

@main
struct Counterpart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counterpart",
    abstract: "Pairs clinical teams for reciprocal peer review and schedules their visits.",
    discussion: """
      A programme is a folder of CSV tables and a programme.yaml. Start with:

        counterpart new my-programme      a folder with commented templates
        counterpart check my-programme    what is wrong with it, row by row
        counterpart plan my-programme --out my-plan

      Exit status: 0 done; 1 input refused; 2 usage; 3 planned, but not every visit placed; 4 no proven pairing \
      in the time; 70 a fault of the program.
      """,
    version: "0.1.0",
    subcommands: [
      PlanCommand.self, PairCommand.self, CheckCommand.self, VerifyCommand.self, GenerateCommand.self,
      NewCommand.self, WorkerCommand.self,
    ])

  /// Runs the command and maps every ending to the exit status that docs/formats.md promises.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let ending as Ending {
      if let message = ending.message { Terminal.error(message) }
      Glibc.exit(ending.status.rawValue)
    } catch {
      let code = exitCode(for: error)
      if code == .success {
        print(fullMessage(for: error))
        Glibc.exit(0)
      }
      Terminal.error(fullMessage(for: error))
      Glibc.exit(code == .validationFailure ? Ending.Status.usage.rawValue : code.rawValue)
    }
  }
}
