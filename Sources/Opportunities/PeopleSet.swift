import Domain

/// A set of those who may come to one visit, as bits by position.
///
/// Three teams of `Limits.people` are 96 people: more than a machine word holds.
typealias PeopleSet = UInt128
