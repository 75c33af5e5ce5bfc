import Domain
import Testing

@Suite struct ConcurrentMapTests {
  @Test(arguments: [0, 1, 2, 1000])
  func `what is worked out on all cores is in the order of what it was worked out from`(count: Int) {
    let numbers = Array(0..<count)
    #expect(numbers.concurrentMap { String($0 * $0) } == numbers.map { String($0 * $0) })
  }
}
