public import Domain
public import Foundation

/// All that a worker needs to know: self-contained, so that the same request runs anywhere.
public struct WorkRequest: Codable, Sendable {
  /// What is to be done.
  public var job: Job
  /// The programme's files by name, as bytes.
  public var files: [File]
  /// The day from which notice counts where programme.yaml does not say, as `YYYY-MM-DD`.
  public var today: String
  /// Seed of every random choice.
  public var seed: UInt64
  /// Seconds for both searches together; reading and preparing come on top.
  public var timeLimit: Double
  /// Pivots of the simplex method that the search for dates may take; `nil` without a limit.
  public var iterations: Int?
  /// A pairs.csv to use instead of pairing.
  public var pairs: File?
  /// A visits.csv that is the schedule so far, instead of the programme's own.
  public var visits: File?
  /// Two teams each, by id, that are not to be paired, besides what pair_rules.csv says.
  public var forbid: [[String]]
  /// Two teams each, by id, that are to be paired, besides what pair_rules.csv says.
  public var force: [[String]]
  /// By how many standard deviations the pairing may score less than the best where more visits find a date then; `nil`
  /// where only the best is wanted.
  public var joint: Double?
  /// Which model is to be written down, and how, where the job is `export`.
  public var export: Export?
  /// What might happen, where the job is `whatIf`.
  public var whatIf: WhatIf?
  /// The id of the visit that is to be explained, where the job is `explain`.
  public var visit: String?
  /// The schedule before, where the job is `plan` and the reasons of moves are wanted.
  public var before: Plan?
  /// Clinician-hours that moving a published visit costs, instead of what programme.yaml says.
  public var moveCost: Double?
  /// What a dropped file is to be taken into, where the job is `take`.
  public var take: TakeRequest?

  /// What a worker can do.
  public enum Job: String, Codable, Sendable {
    /// Pairs and visits.
    case plan
    /// Pairs alone.
    case pair
    /// A whole model as text, for other solvers.
    case export
    /// What becomes of a schedule when something happens.
    case whatIf
    /// One visit: what is to be said of every date, and what to ask for.
    case explain
    /// One dropped file: what it is, and what it does to a programme's rows.
    case take
  }

  /// Questions about a schedule.
  public struct WhatIf: Codable, Sendable {
    /// Files of changes, each a question of its own.
    public var changes: [Changes]
    /// Whether every visit's delay is to be tried.
    public var isSweep: Bool
    /// What of all that this worker is to answer; `nil` for everything.
    public var part: Part?

    /// A whatif.csv, and the tables that lie beside it.
    public struct Changes: Codable, Sendable {
      /// The file.
      public var file: File
      /// facilitators.csv and availability.csv beside it, under names that no file of the programme has.
      public var beside: [File]

      /// A file and what lies beside it.
      public init(file: File, beside: [File] = []) {
        self.file = file
        self.beside = beside
      }
    }

    /// The given questions.
    public init(changes: [Changes], isSweep: Bool = false) {
      self.changes = changes
      self.isSweep = isSweep
    }
  }

  /// A model as text.
  public struct Export: Codable, Sendable {
    /// Which model.
    public var model: Model
    /// In which language.
    public var format: Format

    /// Which of the two models of models/*.mod.
    public enum Model: String, Codable, Sendable, CaseIterable {
      case pairing, visits
    }

    /// A language that other solvers read.
    public enum Format: String, Codable, Sendable, CaseIterable {
      /// Free MPS.
      case mps
      /// CPLEX LP.
      case lp
      /// The data of models/*.mod in GNU MathProg.
      case mathprog
    }

    /// A model in a language.
    public init(model: Model, format: Format) {
      self.model = model
      self.format = format
    }
  }

  /// A file by name.
  public struct File: Codable, Sendable {
    /// Its name without a folder.
    public var name: String
    /// Its bytes.
    public var data: Data

    /// A file of these bytes.
    public init(name: String, data: Data) {
      self.name = name
      self.data = data
    }
  }

  /// A request; nothing is read from disk by the worker.
  public init(
    job: Job, files: [File], today: String, seed: UInt64 = 1, timeLimit: Double = 60,
    iterations: Int? = nil, pairs: File? = nil,
    visits: File? = nil,
    forbid: [[String]] = [], force: [[String]] = [], joint: Double? = nil, export: Export? = nil,
    whatIf: WhatIf? = nil, visit: String? = nil, before: Plan? = nil, take: TakeRequest? = nil
  ) {
    self.job = job
    self.files = files
    self.today = today
    self.seed = seed
    self.timeLimit = timeLimit
    self.iterations = iterations
    self.pairs = pairs
    self.visits = visits
    self.forbid = forbid
    self.force = force
    self.joint = joint
    self.export = export
    self.whatIf = whatIf
    self.visit = visit
    self.before = before
    self.take = take
  }
}
