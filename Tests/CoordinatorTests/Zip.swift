import Foundation

/// Zip files for tests, stored without packing.
enum Zip {
  /// The files of a folder under the folder's name, as a zip function writes them.
  static func folder(_ path: String, to place: String) throws {
    let name = (path as NSString).lastPathComponent
    var body: [UInt8] = []
    var list: [UInt8] = []
    let files = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    for file in files {
      let bytes = Array(FileManager.default.contents(atPath: "\(path)/\(file)") ?? Data())
      let title = Array("\(name)/\(file)".utf8)
      let about =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(checksum(bytes), 4)
        + little(bytes.count, 4) + little(bytes.count, 4) + little(title.count, 2) + little(0, 2)
      list += little(0x0201_4B50, 4) + little(20, 2) + about + little(0, 2) + little(0, 2) + little(0, 2)
      list += little(0, 4) + little(body.count, 4) + title
      body += little(0x0403_4B50, 4) + about + title + bytes
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
      + little(list.count, 4) + little(body.count, 4) + little(0, 2)
    try Data(body + list + end).write(to: URL(fileURLWithPath: place))
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(sum ^ 0xFFFF_FFFF)
  }
}
