import ArgumentParser

/// How much time and memory the worker of a command may take.
struct SearchLimits: ParsableArguments {
  @ArgumentParser.Option(
    name: .long, help: ArgumentHelp("Seconds to search for at most.", valueName: "seconds"))
  var timeLimit = 60.0
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("Mebibytes of memory to use at most; a plan that needs more fails.", valueName: "mib"))
  var memoryLimit: UInt64 = 8192

  /// Bytes of memory.
  var memory: UInt64 { memoryLimit << 20 }

  func validate() throws {
    guard timeLimit > 0, timeLimit <= 86_400 else {
      throw ValidationError("--time-limit is a number of seconds above 0, at most 86400")
    }
    guard (1...1 << 20).contains(memoryLimit) else {
      throw ValidationError("--memory-limit is a number of mebibytes from 1 to \(1 << 20)")
    }
  }
}
