import Domain

/// Programmes by number, where a test needs several.
enum ProgrammeIDs {
  static func numbered(_ number: Int) -> ProgrammeID { id("p\(number)") }
}
