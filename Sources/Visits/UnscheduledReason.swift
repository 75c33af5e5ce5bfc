import Domain
import Opportunities

/// What a schedule by itself says of a visit without a date. Why it has none, and what to ask for, is worked out from
/// the finished plan, in Reasons.
struct UnscheduledReason {
  let reason = "no date goes together with the other visits"
  let cheapestAsk: String? = nil

  init(_ table: OpportunityTable, host: Int, visitors: [Int]) {}
}
