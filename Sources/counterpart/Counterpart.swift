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
      PlanCommand.self, PairCommand.self, ExplainCommand.self, WhatIfCommand.self, AllocateCommand.self,
      CheckCommand.self, VerifyCommand.self, ExportCommand.self, GenerateCommand.self, NewCommand.self,
      ServeCommand.self, SubmitCommand.self, StatusCommand.self, JobsCommand.self, LogCommand.self,
      CancelCommand.self, FeedsCommand.self, KeyCommand.self, BackupCommand.self, RestoreCommand.self,
      WorkerCommand.self,
    ])

  /// Runs the command and maps every ending to the exit status that docs/formats.md promises.
  static func main() async {
    // Work goes on, and its result is written, though nobody reads what is printed any more.
    signal(SIGPIPE, SIG_IGN)
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
      if let stranger { refuse(stranger) }
      let code = exitCode(for: error)
      if code == .success {
        print(fullMessage(for: error))
        Glibc.exit(0)
      }
      Terminal.error(fullMessage(for: error))
      Glibc.exit(Ending.Status(code).rawValue)
    }
  }

  /// The first argument, where it stands for a command and none is called that.
  private static var stranger: String? {
    guard CommandLine.arguments.count > 1 else { return nil }
    let first = CommandLine.arguments[1]
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    return first.hasPrefix("-") || known.contains(first) ? nil : first
  }

  private static func refuse(_ command: String) -> Never {
    let names = configuration.subcommands.map { $0.configuration }.filter { $0.shouldDisplay }
      .compactMap { $0.commandName }
    Terminal.error(
      "Error: there is no command '\(command)'; the commands are \(names.joined(separator: ", "))")
    Glibc.exit(Ending.Status.usage.rawValue)
  }
}
