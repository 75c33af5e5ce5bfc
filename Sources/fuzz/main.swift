import Fuzzing
import Glibc

// libFuzzer in a program with a `main` of its own: throws bytes at the entrance that COUNTERPART_FUZZ names, with
// libFuzzer's options. Scripts/fuzz builds and runs it.

/// What libFuzzer's library has in place of `main`; it ends with its exit status.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ oneInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let entrance: Entrance = {
  guard let text = getenv("COUNTERPART_FUZZ"), let entrance = Entrance(rawValue: String(cString: text)) else {
    preconditionFailure("COUNTERPART_FUZZ names none of csv, yaml, job, ics, xlsx")
  }
  return entrance
}()

private var count = CommandLine.argc
private var words = CommandLine.unsafeArgv
exit(
  runDriver(&count, &words) { data, size in
    if let broken = entrance.brokenPromise(by: Array(UnsafeBufferPointer(start: data, count: size))) {
      preconditionFailure(broken)
    }
    return 0
  })
