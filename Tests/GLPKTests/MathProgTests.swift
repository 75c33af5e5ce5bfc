import Foundation
import GLPK
import Testing

@Suite final class MathProgTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("GLPKTests-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func written(_ text: String, _ name: String = "model.mod") throws -> String {
    let file = folder.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private let model = """
    param n, integer, > 0;
    set I := 1..n;
    param value{I};
    param weight{I};
    param capacity;
    var take{I}, binary;
    maximize total: sum{i in I} value[i] * take[i];
    s.t. room: sum{i in I} weight[i] * take[i] <= capacity;
    printf "%d items\\n", n;
    solve;
    printf{i in I: take[i] > 0.5} "take %d\\n", i;
    display total;
    data;
    param n := 3;
    param : value weight := 1 6 3, 2 5 2, 3 4 2;
    param capacity := 4;
    end;

    """

  @Test func `a model is read, solved and prints its answer`() throws {
    let translated = try MathProg.read(model: written(model))
    #expect(translated.problem.columnCount == 3)
    #expect(try translated.problem.name(ofColumn: 1) == "take[2]")
    #expect(translated.output.contains("3 items\n"))
    let (outcome, output) = try translated.solve()
    #expect(outcome.solution?.integerObjective == 9)
    #expect(output.contains("take 2\ntake 3\n"))
    #expect(output.contains("total.val = 9"))
    #expect(!output.contains("take 1\n"))
  }

  @Test func `data files replace the data section`() throws {
    let data = "data;\nparam n := 1;\nparam : value weight := 1 2 9;\nparam capacity := 9;\nend;\n"
    let translated = try MathProg.read(model: written(model), data: [written(data, "one.dat")])
    let (outcome, output) = try translated.solve()
    #expect(outcome.solution?.integerObjective == 2)
    #expect(output.contains("take 1\n"))
  }

  @Test func `an infeasible model prints nothing`() throws {
    let text = "var x >= 0;\ns.t. low: x <= 1;\ns.t. high: x >= 2;\nsolve;\nprintf \"solved\\n\";\nend;\n"
    let (outcome, output) = try MathProg.read(model: written(text)).solve()
    #expect(outcome == .infeasible)
    #expect(output.isEmpty)
  }

  @Test func `a syntax error gives its file and line`() throws {
    let path = try written("var x;\nvar y;\nminimize cost: x + ;\nend;\n")
    let error = #expect(throws: GLPKError.self) { try MathProg.read(model: path) }
    guard case .mathProg(let file, let line, let log)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(file == path && line == 3)
    #expect(log.contains("syntax error in expression"))
  }

  @Test func `missing data and missing files are errors, not aborts`() throws {
    let text = "param n;\nvar x{1..n};\nminimize cost: sum{i in 1..n} x[i];\nend;\n"
    let path = try written(text)
    let noData = #expect(throws: GLPKError.self) { try MathProg.read(model: path) }
    guard case .mathProg(_, let line, let log)? = noData else {
      Issue.record("\(String(describing: noData))")
      return
    }
    #expect(line == 3)
    #expect(log.contains("no value for n"))
    let noFile = #expect(throws: GLPKError.self) { try MathProg.read(model: "/nowhere/at/all.mod") }
    #expect("\(try #require(noFile))".contains("/nowhere/at/all.mod"))
    #expect(throws: GLPKError.self) { try MathProg.read(model: "a\0b") }
  }
}
