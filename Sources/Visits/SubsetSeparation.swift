import GLPK

/// The search for subset-row cuts that a solution of the LP breaks.
struct SubsetSeparation {
  private let master: VisitsMaster
  /// For each base that some column of the solution counts in and that admits one at most, those columns.
  private var columnsAt: [Int: [Int]] = [:]
  private var bases: [Int] = []
  /// The bases of each column in the solution, ascending, and how much of it is chosen.
  private var basesOf: [[Int]] = []
  private var values: [Double] = []

  /// Looks at the fractional part of a solution.
  init(_ master: VisitsMaster, support: [(index: Int, column: Int, value: Double)]) {
    self.master = master
    for (_, column, value) in support where value < 1 - 1e-6 {
      var own: [Int] = []
      master.eachBase(of: column) { if master.isPacking($0), !own.contains($0) { own.append($0) } }
      for base in own { columnsAt[base, default: []].append(values.count) }
      basesOf.append(own.sorted())
      values.append(value)
    }
    bases = columnsAt.keys.sorted()
  }

  /// Up to `limit` broken cuts, the most broken first.
  func cuts(limit: Int, tolerance: Double = 0.02) -> [SubsetCut] {
    let known = Set(master.cuts)
    var found: [(excess: Double, cut: SubsetCut)] = []
    for first in bases {
      // Of three rows that one cut is worth making of, one has columns in common with both others.
      let near = neighbours(of: first)
      for (place, second) in near.enumerated() where second != first {
        for third in near[(place + 1)...] where third != first {
          let cut = SubsetCut(bases: [first, second, third].sorted())
          let excess = excess(of: cut)
          guard excess > tolerance, !known.contains(cut) else { continue }
          found.append((excess, cut))
        }
      }
    }
    found.sort {
      $0.excess == $1.excess
        ? $0.cut.bases.lexicographicallyPrecedes($1.cut.bases) : $0.excess > $1.excess
    }
    var cuts: [SubsetCut] = []
    for (_, cut) in found where cuts.count < limit && cuts.last != cut { cuts.append(cut) }
    return cuts
  }

  /// The bases that have a column in common with one, ascending.
  private func neighbours(of base: Int) -> [Int] {
    var near: Set<Int> = []
    for column in columnsAt[base, default: []] { near.formUnion(basesOf[column]) }
    return near.subtracting([base]).sorted()
  }

  /// By how much the solution breaks a cut.
  private func excess(of cut: SubsetCut) -> Double {
    var sum = -Double(SubsetCut.limit)
    for (place, base) in cut.bases.enumerated() {
      for column in columnsAt[base, default: []] {
        // Counted where it is met first.
        let own = basesOf[column]
        if cut.bases[..<place].contains(where: own.contains) { continue }
        if cut.bases[place...].count(where: own.contains) > 1 { sum += values[column] }
      }
    }
    return sum
  }
}
