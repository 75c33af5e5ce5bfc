public import Domain

/// Reads a programme's files, all of them at once.
public enum ProgrammeReader {
  /// The programme in `files`, whatever their order; `today` is used where programme.yaml sets none.
  ///
  /// Throws every error of every file, with the warnings.
  public static func read(files: [InputFile], today: Day) throws(IntakeRejection) -> Admission {
    throw IntakeRejection(diagnostics: [])
  }
}
