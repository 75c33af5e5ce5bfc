@preconcurrency import Glibc
import Synchronization

/// A number for each thread that is never given twice, unlike `pthread_self`.
///
/// The solver keeps its environment per thread, and memory freed in another one aborts the process.
struct ThreadIdentity: Equatable {
  private let number: UInt

  static var current: ThreadIdentity {
    if let known = pthread_getspecific(key) { return ThreadIdentity(number: UInt(bitPattern: known)) }
    let number = UInt(next.add(1, ordering: .relaxed).newValue)
    pthread_setspecific(key, UnsafeRawPointer(bitPattern: number))
    return ThreadIdentity(number: number)
  }

  private static let next = Atomic<UInt>(0)
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    // Fails only past a thousand keys; `getspecific` then answers nil and every check says wrong thread.
    pthread_key_create(&key, nil)
    return key
  }()
}
