/// What programme.yaml says, with every default filled in.
public struct Settings: Sendable, Equatable {
  /// The programme's id.
  public var id: ProgrammeID
  /// Its name for people.
  public var name: String
  /// The IANA name of its time zone, as `Europe/London`.
  public var timeZone: String
  /// The first day on which a visit may be.
  public var visitsFrom: Day
  /// The last day on which a visit may be.
  public var visitsTo: Day
  /// The day the plan is made; visits lie after it, notice counts from it.
  public var today: Day
  /// How pairs are made.
  public var pairing: PairingSettings
  /// How visits are made.
  public var visits: VisitSettings
  /// What everything costs.
  public var costs: CostSettings
  /// How calendars are published.
  public var publish: PublishSettings
  /// The learning events, in the order of the file.
  public var events: [LearningEvent]

  /// Settings with the defaults of docs/formats.md where nothing is given.
  public init(
    id: ProgrammeID, name: String, timeZone: String, visitsFrom: Day, visitsTo: Day, today: Day,
    pairing: PairingSettings = PairingSettings(), visits: VisitSettings = VisitSettings(),
    costs: CostSettings = CostSettings(), publish: PublishSettings = PublishSettings(),
    events: [LearningEvent] = []
  ) {
    self.id = id
    self.name = name
    self.timeZone = timeZone
    self.visitsFrom = visitsFrom
    self.visitsTo = visitsTo
    self.today = today
    self.pairing = pairing
    self.visits = visits
    self.costs = costs
    self.publish = publish
    self.events = events
  }
}

/// The `pairing:` part of programme.yaml.
public struct PairingSettings: Sendable, Equatable {
  /// The indicators, in the order of the file.
  public var indicators: [Indicator]
  /// Partners live at most so far apart, the longer direction.
  public var maxTravel: Minutes?
  /// Columns of teams.csv that partners must not share.
  public var keepApart: [String]
  /// Score lost per SD of level gap.
  public var levelWeight: Double
  /// Score lost per hour of travel, one way.
  public var travelWeightPerHour: Double
  /// The widest level gap of a pair in SD; `nil` is no limit.
  public var maxLevelGap: Double?
  /// What each side must be able to learn, in SD.
  public var minGain: Double?
  /// On how many indicators both partners must have a figure.
  public var minCommonIndicators: Int
  /// Whether the sum of scores counts, or first the worst pair's.
  public var fairness: Fairness
  /// The sum over pairs of travel hours one way; `nil` is no limit.
  public var travelBudgetHours: Double?
  /// How many feasible dates each leg needs.
  public var minCommonDates: Int
  /// What becomes of the last team where the number is odd.
  public var oddTeam: OddTeam

  /// Pairing settings, each with its default.
  public init(
    indicators: [Indicator] = [], maxTravel: Minutes? = Minutes(180), keepApart: [String] = ["network"],
    levelWeight: Double = 0.5, travelWeightPerHour: Double = 0.05, maxLevelGap: Double? = 1.5,
    minGain: Double? = 0.1, fairness: Fairness = .total, travelBudgetHours: Double? = nil,
    minCommonDates: Int = 3, oddTeam: OddTeam = .trio, minCommonIndicators: Int = 2
  ) {
    self.indicators = indicators
    self.maxTravel = maxTravel
    self.keepApart = keepApart
    self.levelWeight = levelWeight
    self.travelWeightPerHour = travelWeightPerHour
    self.maxLevelGap = maxLevelGap
    self.minGain = minGain
    self.fairness = fairness
    self.travelBudgetHours = travelBudgetHours
    self.minCommonDates = minCommonDates
    self.oddTeam = oddTeam
    self.minCommonIndicators = minCommonIndicators
  }

  /// On how many indicators both partners must have a figure: all of them, where there are no more than that.
  public var commonIndicatorsNeeded: Int { min(minCommonIndicators, indicators.count) }
}

/// What pairing maximises.
public enum Fairness: String, Sendable, Codable, CaseIterable {
  case total
  case worstFirst = "worst_first"
}

