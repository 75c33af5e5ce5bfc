import Domain

extension Day {
  /// The day without its year, as `Tue 12 Jan`; for lists that lie within a programme.
  var inWordsShort: String { String(inWords.dropLast(5)) }
}
