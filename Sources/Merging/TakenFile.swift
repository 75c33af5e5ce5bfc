public import Intake

/// What a file that was taken is, and what it does.
public enum TakenFile: Sendable, Equatable {
  /// A table of the programme, or programme.yaml.
  case data(Merge)
  /// An order.
  case job(JobFile)
  /// What teams say to visits; and what is odd about the file.
  case replies([Reply], warnings: [Diagnostic])
  /// What might happen: a whatif.csv, well formed, for `ChangesReader`; and what is odd about the file.
  case changes(InputFile, warnings: [Diagnostic])
}

/// What a file did to a programme.
public struct Merge: Sendable, Equatable {
  /// The steps from the rows before to the rows after, to be taken in this order; empty where the file says what is
  /// there already.
  public var changes: [RowChange]
  /// The programme with the file.
  public var state: MergeState
  /// What to tell whoever sent the file.
  public var receipt: MergeReceipt
  /// Whether the file itself may be kept; not so a calendar or a diary with notes, which say more of people's days than is
  /// read.
  public var keepsContent = true
}