/// What becomes of an odd team.
public enum OddTeam: String, Sendable, Codable, CaseIterable {
  case trio
  case leaveOut = "leave_out"
}

/// The `visits:` part of programme.yaml.
public struct VisitSettings: Sendable, Equatable {
  /// The roles of which one holder, or a deputy, must be there on both sides.
  public var requiredRoles: [Role]
  /// The fewest days between a pair's two visits.
  public var gapMin: Int
  /// The most days between a pair's two visits.
  public var gapMax: Int
  /// The most visits in an ISO week; `nil` is no limit.
  public var maxPerWeek: Int?
  /// The most visitors that travel; `nil` is no limit.
  public var maxVisitors: Int?
  /// What it means that visitors miss their own meeting.
  public var visitorMeeting: VisitorMeeting
  /// Whether one facilitator should lead both visits of a pair.
  public var sameFacilitator: SameFacilitator
  /// Whom a facilitator may not visit.
  public var independence: Independence
  /// How people who sent nothing are read.
  public var noDiary: NoDiary
  /// Days of notice to give up a clinic where a person states none.
  public var defaultNoticeDays: Int
  /// When sessions may take place.
  public var day: ClockWindow
  /// How people travel.
  public var travel: TravelSettings
  /// The sessions, in the order of the file.
  public var agenda: [Session]
  /// What is due when.
  public var milestones: [Milestone]

  /// Visit settings, each with its default.
  public init(
    requiredRoles: [Role] = [.clinicalLead, .nurseSpecialist, .mdtCoordinator], gapMin: Int = 14,
    gapMax: Int = 70, maxPerWeek: Int? = nil, maxVisitors: Int? = nil,
    visitorMeeting: VisitorMeeting = .costs, sameFacilitator: SameFacilitator = .preferred,
    independence: Independence = .network, noDiary: NoDiary = .assumeFree, defaultNoticeDays: Int = 42,
    day: ClockWindow = ClockWindow(start: .constant(8, 30), end: .constant(17, 30)),
    travel: TravelSettings = TravelSettings(), agenda: [Session] = Session.standardAgenda,
    milestones: [Milestone] = []
  ) {
    self.requiredRoles = requiredRoles
    self.gapMin = gapMin
    self.gapMax = gapMax
    self.maxPerWeek = maxPerWeek
    self.maxVisitors = maxVisitors
    self.visitorMeeting = visitorMeeting
    self.sameFacilitator = sameFacilitator
    self.independence = independence
    self.noDiary = noDiary
    self.defaultNoticeDays = defaultNoticeDays
    self.day = day
    self.travel = travel
    self.agenda = agenda
    self.milestones = milestones
  }
}

/// What it means that a visit takes the visitors from their own MDT meeting.
public enum VisitorMeeting: String, Sendable, Codable, CaseIterable {
  case costs, blocks, ignored
}

/// Whether one facilitator leads both visits of a pair.
public enum SameFacilitator: String, Sendable, Codable, CaseIterable {
  case preferred, required, ignored
}

/// What a facilitator must not share with either team.
public enum Independence: String, Sendable, Codable, CaseIterable {
  case network, organisation
}

/// How the diary of a person who sent nothing is read.
public enum NoDiary: String, Sendable, Codable, CaseIterable {
  case assumeFree = "assume_free"
  case unavailable
}

/// The `travel:` part of the visit settings.
public struct TravelSettings: Sendable, Equatable {
  /// Nobody leaves home earlier on the day.
  public var earliestDeparture: ClockTime
  /// Nobody is home later, unless the drive is over the overnight limit.
  public var latestReturn: ClockTime
  /// A longer drive is done the evening before.
  public var overnightAbove: Minutes
  /// The longest drive of an evening.
  public var eveningLimit: Minutes

  /// Travel settings, each with its default.
  public init(
    earliestDeparture: ClockTime = .constant(6, 30), latestReturn: ClockTime = .constant(20, 30),
    overnightAbove: Minutes = Minutes(120), eveningLimit: Minutes = Minutes(210)
  ) {
    self.earliestDeparture = earliestDeparture
    self.latestReturn = latestReturn
    self.overnightAbove = overnightAbove
    self.eveningLimit = eveningLimit
  }

