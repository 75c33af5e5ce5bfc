import Domain
import Opportunities

/// One facilitator leads all visits of a pair or trio where `same_facilitator: required`: admits the columns whose options agree.
struct SameFacilitatorRequired {
  static let rule = Rule.sameFacilitator
  let isRequired: Bool

  init(_ settings: VisitSettings) { isRequired = settings.sameFacilitator == .required }

  /// Whether facilitators `a` and `b` (-1 without) may lead two visits of one group.
  func admits(_ a: Int, _ b: Int) -> Bool { !isRequired || a == b || a < 0 || b < 0 }
}
