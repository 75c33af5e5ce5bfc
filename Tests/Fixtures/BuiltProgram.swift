import Foundation

/// The program as it was built beside the tests.
package enum BuiltProgram {
  /// Its path: the test bundle lies in the folder of everything that was built.
  package static let path: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("counterpart").path
  }()
}
