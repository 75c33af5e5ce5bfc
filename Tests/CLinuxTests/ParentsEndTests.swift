import CLinux
import Foundation
import Testing

@Suite(.serialized) struct ParentsEndTests {
  /// Signal 0 at the end, so that the test's own process does not keep the wish.
  @Test func theKernelRemembersTheSignal() {
    #expect(system_signal_at_parents_end(SIGURG) == 0)
    #expect(system_signal_asked_for() == SIGURG)
    #expect(system_signal_at_parents_end(0) == 0)
    #expect(system_signal_asked_for() == 0)
  }

  @Test func aSignalThatIsNoneIsRefused() {
    #expect(system_signal_at_parents_end(-1) == -1)
  }
}
