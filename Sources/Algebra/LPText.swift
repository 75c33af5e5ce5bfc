extension Model {
  /// The model as CPLEX LP text, readable by GLPK, HiGHS, CPLEX, Gurobi and SCIP.
  ///
  /// Names are made legal and unique (letters, digits, `_.,#()`; see the comment block at the top of
  /// the text, which lists each name printed otherwise than given). Lazy rows are printed among the
  /// others, under a comment. A constant in the objective becomes a variable fixed at 1, because LP
  /// text has no other word for it that all readers know. The same model gives the same bytes.
  public var lpText: String {
    let names = PrintedNames(self)
    var text = TextBuffer()
    text.line("\\ \(names.title)")
    for note in names.notes { text.line("\\ \(note)") }
    text.line(direction == .minimise ? "Minimize" : "Maximize")
    printObjective(names, into: &text)
    text.line("Subject To")
    printRows(names, into: &text)
    printBounds(names, into: &text)
    printKinds(names, into: &text)
    text.line("End")
    return text.string
  }

  /// LP text needs at least one term in each form.
  private func filler(_ names: PrintedNames) -> String {
    names.variables.first ?? PrintedNames.constant
  }

  private func printObjective(_ names: PrintedNames, into text: inout TextBuffer) {
    text.begin(" \(PrintedNames.objective):")
    for term in objective.terms {
      text.term(term.coefficient, names.variables[term.variable.index])
    }
    if objective.constant != 0 {
      text.term(objective.constant, PrintedNames.constant)
    } else if objective.terms.isEmpty {
      text.word("0 \(filler(names))")
    }
    text.end()
  }

  private func printRows(_ names: PrintedNames, into text: inout TextBuffer) {
    for row in 0..<rowCount {
      if isLazyRow(row) { text.line("\\ lazy:") }
      text.begin(" \(names.rows[row]):")
      let entries = matrix.starts[row]..<matrix.starts[row + 1]
      for entry in entries {
        text.term(matrix.coefficients[entry], names.variables[Int(matrix.columns[entry])])
      }
      if entries.isEmpty { text.word("0 \(filler(names))") }
      text.word("\(relationOfRow(row).symbol) \(rightSideOfRow(row))")
      text.end()
    }
    // A model without rows is legal, a section without rows is not.
    if rowCount == 0 { text.line(" none: 0 \(filler(names)) >= 0") }
  }

  private func printBounds(_ names: PrintedNames, into text: inout TextBuffer) {
    text.line("Bounds")
    if objective.constant != 0 || variableCount == 0 { text.line(" \(PrintedNames.constant) = 1") }
    for variable in variables where !isPlainBinary(variable) {
      let name = names.variables[variable.index]
      switch (lower(of: variable), upper(of: variable)) {
      case (nil, nil): text.line(" \(name) free")
      case (0?, nil): break
      case (let lower?, nil): text.line(" \(name) >= \(lower)")
      case (nil, let upper?): text.line(" -inf <= \(name) <= \(upper)")
      case (let lower?, let upper?):
        text.line(lower == upper ? " \(name) = \(lower)" : " \(lower) <= \(name) <= \(upper)")
      }
    }
  }

  private func printKinds(_ names: PrintedNames, into text: inout TextBuffer) {
    let generals = variables.filter { kind(of: $0) != .continuous && !isPlainBinary($0) }
    if !generals.isEmpty {
      text.line("Generals")
      for variable in generals { text.line(" \(names.variables[variable.index])") }
    }
    let binaries = variables.filter(isPlainBinary)
    if !binaries.isEmpty {
      text.line("Binaries")
      for variable in binaries { text.line(" \(names.variables[variable.index])") }
    }
  }

  /// The section of binaries sets the bounds to 0 and 1, so a binary that is fixed goes elsewhere.
  private func isPlainBinary(_ variable: Variable) -> Bool {
    kind(of: variable) == .binary && lower(of: variable) == 0 && upper(of: variable) == 1
  }
}
