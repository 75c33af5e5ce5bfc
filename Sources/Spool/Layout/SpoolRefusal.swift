/// The spool's folders, or something in them, are not as they must be, and somebody has to do something about it.
public struct SpoolRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do, a sentence each, all of it at once.
  public let problems: [String]

  /// A refusal for these reasons.
  public init(_ problems: [String]) { self.problems = problems }

  /// The problems, a line each.
  public var description: String { problems.joined(separator: "\n") }
}
