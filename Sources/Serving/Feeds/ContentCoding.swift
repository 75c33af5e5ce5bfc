import HTTPTypes

/// How a body is sent (RFC 9110 section 12.5.3).
enum ContentCoding {
  case asItIs, gzip

  /// What a reader wants: gzip where it is named, or `*` is, with a weight above nothing and not below that of the plain
  /// form, where that is named.
  init(_ headers: HTTPFields) {
    var named: Double?
    var plain: Double?
    var others: Double?
    for part in headers[values: .acceptEncoding].joined(separator: ",").split(separator: ",") {
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      guard let name = pieces.first else { continue }
      let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      switch name {
      case "gzip", "x-gzip": named = weight
      case "identity": plain = weight
      case "*": others = weight
      default: break
      }
    }
    let packed = named ?? others ?? 0
    self = packed > 0 && packed >= plain ?? 0 ? .gzip : .asItIs
  }
}
