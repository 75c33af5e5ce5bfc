extension Model {
  /// The model as free MPS text, under the same names as `lpText`.
  ///
  /// MPS has no word for maximising that every reader knows, so a model that maximises is printed with
  /// its objective negated, and a comment says so. A constant in the objective becomes a variable fixed
  /// at 1, because readers disagree about its sign on the right-hand side. The same model gives the same
  /// bytes.
  public var mpsText: String {
    let names = PrintedNames(self)
    let sign = direction == .minimise ? 1 : -1
    var text = TextBuffer()
    text.line("* \(names.title)")
    if direction == .maximise { text.line("* the model maximises: its objective is printed negated") }
    for note in names.notes { text.line("* \(note)") }
    text.line("NAME model")
    text.line("ROWS")
    text.line(" N \(PrintedNames.objective)")
    for row in 0..<rowCount { text.line(" \(relationOfRow(row).letter) \(names.rows[row])") }
    printColumns(names, sign: sign, into: &text)
    text.line("RHS")
    for row in 0..<rowCount where rightSideOfRow(row) != 0 {
      text.line(" rhs \(names.rows[row]) \(rightSideOfRow(row))")
    }
    printMPSBounds(names, into: &text)
    text.line("ENDATA")
    return text.string
  }

  /// A number with its sign turned as text, because the smallest Int has no opposite.
  private func number(_ value: Int, negated: Bool) -> String {
    guard negated else { return "\(value)" }
    return value > 0 ? "-\(value)" : "\(value.magnitude)"
  }

  private func printColumns(_ names: PrintedNames, sign: Int, into text: inout TextBuffer) {
    let columns = transposed()
    var nextCost = 0
    var isInteger = false
    text.line("COLUMNS")
    for variable in variables {
      let name = names.variables[variable.index]
      let wantsInteger = kind(of: variable) != .continuous
      if wantsInteger != isInteger {
        text.line(" marker \'MARKER\' \'\(wantsInteger ? "INTORG" : "INTEND")\'")
        isInteger = wantsInteger
      }
      let entries = columns.starts[variable.index]..<columns.starts[variable.index + 1]
      if nextCost < objective.terms.count, objective.terms[nextCost].variable == variable {
        let cost = number(objective.terms[nextCost].coefficient, negated: sign == -1)
        text.line(" \(name) \(PrintedNames.objective) \(cost)")
        nextCost += 1
      } else if entries.isEmpty {
        // A column without entries would be unknown to the sections that follow.
        text.line(" \(name) \(PrintedNames.objective) 0")
      }
      for entry in entries {
        text.line(" \(name) \(names.rows[columns.rows[entry]]) \(columns.coefficients[entry])")
      }
    }
    if isInteger { text.line(" marker 'MARKER' 'INTEND'") }
    if objective.constant != 0 {
      let constant = number(objective.constant, negated: sign == -1)
      text.line(" \(PrintedNames.constant) \(PrintedNames.objective) \(constant)")
    }
  }

  private func printMPSBounds(_ names: PrintedNames, into text: inout TextBuffer) {
    text.line("BOUNDS")
    if objective.constant != 0 { text.line(" FX bounds \(PrintedNames.constant) 1") }
    for variable in variables {
      let name = names.variables[variable.index]
      switch (lower(of: variable), upper(of: variable)) {
      case (nil, nil): text.line(" FR bounds \(name)")
      case (let lower?, nil):
        // Said even where it is the default: readers disagree about integers without bounds.
        if lower != 0 { text.line(" LO bounds \(name) \(lower)") }
        text.line(" PL bounds \(name)")
      case (nil, let upper?):
        text.line(" MI bounds \(name)")
        text.line(" UP bounds \(name) \(upper)")
      case (let lower?, let upper?):
        if lower == upper {
          text.line(" FX bounds \(name) \(lower)")
        } else {
          // Also where it is 0: before a negative upper bound readers disagree about the default.
          text.line(" LO bounds \(name) \(lower)")
          text.line(" UP bounds \(name) \(upper)")
        }
      }
    }
  }

  /// The same coefficients column by column: MPS is written by columns.
  private func transposed() -> (starts: [Int], rows: [Int], coefficients: [Int]) {
    var starts = [Int](repeating: 0, count: variableCount + 1)
    for column in matrix.columns { starts[Int(column) + 1] += 1 }
    for index in 0..<variableCount { starts[index + 1] += starts[index] }
    var next = starts
    var rows = [Int](repeating: 0, count: matrix.columns.count)
    var coefficients = rows
    for row in 0..<rowCount {
      for entry in matrix.starts[row]..<matrix.starts[row + 1] {
        let column = Int(matrix.columns[entry])
        rows[next[column]] = row
        coefficients[next[column]] = matrix.coefficients[entry]
        next[column] += 1
      }
    }
    return (starts, rows, coefficients)
  }
}

extension Relation {
  fileprivate var letter: String {
    switch self {
    case .atMost: "L"
    case .equal: "E"
    case .atLeast: "G"
    }
  }
}
