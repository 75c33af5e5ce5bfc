public import Domain
public import Intake

/// Whether a programme that came in pieces can be planned.
public enum Completeness: Sendable, Equatable {
  /// It can.
  case complete(Admission)
  /// It waits for what `awaited` names, each a sentence without its full stop; nothing else is wrong.
  case incomplete(awaited: [String])
  /// Two files contradict each other, or the programme as a whole cannot be planned: `faults` says why, each with the
  /// table and row and what to do. It may wait for something besides.
  case contradictory(faults: [String], awaited: [String])

  /// Reads the whole programme. `today` stands in where programme.yaml sets none.
  public init(of state: MergeState, today: Day) {
    do {
      self = .complete(try ProgrammeReader.read(files: state.files(), today: today))
    } catch {
      let errors = error.diagnostics.filter { $0.severity == .error }
      let awaited = AwaitedList.sentences(errors)
      var places = RowPlaces(state)
      let faults = errors.filter { $0.awaits == nil }.map { places.sentence($0) }
      self =
        faults.isEmpty ? .incomplete(awaited: awaited) : .contradictory(faults: faults, awaited: awaited)
    }
  }
}
