import Domain
import Foundation
import Ledger

/// A calendar file taken apart into its entries, so that an entry that says the same as before keeps its stamps and
/// with them the moment of its last change.
struct FeedText {
  /// One VEVENT.
  struct Entry {
    let uid: String
    let lines: [String]

    /// What it says, without when it was written: unfolded, and without DTSTAMP, LAST-MODIFIED and the plan's number and
    /// day.
    var meaning: String { FeedText.meaning(of: lines) }

    /// The entry as `old` was stamped, which says the same.
    func stamped(as old: Entry) -> [String] {
      lines.map { line in
        let name = ["DTSTAMP:", "LAST-MODIFIED:"].first(where: line.hasPrefix)
        return name.flatMap { name in old.lines.first { $0.hasPrefix(name) } } ?? line
      }
    }

    func value(of name: String) -> String? {
      lines.first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.utf8.count + 1)) }
    }
  }

  private let head: [String]
  private let tail: [String]
  let entries: [Entry]

  init(_ bytes: [UInt8]) {
    var head: [String] = []
    var tail: [String] = []
    var entries: [Entry] = []
    var open: [String]?
    for line in String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n") {
      if line == "BEGIN:VEVENT" { open = [] }
      if open != nil {
        open?.append(line)
        if line == "END:VEVENT", let lines = open {
          entries.append(Entry(uid: Self.uid(of: lines), lines: lines))
          open = nil
        }
      } else if entries.isEmpty {
        head.append(line)
      } else {
        tail.append(line)
      }
    }
    // A calendar without entries is all head.
    (self.head, self.tail, self.entries) = (head, tail + (open ?? []), entries)
  }

  private static func uid(of lines: [String]) -> String {
    guard let first = lines.firstIndex(where: { $0.hasPrefix("UID:") }) else { return "" }
    let rest = lines[(first + 1)...].prefix(while: isFolded).map(unfolded)
    return lines[first].dropFirst(4) + rest.joined()
  }

  /// The bytes, where the entries that say the same in `old` are stamped as they were.
  func keeping(_ old: FeedText) -> [UInt8] {
    let known = Dictionary(old.entries.map { ($0.uid, $0) }) { first, _ in first }
    let lines = entries.flatMap { entry in
      if let before = known[entry.uid], before.meaning == entry.meaning { return entry.stamped(as: before) }
      return entry.lines
    }
    return Array((head + lines + tail).joined(separator: "\r\n").utf8)
  }

  /// Whether readers of `old` would see nothing new.
  func saysTheSame(as old: FeedText) -> Bool {
    Self.meaning(of: head) == Self.meaning(of: old.head)
      && Self.meaning(of: tail) == Self.meaning(of: old.tail)
      && entries.map(\.meaning) == old.entries.map(\.meaning)
  }

  private static func meaning(of lines: [String]) -> String {
    var unfolded: [String] = []
    for line in lines {
      if isFolded(line), let last = unfolded.popLast() {
        unfolded.append(last + Self.unfolded(line))
      } else {
        unfolded.append(line)
      }
    }
    return unfolded.filter { !$0.hasPrefix("DTSTAMP:") && !$0.hasPrefix("LAST-MODIFIED:") }
      .map { line in
        let isText = line.hasPrefix("DESCRIPTION") || line.hasPrefix("X-WR-CALDESC")
        return isText ? line.replacing(imprint, with: "") : line
      }
      .joined(separator: "\n")
  }

  /// Whether a line goes on with the one before. A fold may come before a mark that makes one character with the space.
  private static func isFolded(_ line: String) -> Bool { line.utf8.first == UInt8(ascii: " ") }

  private static func unfolded(_ line: String) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.dropFirst()))
  }

  /// The last line of a text: of which plan it is.
  private static var imprint: Regex<Substring> {
    #/Plan (?:made|[0-9]+\\?, issued) [A-Za-z0-9 ]+\./#
  }
}

extension FeedText.Entry {
  /// How the entry stands, for the ledger; `nil` where it bears no UID or stamp. `old` is how it stood.
  func standing(after old: CalendarEntry?, at moment: Timestamp) -> CalendarEntry? {
    guard !uid.isEmpty, let modified = value(of: "LAST-MODIFIED").flatMap(Self.moment) else { return nil }
    let isCancelled = value(of: "STATUS") == "CANCELLED"
    return CalendarEntry(
      uid: uid, sequence: value(of: "SEQUENCE").flatMap { Int($0) } ?? 0, lastModified: modified,
      digest: contentHash(Array(meaning.utf8)),
      cancelledSince: isCancelled ? old?.cancelledSince ?? moment : nil)
  }

  /// Reads `YYYYMMDDTHHMMSSZ`.
  private static func moment(_ text: String) -> Timestamp? {
    let digits = Array(text.utf8)
    guard digits.count == 16, digits[8] == UInt8(ascii: "T"), digits[15] == UInt8(ascii: "Z") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? { Int(String(decoding: digits[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(4..<6), let date = number(6..<8),
      let hour = number(9..<11), let minute = number(11..<13), let second = number(13..<15),
      let day = Day(year: year, month: month, day: date)
    else { return nil }
    return Timestamp(
      milliseconds: Int64(day.number * 86_400 + hour * 3600 + minute * 60 + second) * 1000)
  }
}
