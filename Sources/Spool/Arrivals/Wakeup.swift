import Dispatch
@preconcurrency import Glibc
import Synchronization

/// Says when it is worth looking at the incoming folders: when something happened there, and every so often anyway.
///
/// A wake-up says nothing about what happened, and may be for nothing; the scan says what is there. Where the operating
/// system cannot watch folders, only the timer wakes, and `watching` says so.
/// Reads: the incoming folders' events, by inotify. Survives: folders that come and go, and a full queue of events.
public final class Wakeup: Sendable {
  /// What wakes beside the timer.
  public enum Watching: Hashable, Sendable {
    /// Events in so many folders.
    case folders(Int)
    /// Nothing, or not in all folders, for this reason; a sentence with what to do.
    case timerOnly(String)
  }

  /// The calls by which folders are watched.
  struct Inotify: Sendable {
    /// A new queue of events, or -1 with `errno`.
    var start: @Sendable () -> Int32 = { inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) }
    /// Watches the folder of this path, or -1 with `errno`.
    var add: @Sendable (Int32, String) -> Int32 = { inotify_add_watch($0, $1, Wakeup.events) }
  }

  /// A wake-up an element; several that nobody waited for are one. The first comes at once.
  public let wakeups: AsyncStream<Void>

  private let root: SpoolRoot
  private let inotify: Inotify
  private let ring: AsyncStream<Void>.Continuation
  private let queue = DispatchQueue(label: "counterpart.wakeup")
  private let state: Mutex<State>

  /// Unchecked because Dispatch's sources, which may be used from any thread, do not say so to the compiler.
  private struct State: @unchecked Sendable {
    var descriptor: Int32 = -1
    var watching = Watching.folders(0)
    var events: (any DispatchSourceRead)?
    var timer: (any DispatchSourceTimer)?
  }

  /// Watches the incoming folders of `root`, and wakes every `seconds` besides.
  public convenience init(for root: SpoolRoot, everySeconds seconds: Double = 10) {
    self.init(for: root, everySeconds: seconds, by: Inotify())
  }

  init(for root: SpoolRoot, everySeconds seconds: Double, by inotify: Inotify) {
    self.root = root
    self.inotify = inotify
    (wakeups, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    state = Mutex(State())
    start(everySeconds: seconds)
    ring.yield()
  }

  deinit { stop() }

  /// What wakes beside the timer, as of now; to be said in the log when it changes.
  public var watching: Watching { state.withLock { $0.watching } }

  /// Ends the stream and gives everything back; doing it twice does no harm.
  public func stop() {
    ring.finish()
    let (events, timer) = state.withLock { state in
      defer {
        state.events = nil
        state.timer = nil
        state.descriptor = -1
      }
      return (state.events, state.timer)
    }
    timer?.cancel()
    // Closes the queue of events, in its cancel handler.
    events?.cancel()
  }

  private func start(everySeconds seconds: Double) {
    let descriptor = inotify.start()
    let reason = errno
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + seconds, repeating: seconds)
    timer.setEventHandler { [weak self] in self?.wake() }
    let events: (any DispatchSourceRead)? =
      descriptor < 0 ? nil : DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    events?.setEventHandler { [weak self] in
      if Self.drain(descriptor) { self?.wake() }
    }
    events?.setCancelHandler { close(descriptor) }
    state.withLock { state in
      state.descriptor = descriptor
      if descriptor < 0 { state.watching = .timerOnly(Self.sentence(reason)) }
      state.events = events
      state.timer = timer
    }
    watchFolders()
    events?.activate()
    timer.activate()
  }

  private func wake() {
    watchFolders()
    ring.yield()
  }

  /// Watches what there is to watch now; to watch a folder twice is to watch it once.
  private func watchFolders() {
    let programmes = (try? root.programmes()) ?? []
    let places = [SpoolPlace.incoming] + programmes.flatMap { [.dropped($0), .handedOver($0)] }
    state.withLock { state in
      guard state.descriptor >= 0 else { return }
      var count = 0
      for place in places {
        if inotify.add(state.descriptor, root.path(of: place)) >= 0 {
          count += 1
        } else if ![ENOENT, ENOTDIR, ELOOP].contains(errno) {
          state.watching = .timerOnly(Self.sentence(errno))
          return
        }
      }
      state.watching = .folders(count)
    }
  }

  /// Takes what has happened; whether it is worth looking at. Hidden files are not, which a scan would not see either:
  /// the daemon's own probes of a folder would wake it to make the next. What else it is does not matter, not even that
  /// there was too much.
  private static func drain(_ descriptor: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var isWorthLooking = false
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return isWorthLooking }
      buffer.withUnsafeBytes { bytes in
        let header = MemoryLayout<inotify_event>.size
        var place = 0
        while place + header <= count {
          let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
          // Events of a folder itself, and of a full queue, have no name.
          if event.len == 0 || bytes[place + header] != UInt8(ascii: ".") { isWorthLooking = true }
          place += header + Int(event.len)
        }
      }
    }
  }

  private static func sentence(_ code: Int32) -> String {
    let cause = String(cString: strerror(code))
    let remedy =
      switch code {
      case ENOSPC, EMFILE: "raise fs.inotify.max_user_watches or fs.inotify.max_user_instances with sysctl"
      case EACCES: "give the daemon's user the right to read the incoming folders"
      default: "see whether the kernel supports inotify"
      }
    return
      "incoming folders cannot all be watched (\(cause)), so that files are found by looking from time to time; "
      + remedy
  }

  private static let events = UInt32(
    IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
      | IN_DONT_FOLLOW)
}
