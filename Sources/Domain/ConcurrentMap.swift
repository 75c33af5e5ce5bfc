import Dispatch

extension Array where Element: Sendable {
  /// What `map` gives, in the same order, worked out on all cores at once; for work of a millisecond or more an element.
  public func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { results, initialized in
      // Each iteration writes to a place of its own.
      nonisolated(unsafe) let places = results
      DispatchQueue.concurrentPerform(iterations: count) { index in
        places.initializeElement(at: index, to: transform(self[index]))
      }
      initialized = count
    }
  }
}
