import Intake
import Testing

@Suite struct DigestTests {
  @Test func theDigestKnowsNamesAndContentsButNoOrder() {
    let a = InputFile(name: "a", text: "1")
    let b = InputFile(name: "b", text: "2")
    let digest = InputDigest.of(files: [a, b])
    #expect(digest == InputDigest.of(files: [b, a]))
    #expect(digest.utf8.count == 64)
    let others = [
      [a], [InputFile(name: "a", text: "2"), InputFile(name: "b", text: "1")],
      [InputFile(name: "ab", text: "12")],
      [InputFile(name: "a", text: "1b2")], [],
    ]
    #expect(Set(others.map(InputDigest.of) + [digest]).count == 6)
  }
}
