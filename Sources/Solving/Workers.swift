/// Who does a request's work: whichever it is, the request, the reply and the ways to fail are the same.
public enum Workers: Sendable {
  /// A process of this machine.
  case local(WorkerProcess)
  /// A job of Slurm, on some machine of a cluster.
  case slurm(SlurmWorker)

  /// Has `request` answered by `executable` under `limits`, through Slurm where `slurm` says how.
  public init(executable: String, limits: WorkerLimits, slurm: SlurmSettings? = nil) {
    if let slurm {
      self = .slurm(SlurmWorker(executable: executable, limits: limits, settings: slurm))
    } else {
      self = .local(WorkerProcess(executable: executable, limits: limits))
    }
  }

  /// Runs one job. Throws `WorkerFailure`, or `CancellationError` where the surrounding task is cancelled. `progress` is
  /// called in the worker's own order.
  public func answer(
    to request: WorkRequest, progress: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) async throws -> WorkReply {
    switch self {
    case .local(let process): try await process.answer(to: request, progress: progress)
    case .slurm(let worker): try await worker.answer(to: request, progress: progress)
    }
  }
}
