import Foundation
import Glibc

/// What the kernel says of mounted file systems.
enum Mounts {
  /// Shares of other machines, on which a lock or a mapped file may not be what it is on a disk.
  private static let network: Set<Substring> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "fuse.sshfs",
  ]

  /// The type of the network share that holds `path`; `nil` where it lies on this machine.
  static func networkFileSystem(at path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0,
      let table = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
    else { return nil }
    return networkFileSystem(ofDevice: UInt64(status.st_dev), in: table)
  }

  /// The same from the text of /proc/self/mountinfo (proc(5)): the third field is the device, the type follows the
  /// field that is a hyphen.
  static func networkFileSystem(ofDevice device: UInt64, in table: String) -> String? {
    let major = (device >> 8 & 0xfff) | (device >> 32 & ~0xfff)
    let minor = (device & 0xff) | (device >> 12 & ~0xff & 0xffff_ffff)
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == "\(major):\(minor)",
        let hyphen = fields.firstIndex(of: "-"), hyphen + 1 < fields.count
      else { continue }
      return network.contains(fields[hyphen + 1]) ? String(fields[hyphen + 1]) : nil
    }
    return nil
  }
}
