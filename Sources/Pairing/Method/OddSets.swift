/// Finds violated odd sets at a glance: odd components of the support at a few thresholds.
///
/// Quick and often enough; where it finds none there may still be some, which `ExactSeparation` finds.
enum OddSets {
  /// Values above which an edge counts as present; the first means any at all.
  private static let thresholds = [1e-7, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]

  /// Violated odd sets, each once, in the order found.
  static func violated(in support: SupportGraph, tolerance: Double) -> [OddSet] {
    var found: [OddSet] = []
    var known: Set<OddSet> = []
    for threshold in thresholds {
      for component in support.components(above: threshold) where component.count % 2 == 1 {
        guard support.violation(of: component) > tolerance else { continue }
        let set = OddSet(members: component.map(Int32.init))
        if known.insert(set).inserted { found.append(set) }
      }
    }
    return found
  }
}