  /// When an evening's drive begins the day before: 17:30.
  public static let eveningDeparture = ClockTime.constant(17, 30)
}

/// The `costs:` part of programme.yaml, in clinician-hours.
public struct CostSettings: Sendable, Equatable {
  /// Per week that a visit lies after the first possible day.
  public var delayPerWeek: Double
  /// Per optional member who stays away.
  public var optionalAbsence: Double
  /// Per role that both teams have and only one brings.
  public var counterpartMissing: Double
  /// Per clinic given up.
  public var clinicCancelled: Double
  /// Per "if needed" stretch used.
  public var ifNeeded: Double
  /// Per required person used outside their preferred times.
  public var notPreferred: Double
  /// Per visit that takes the visitors from their own meeting.
  public var ownMeetingMissed: Double
  /// Per person and night away.
  public var overnight: Double
  /// Per pair whose two visits have different facilitators.
  public var facilitatorChange: Double
  /// Per hour of a facilitator's driving.
  public var facilitatorTravelPerHour: Double
  /// Per visit of a facilitator above the fair share.
  public var facilitatorImbalance: Double
  /// Per published visit that moves.
  public var movePublished: Double
  /// Per required person or facilitator moved within their notice.
  public var noticeBreach: Double
  /// Per visit without a date.
  public var unscheduled: Double

  /// Costs, each with its default.
  public init(
    delayPerWeek: Double = 2, optionalAbsence: Double = 2, counterpartMissing: Double = 4,
    clinicCancelled: Double = 4, ifNeeded: Double = 1, notPreferred: Double = 0.5,
    ownMeetingMissed: Double = 6, overnight: Double = 6, facilitatorChange: Double = 2,
    facilitatorTravelPerHour: Double = 1, facilitatorImbalance: Double = 1, movePublished: Double = 8,
    noticeBreach: Double = 24, unscheduled: Double = 5000
  ) {
    self.delayPerWeek = delayPerWeek
    self.optionalAbsence = optionalAbsence
    self.counterpartMissing = counterpartMissing
    self.clinicCancelled = clinicCancelled
    self.ifNeeded = ifNeeded
    self.notPreferred = notPreferred
    self.ownMeetingMissed = ownMeetingMissed
    self.overnight = overnight
    self.facilitatorChange = facilitatorChange
    self.facilitatorTravelPerHour = facilitatorTravelPerHour
    self.facilitatorImbalance = facilitatorImbalance
    self.movePublished = movePublished
    self.noticeBreach = noticeBreach
    self.unscheduled = unscheduled
  }
}

/// The `publish:` part of programme.yaml.
public struct PublishSettings: Sendable, Equatable {
  /// Whether a plan is released by itself.
  public var policy: PublishPolicy
  /// Visits nearer than this stay as they are.
  public var freezeDays: Int
  /// How long after the last file a plan starts.
  public var quietSeconds: Int
  /// How much a calendar entry tells.
  public var detail: CalendarDetail
  /// Who invites, for calendars.
  public var organiserName: String
  /// Where the organiser is written to.
  public var organiserEmail: String

  /// Publishing settings, each with its default.
  public init(
    policy: PublishPolicy = .review, freezeDays: Int = 28, quietSeconds: Int = 600,
    detail: CalendarDetail = .titles, organiserName: String = "", organiserEmail: String = ""
  ) {
    self.policy = policy
    self.freezeDays = freezeDays
    self.quietSeconds = quietSeconds
    self.detail = detail
    self.organiserName = organiserName
    self.organiserEmail = organiserEmail
  }
}

/// Whether a plan is released by itself.
public enum PublishPolicy: String, Sendable, Codable, CaseIterable {
  case review, automatic
}

/// How much a calendar entry tells.
public enum CalendarDetail: String, Sendable, Codable, CaseIterable {
  case busy, titles, full
}
