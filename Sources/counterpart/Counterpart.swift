import ArgumentParser

@main
struct Counterpart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counterpart",
    abstract: "Pairs clinical teams for reciprocal peer review and schedules their visits.")
}
