import Allocation

/// What allocation.txt says in the same words for every programme.
enum AllocationWords {
  /// `S1`, `S2` and so on, in the order of the strata.
  static func numbers(_ answer: AllocationAnswer) -> [Stratum: String] {
    Dictionary(
      answer.strata.enumerated().map { ($1.stratum, "S\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
  }

  /// How many were to visit, as asked.
  static func share(_ share: VisitingShare) -> String {
    switch share {
    case .half: "half, rounded up: the odd pair visits"
    case .units: "as --visit says"
    case .percent(let percent): "\(percent) %, rounded up"
    }
  }

  /// The command that gives the same again.
  static func command(_ terms: AllocationTerms, seed: UInt64) -> String {
    var words = "counterpart allocate FOLDER --seed \(seed)"
    switch terms.share {
    case .half: break
    case .units(let count): words += " --visit \(count)"
    case .percent(let percent): words += " --visit \(percent)%"
    }
    if let column = terms.column { words += " --stratify \(column)" }
    if terms.keepsControls { words += " --keep-control" }
    return words + " --pairs pairs.csv --out OUT"
  }

  static let repetition =
    "FOLDER is the programme's folder as it was before arms were filled in, and pairs.csv lies beside this "
    + "file. Without --pairs the pairs are made anew, which gives the same ones from the same files on the "
    + "same day (today in programme.yaml, else the clock's). The digest names all the files that were read: it "
    + "is another where pairs are given than where they are made."

  static let strata =
    "A stratum of n of all N pairs is owed n x V / N of the V visiting ones. It is assured of the whole part; "
    + "what is left over, in N-ths, is drawn for below. A unit's stratum is the cells of its teams, sorted; a "
    + "blank cell counts as a value of its own."

  static let generator = [
    "SplitMix64 (Steele, Lea and Flood 2014): all sums and products modulo 2^64, the state begins as the seed, "
      + "and each number is made by",
    "state = state + 0x9e3779b97f4a7c15; z = state; z = (z xor (z >> 30)) * 0xbf58476d1ce4e5b9; "
      + "z = (z xor (z >> 27)) * 0x94d049bb133111eb; number = z xor (z >> 31).",
    "One of m outcomes, 0 to m - 1: a number below 2^64 mod m is passed over, else the outcome is the number "
      + "mod m. So each outcome is exactly as likely.",
    "An order (Fisher and Yates): begin with the list sorted; for i = its length down to 2, draw one of i "
      + "outcomes j and swap the i-th element with the one at j + 1, which settles place i. What remains at "
      + "place 1 needs no number.",
    "What is left over (only where it is not nothing): the strata with something left over are put in an order "
      + "and laid end to end, each as long as what it has left over in N-ths. One of N outcomes u is drawn; "
      + "there are marks at u, u + N, u + 2N and so on, and a stratum gets one visiting pair more if a mark is "
      + "in its stretch, from where it begins to just before where it ends.",
    "Then, stratum by stratum, its units are put in an order, and the first of them visit, as many as the "
      + "stratum has visiting.",
  ]
}
