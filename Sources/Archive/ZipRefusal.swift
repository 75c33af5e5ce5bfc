/// Why an archive is not taken apart.
public enum ZipRefusal: Error, Hashable, Sendable {
  /// It is no zip file, or only the beginning or the middle of one.
  case notAnArchive
  /// Its parts contradict each other; what about, in a few words.
  case damaged(String)
  /// It says that it is in the form for archives above 4 GiB, and what belongs to that form is not there.
  case zip64
  /// It is one part of several.
  case inParts
  /// It holds more entries than may be.
  case tooManyEntries(Int, limit: Int)
  /// Unpacked, it holds more bytes than may be.
  case tooLarge(limit: Int)
  /// A file unpacks to more than so many times its packed size.
  case suspiciouslySmall(String, ratio: Int)
  /// A file is encrypted.
  case encrypted(String)
  /// A file is packed by a method other than stored and deflate; the method's number in the format.
  case unknownMethod(String, Int)
  /// A name that leads out of the folder, or is none.
  case badName(String)
  /// A link, device or the like instead of a file.
  case notAFile(String)
  /// A folder in the programme's folder.
  case folderInside(String)
  /// An archive in the archive.
  case archiveInside(String)
  /// Two files of one name, capitals and small letters being the same.
  case sameName(String)
  /// There are no files in it.
  case empty

  /// What is wrong and what to do, for a project manager.
  public var sentence: String {
    switch self {
    case .notAnArchive:
      "This is not a zip file, or only part of one. Make it again and put it here as a whole."
    case .damaged(let what):
      "This zip file is damaged (\(what)). Make it again and send it again."
    case .zip64:
      "This zip file says that it is in the form for very large archives (zip64), and is not. Zip the "
        + "programme's folder again, with the zip function of Windows or macOS."
    case .inParts:
      "This zip file is one of several parts. Make one zip file of the folder, not split into parts."
    case .tooManyEntries(let count, let limit):
      "This zip file holds \(count) entries, where at most \(limit) are taken. Zip only the programme's folder."
    case .tooLarge(let limit):
      "This zip file holds more than \(limit >> 20) MiB unpacked. Zip only the programme's folder, or send its "
        + "files one by one."
    case .suspiciouslySmall(let name, let ratio):
      "'\(name)' in this zip file unpacks to more than \(ratio) times its size, as a harmful file would. Send "
        + "that file by itself, not zipped."
    case .encrypted(let name):
      "'\(name)' in this zip file is encrypted. Make the zip file without a password."
    case .unknownMethod(let name, let method):
      "'\(name)' in this zip file is packed by method \(method), which is not read. Make the zip file with the "
        + "zip function of Windows or macOS."
    case .badName(let name):
      "This zip file holds the name '\(name)', which is not taken: names must have no '..', no leading '/', no "
        + "drive letter, no '\\' and no control characters. Rename the file and zip the folder again."
    case .notAFile(let name):
      "'\(name)' in this zip file is a link or a device, not a file. Put the file itself into the folder and zip "
        + "it again."
    case .folderInside(let name):
      "'\(name)' in this zip file lies in a folder inside the programme's folder. Put all files into one folder, "
        + "or leave that folder out, and zip it again."
    case .archiveInside(let name):
      "'\(name)' is an archive inside this zip file. Unpack it into the folder and zip the folder again."
    case .sameName(let name):
      "This zip file holds '\(name)' twice, capitals and small letters being the same. Keep one and zip the "
        + "folder again."
    case .empty:
      "This zip file holds no files. Zip the programme's folder with its files in it."
    }
  }
}
