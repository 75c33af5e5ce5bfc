import Fuzzing
import Glibc

/// What libFuzzer calls with each input; Scripts/fuzz builds this target with its main. `COUNTERPART_FUZZ` names the
/// entrance.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  if let broken = entrance.brokenPromise(by: Array(UnsafeBufferPointer(start: data, count: size))) {
    preconditionFailure(broken)
  }
  return 0
}

private let entrance: Entrance = {
  guard let text = getenv("COUNTERPART_FUZZ"), let entrance = Entrance(rawValue: String(cString: text)) else {
    preconditionFailure("COUNTERPART_FUZZ names none of csv, yaml, job, ics, xlsx")
  }
  return entrance
}()
