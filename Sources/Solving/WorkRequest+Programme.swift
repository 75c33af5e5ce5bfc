public import Domain
import Intake

extension WorkRequest {
  /// The programme in the request's files, with the schedule and the wishes given beside them: the same for the worker
  /// that plans it and for the parent that checks the plan.
  ///
  /// Throws `IntakeRejection` with everything that is wrong.
  public func programme() throws -> Programme {
    guard let today = Day(iso: today) else { throw WorkReply.Failure(why: "the request has no day") }
    let inputs = files.map { InputFile(name: $0.name, bytes: Array($0.data)) }
    let admission = try ProgrammeReader.read(files: inputs, today: today)
    var programme = admission.programme
    if let visits {
      programme.schedule = try ScheduleReader.visits(
        in: InputFile(name: visits.name, bytes: Array(visits.data)), of: programme,
        dates: admission.conventions.dates
      ).visits
    }
    if let moveCost { programme.settings.costs.movePublished = moveCost }
    return programme
  }
}
