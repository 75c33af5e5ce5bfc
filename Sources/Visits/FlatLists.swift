/// Lists of small numbers, one behind the other.
struct FlatLists {
  /// Where each list begins; one more at the end.
  private(set) var starts: [Int]
  private(set) var members: [Int32]

  init(_ lists: [[Int]]) {
    starts = [0]
    members = []
    starts.reserveCapacity(lists.count + 1)
    members.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists {
      for member in list { members.append(Int32(member)) }
      starts.append(members.count)
    }
  }

  /// How many lists there are.
  var count: Int { starts.count - 1 }

  subscript(list: Int) -> ArraySlice<Int32> { members[starts[list]..<starts[list + 1]] }

  /// For each number below `count`, the lists that hold it, ascending.
  func inverse(count: Int) -> FlatLists {
    var inverse = FlatLists([])
    var starts = [Int](repeating: 0, count: count + 1)
    for member in members { starts[Int(member) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    var lists = [Int32](repeating: 0, count: members.count)
    for list in 0..<self.count {
      for member in self[list] {
        lists[next[Int(member)]] = Int32(list)
        next[Int(member)] += 1
      }
    }
    inverse.starts = starts
    inverse.members = lists
    return inverse
  }
}
