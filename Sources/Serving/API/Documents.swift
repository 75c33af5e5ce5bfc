import Coordinator
import Domain
import Ledger

/// The documents of the API, with the names of docs/openapi.yaml in the form of Swift.
extension Interface {
  struct StatusDocument: Encodable {
    let programmes: [ProgrammeDocument]
  }

  struct ProgrammeDocument: Encodable {
    let id: String
    let awaits: [String]
    let release: ReleaseDocument?
    let hasDraft: Bool
    let jobs: [JobDocument]
    let replies: [ReplyDocument]

    init(_ status: ProgrammeStatus) {
      id = status.programme.text
      awaits = status.awaited
      release = status.release.map(ReleaseDocument.init)
      hasDraft = status.hasDraft
      jobs = status.open.map { JobDocument($0) }
      replies = status.replies.map(ReplyDocument.init)
    }
  }

  struct ReleaseDocument: Encodable {
    let number: Int
    let publishedAt: String?
    let job: String

    init(_ release: Release) {
      number = release.number
      job = release.job.description
      publishedAt =
        switch release.state {
        case .published(let at): at.iso
        case .prepared: nil
        }
    }
  }

  struct ReplyDocument: Encodable {
    let visitId: String
    let teamId: String
    let answer: String
    let note: String

    init(_ reply: VisitReply) {
      visitId = reply.visit.text
      teamId = reply.team.text
      answer = reply.answer.rawValue
      note = reply.note
    }
  }

  struct JobsDocument: Encodable {
    let jobs: [JobDocument]
  }

  struct JobDocument: Encodable {
    let id: String
    let programme: String
    let kind: String
    let state: String
    /// What came of it, or what stands in its way.
    let outcome: String?
    let tries: Int
    let createdAt: String
    let startedAt: String?
    let endedAt: String?
    let notBefore: String?
    let log: String?

    init(_ job: Job, log: String? = nil) {
      id = job.id.description
      programme = job.programme.text
      kind = job.kind.rawValue
      state = job.state.stage.rawValue
      tries = job.tries
      createdAt = job.createdAt.iso
      startedAt = job.startedAt?.iso
      endedAt = job.endedAt?.iso
      self.log = log
      switch job.state {
      case .queued(let due, let error): (outcome, notBefore) = (error, due?.iso)
      case .done(let summary): (outcome, notBefore) = (summary, nil)
      case .failed(let error), .held(let error): (outcome, notBefore) = (error, nil)
      case .superseded(let newer): (outcome, notBefore) = ("superseded by \(newer)", nil)
      case .running, .cancelled: (outcome, notBefore) = (nil, nil)
      }
    }
  }

  struct ReceiptsDocument: Encodable {
    let receipts: [ReceiptDocument]
  }

  struct ReceiptDocument: Encodable {
    let sequence: Int64
    let name: String
    let sha256: String
    let size: Int64
    let receivedAt: String
    let fate: String
    let text: String

    init(_ input: RecordedInput) {
      sequence = input.sequence.number
      name = input.name
      sha256 = input.digest.text
      size = input.size
      receivedAt = input.receivedAt.iso
      fate = input.fate.rawValue
      text = input.receipt
    }
  }

  struct PlanDocument: Encodable {
    let programme: String
    let release: ReleaseDocument
    let visits: [VisitDocument]
  }

  struct VisitDocument: Encodable {
    let visitId: String
    let host: String
    let visitors: [String]
    let date: String
    let start: String
    let end: String
    let roomId: String?
    let facilitatorId: String?
    let status: String
    let isPinned: Bool
    let reserveDate: String?
    let release: Int?
    let sequence: Int

    init(_ visit: Visit) {
      visitId = visit.id.text
      host = visit.host.text
      visitors = visit.visitors.map(\.text)
      date = visit.interval.start.day.iso
      start = visit.interval.start.clock
      end = visit.interval.end.minuteOfDay == 0 ? "24:00" : visit.interval.end.clock
      roomId = visit.room?.text
      facilitatorId = visit.facilitator?.text
      status = visit.status.rawValue
      isPinned = visit.pin != nil
      reserveDate = visit.reserveDate?.iso
      release = visit.release
      sequence = visit.sequence
    }
  }

  struct ChangesDocument: Encodable {
    let programme: String
    let release: Int
    let text: String
  }

  struct UploadDocument: Encodable {
    let name: String
    let size: Int64
  }
}

extension Timestamp {
  /// As RFC 3339 writes it, with milliseconds.
  var iso: String {
    let days = milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
    let rest = Int(milliseconds - days * 86_400_000)
    func padded(_ number: Int, _ digits: Int) -> String {
      String(repeating: "0", count: max(0, digits - "\(number)".count)) + "\(number)"
    }
    return Day(number: Int(days)).iso + "T" + padded(rest / 3_600_000, 2) + ":"
      + padded(rest / 60_000 % 60, 2) + ":" + padded(rest / 1000 % 60, 2) + "." + padded(rest % 1000, 3) + "Z"
  }
}
