/// Finds what somebody probably meant.
enum NearestName {
  /// The candidate nearest to `name`, if it is near enough to be worth naming: at most a third of its letters
  /// wrong, upper and lower case alike. Of equally near ones the first in byte order.
  static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(longest))
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(longest))
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      guard distance <= limit else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// Longer names are compared by their beginnings, which bounds the work that hostile input can cause.
  private static let longest = 64

  /// The number of insertions, deletions, replacements and swaps of neighbours between the two (optimal string
  /// alignment).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        var cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}

extension Collection<String> {
  /// `a`, `a or b`, `a, b or c`.
  var orList: String { joined(lastly: "or") }
  /// `a`, `a and b`, `a, b and c`.
  var andList: String { joined(lastly: "and") }

  private func joined(lastly word: String) -> String {
    guard count > 1, let last = dropFirst(count - 1).first else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension Int {
  /// `1 row`, `2 rows`.
  func of(_ noun: String) -> String { of(noun, noun + "s") }

  /// `1 entry`, `2 entries`.
  func of(_ one: String, _ several: String) -> String { "\(self) \(self == 1 ? one : several)" }
}
