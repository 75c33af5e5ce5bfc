/// The text beside a private copy that says what the copy is of; `key value` lines, the name as hexadecimal digits.
struct ClaimNote: Equatable {
  let sighting: Sighting
  let sha256: String

  static let heading = "counterpart claim 1"

  var bytes: [UInt8] {
    let status = sighting.status
    let lines = [
      Self.heading,
      "programme \(sighting.programme.text)",
      "place \(sighting.place.rawValue)",
      "name \(Digest.digits(sighting.name.bytes))",
      "size \(status.size)",
      "modified \(status.modified)",
      "inode \(status.inode)",
      "device \(status.device)",
      "links \(status.links)",
      "sha256 \(sha256)",
      "end",
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  init(sighting: Sighting, sha256: String) {
    self.sighting = sighting
    self.sha256 = sha256
  }

  /// The note that these bytes are, or nil where anything of it is missing or odd.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.first == Self.heading, lines.last == "end" else { return nil }
    var values: [String: String] = [:]
    for line in lines.dropFirst().dropLast() {
      guard let space = line.firstIndex(of: " ") else { return nil }
      values[String(line[..<space])] = String(line[line.index(after: space)...])
    }
    guard let programme = values["programme"].flatMap({ ProgrammeName($0) }),
      let place = values["place"].flatMap({ Sighting.Place(rawValue: $0) }),
      let name = values["name"].flatMap({ Digest.bytes($0) }), !name.isEmpty,
      let size = values["size"].flatMap({ Int64($0) }),
      let modified = values["modified"].flatMap({ Int64($0) }),
      let inode = values["inode"].flatMap({ UInt64($0) }),
      let device = values["device"].flatMap({ UInt64($0) }),
      let links = values["links"].flatMap({ UInt64($0) }), let sha256 = values["sha256"],
      sha256.utf8.count == 64
    else { return nil }
    let status = FileStatus(
      kind: .regular, size: size, modified: modified, inode: inode, device: device, links: links)
    self.init(
      sighting: Sighting(programme: programme, place: place, name: FileName(bytes: name), status: status),
      sha256: sha256)
  }
}
