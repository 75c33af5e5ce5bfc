/// Slurm cannot be used as it was asked for, and somebody has to do something about it.
public struct SlurmRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do, in one sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}
