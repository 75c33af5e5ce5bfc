import CGLPK

/// Models in MathProg, the language of models/*.mod.
public enum MathProg {
  /// Translates a model file and its data files and builds the problem.
  ///
  /// MathProg is a programming language: `printf > "file"` writes wherever the process may, and `table`
  /// reads from there. Only models that ship with the program are ever to be translated. Given data
  /// files, a data section in the model file is skipped. The seed makes MathProg's random functions
  /// repeatable. Throws `mathProg` with the file, the line and the translator's whole log.
  public static func read(
    model: String, data: [String] = [], seed: Int32 = 1
  ) throws(GLPKError) -> MathProgProblem {
    for path in [model] + data {
      guard !path.utf8.contains(0) else { throw .badName(path, reason: "holds a zero byte") }
    }
    let translator = Translator()
    glp_mpl_init_rand(translator.workspace, seed)
    try translator.run { glp_mpl_read_model($0, model, data.isEmpty ? 0 : 1) }
    for path in data {
      try translator.run { glp_mpl_read_data($0, path) }
    }
    let beforeOutput = translator.log.text.utf8.count
    try translator.run { glp_mpl_generate($0, nil) }
    let problem = Problem()
    Terminal.capture(into: translator.log)
    glp_mpl_build_prob(translator.workspace, problem.pointer)
    Terminal.release()
    let output = String(decoding: translator.log.text.utf8.dropFirst(beforeOutput), as: UTF8.self)
    return MathProgProblem(problem, translator, output: output)
  }
}

/// A translated MathProg model: its problem, and what its statements print.
///
/// Like its problem it lives and dies on one thread.
public final class MathProgProblem {
  /// The problem, with the model's names for rows and columns.
  public let problem: Problem
  /// What the translator and the statements before `solve` printed while the rows were generated.
  public let output: String
  private let translator: Translator
  private let rowCount: Int
  private let columnCount: Int

  fileprivate init(_ problem: Problem, _ translator: Translator, output: String) {
    self.problem = problem
    self.translator = translator
    self.output = output
    rowCount = problem.rowCount
    columnCount = problem.columnCount
  }

  /// Everything the translator and the model's statements have printed so far.
  public var log: String { translator.log.text }

  /// Solves the problem and runs the statements after `solve`.
  ///
  /// Returns the outcome and what `display` and `printf` wrote; nothing where there is no solution.
  public func solve(_ options: SearchOptions = SearchOptions()) throws(GLPKError) -> (Outcome, output: String)
  {
    let outcome = try problem.branchAndBound(options)
    guard outcome.solution != nil else { return (outcome, "") }
    return (outcome, try postsolve())
  }

  private func postsolve() throws(GLPKError) -> String {
    guard problem.rowCount == rowCount else {
      throw .wrongLength(expected: rowCount, found: problem.rowCount, place: "rows")
    }
    guard problem.columnCount == columnCount else {
      throw .wrongLength(expected: columnCount, found: problem.columnCount, place: "columns")
    }
    let before = translator.log.text.utf8.count
    let pointer = problem.pointer
    try translator.run { glp_mpl_postsolve($0, pointer, GLP_MIP) }
    return String(decoding: translator.log.text.utf8.dropFirst(before), as: UTF8.self)
  }
}

/// The translator's workspace, freed on its own thread or not at all.
private final class Translator {
  let workspace: OpaquePointer = glp_mpl_alloc_wksp()
  let log = MessageLog()
  private let owner = ThreadIdentity.current

  deinit {
    if owner == .current { glp_mpl_free_wksp(workspace) }
  }

  func run(_ step: (OpaquePointer) -> Int32) throws(GLPKError) {
    guard owner == .current else { throw .wrongThread }
    let before = log.text.utf8.count
    Terminal.capture(into: log)
    let code = step(workspace)
    Terminal.release()
    guard code != 0 else { return }
    let message = String(decoding: log.text.utf8.dropFirst(before), as: UTF8.self)
    let place = Self.place(in: message)
    throw .mathProg(file: place?.file, line: place?.line, log: message)
  }

  /// The translator writes `file:line: what is wrong`.
  private static func place(in message: String) -> (file: String, line: Int)? {
    for text in message.split(separator: "\n") {
      let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      if parts.count == 3, let line = Int(parts[1]) { return (String(parts[0]), line) }
    }
    return nil
  }
}
