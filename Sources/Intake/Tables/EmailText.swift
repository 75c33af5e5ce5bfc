/// An e-mail address, loosely: something, one `@`, and a name with a point in it.
enum EmailText {
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254 else { return false }
    guard
      text.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace && !",;<>\"".unicodeScalars.contains($0) })
    else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
  }
}
