/// The edges that a matching nearly as good as the best can have, by a certificate.
///
/// A matching with edge e stays below the certificate's bound by e's loss at least. One that is worth `least` or more
/// therefore has only edges whose loss leaves room for that, and the others need not be looked at.
struct NearEdges {
  /// The same nodes, and the near edges alone.
  let problem: MatchingProblem
  /// Which edge of the whole problem each is, ascending.
  let edges: [Int]
  /// Every matching of the whole problem that is worth so much, or more, has near edges alone.
  let least: Int

  /// The `count` edges with the smallest losses, and those that lose no more than the last of them, of a problem
  /// without side rows and trios.
  init(_ whole: MatchingProblem, certificate: Certificate, count: Int) {
    let sets = certificate.pricedOddSets(nodeCount: whole.nodeCount)
    let losses = whole.weights.indices.map { certificate.loss(of: $0, in: whole, sets: sets) }
    let room = count < losses.count ? losses.sorted()[count] : .max
    edges = losses.indices.filter { losses[$0] <= room }
    problem = whole.keeping(edges, trios: nil)
    // Rounded up: with another edge there is less than (bound − room) / 2^shift.
    least =
      edges.count == whole.edgeCount
      ? .min : -((room - certificate.scaledBound) >> certificate.shift)
  }
}
