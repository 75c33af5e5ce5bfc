public import Algebra
import CGLPK

/// A linear or integer programme inside the solver: columns and rows come, go and change, and the basis
/// stays, so that each solve begins where the last one ended.
///
/// Rows and columns are numbered from 0; deleting some renumbers those behind them. A problem lives and
/// dies on one thread: every call on another thread throws `wrongThread`, and a last reference dropped
/// there leaks the memory rather than abort the process. Every argument is checked before it reaches the
/// solver; a call that throws has changed nothing.
public final class Problem {
  let pointer: OpaquePointer
  private let owner = ThreadIdentity.current
  var isSearching = false
  /// Whether the solver's basic solution belongs to the problem as it stands.
  var isSolved = false
  /// Whether the basis was touched in a way that may have made its matrix singular.
  var isBasisSuspect = false
  private(set) var scratch = Scratch()

  /// An empty problem.
  public init(_ direction: Direction = .minimise) {
    pointer = glp_create_prob()
    Terminal.release()
    glp_set_obj_dir(pointer, direction == .minimise ? GLP_MIN : GLP_MAX)
  }

  deinit {
    scratch.free()
    if owner == .current { glp_delete_prob(pointer) }
  }

  /// The number of rows; 0 on another thread than the problem's own.
  public var rowCount: Int { owner == .current ? Int(glp_get_num_rows(pointer)) : 0 }

  /// The number of columns; 0 on another thread than the problem's own.
  public var columnCount: Int { owner == .current ? Int(glp_get_num_cols(pointer)) : 0 }

  /// The number of coefficients in the matrix; 0 on another thread than the problem's own.
  public var entryCount: Int { owner == .current ? Int(glp_get_num_nz(pointer)) : 0 }

  /// Whether the objective is minimised or maximised.
  public var direction: Direction {
    owner == .current && glp_get_obj_dir(pointer) == GLP_MAX ? .maximise : .minimise
  }

  /// Simplex iterations since the problem was made.
  public var iterationCount: Int { owner == .current ? Int(glp_get_it_cnt(pointer)) : 0 }

  /// To be called first in every throwing method.
  func checkAccess() throws(GLPKError) {
    guard owner == .current else { throw .wrongThread }
    guard !isSearching else { throw .busy }
  }

  /// To be called first in every method that changes the problem.
  func beginChange() throws(GLPKError) {
    try checkAccess()
    isSolved = false
  }

  /// Makes room for vectors of `length` entries and for marks on `indices` indices.
  func prepareScratch(length: Int, indices: Int) {
    scratch.reserve(length: length, indices: indices)
  }

  /// A number no mark carries yet.
  func freshStamp() -> Int32 {
    scratch.freshStamp()
  }
}

/// Memory for one sparse vector in the solver's 1-based form, and marks to find duplicates, kept between
/// calls.
struct Scratch {
  private(set) var indices = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private(set) var numbers = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  private(set) var marks = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private var length = 0
  private var markCount = 0
  private var stamp: Int32 = 0

  mutating func reserve(length wanted: Int, indices wantedMarks: Int) {
    if wanted > length {
      length = max(wanted, 2 * length)
      indices.deallocate()
      numbers.deallocate()
      indices = .allocate(capacity: length + 1)
      numbers = .allocate(capacity: length + 1)
    }
    if wantedMarks > markCount {
      markCount = max(wantedMarks, 2 * markCount)
      marks.deallocate()
      marks = .allocate(capacity: markCount)
      marks.initialize(repeating: 0, count: markCount)
      stamp = 0
    }
  }

  mutating func freshStamp() -> Int32 {
    if stamp == .max {
      marks.update(repeating: 0, count: markCount)
      stamp = 0
    }
    stamp += 1
    return stamp
  }

  func free() {
    indices.deallocate()
    numbers.deallocate()
    marks.deallocate()
  }
}
