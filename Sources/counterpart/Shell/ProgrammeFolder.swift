import Domain
import Foundation
import Intake
import Solving

/// A programme's folder on disk.
struct ProgrammeFolder {
  let files: [InputFile]

  /// Files larger than this are no tables.
  private static let largestFile = 64 << 20

  /// Reads programme.yaml and every file directly inside `path` that may bring tables; other files and subfolders are
  /// left alone.
  init(_ path: String) throws(Ending) {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw Ending(
        status: .refused,
        message: "\(path): error: there is no such folder; name the folder that holds programme.yaml")
    }
    let names: [String]
    do {
      names = try manager.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw Ending(
        status: .refused, message: "\(path): error: the folder cannot be read; allow reading it (chmod u+rx)")
    }
    var files: [InputFile] = []
    var problems: [String] = []
    for name in names where Self.belongs(name) {
      let url = folder.appendingPathComponent(name)
      let attributes = try? manager.attributesOfItem(atPath: url.path)
      if attributes?[.type] as? FileAttributeType == .typeDirectory { continue }
      if let size = attributes?[.size] as? Int, size > Self.largestFile {
        problems.append(
          "\(name):1:1: error: the file is larger than 64 MiB; split the table over several files")
        continue
      }
      guard let data = try? Data(contentsOf: url) else {
        problems.append("\(name):1:1: error: the file cannot be read; allow reading it (chmod u+r)")
        continue
      }
      files.append(InputFile(name: name, bytes: Array(data)))
    }
    guard problems.isEmpty else { throw Ending(status: .refused, message: problems.joined(separator: "\n")) }
    self.files = files
  }

  /// Reads one file given by its path.
  static func file(_ path: String) throws(Ending) -> InputFile {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw Ending(status: .refused, message: "\(path): error: the file cannot be read; check its name")
    }
    return InputFile(name: (path as NSString).lastPathComponent, bytes: Array(data))
  }

  private static func belongs(_ name: String) -> Bool {
    guard !name.hasPrefix("."), !name.hasPrefix("~$") else { return false }
    let kind = FileKind(named: name)
    return kind == .settings || kind.bringsTables
  }

  /// The programme, or every diagnostic as the command's end.
  func admit(today: Day) throws(Ending) -> Admission {
    do {
      return try ProgrammeReader.read(files: files, today: today)
    } catch {
      throw Ending(
        status: .refused, message: error.diagnostics.map(\.description).joined(separator: "\n"))
    }
  }

  /// The files as a worker's request carries them.
  var requestFiles: [WorkRequest.File] {
    files.map { WorkRequest.File(name: $0.name, data: Data($0.bytes)) }
  }
}

extension Admission {
  /// Takes the visits.csv at `path` as the programme's schedule and returns the file; warns unless `quiet`.
  mutating func takeSchedule(_ path: String, quiet: Bool) throws(Ending) -> InputFile {
    let file = try ProgrammeFolder.file(path)
    do {
      let read = try ScheduleReader.visits(in: file, of: programme, dates: conventions.dates)
      if !quiet { for warning in read.warnings { Terminal.error(warning.description) } }
      programme.schedule = read.visits
      return file
    } catch {
      throw Ending(status: .refused, message: error.diagnostics.map(\.description).joined(separator: "\n"))
    }
  }
}

extension Day {
  /// The clock's day where this machine is.
  static var onTheClock: Day {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? Day(number: 0)
  }
}
