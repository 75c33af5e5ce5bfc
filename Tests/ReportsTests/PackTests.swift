import Domain
import Testing

@testable import Reports

struct PackTests {
  private func pack(of visit: Int, _ change: (inout Programme, inout Plan) -> Void = { _, _ in }) -> String {
    var (programme, plan) = (SampleProgramme().complete, SamplePlan().plan)
    change(&programme, &plan)
    let words = PlanWords(programme: programme, plan: plan)
    return String(decoding: VisitPack(of: plan.visits[visit], words: words).file.bytes, as: UTF8.self)
  }

  @Test func `a pack can be read by ear, and loads nothing`() {
    for visit in 0..<3 { MarkupScan(pack(of: visit)).expectSoundPage() }
    #expect(
      MarkupScan(pack(of: 0)).all("h2").map(\.text) == [
        "What this visit is for", "Where", "Agenda", "Travel", "Deadlines", "Contacts",
        "Who comes", "Who does what",
      ])
    #expect(!pack(of: 0).contains("://"))
  }

  @Test func `each visit has a pack, named for it, unless it is cancelled`() {
    var plan = SamplePlan().plan
    plan.visits[1].status = .cancelled
    let files = PlanFiles(programme: SampleProgramme().complete, plan: plan).files
    #expect(
      files.map(\.name).filter { $0.hasPrefix("packs/") } == ["packs/RM3--RXR.html", "packs/RXR--RM3.html"])
  }

  /// The radiologist stays away, the manager misses sessions, the visitors' lead gives up a clinic, and the visit is
  /// pinned for a reason that is nobody's business.
  @Test func `nobody who stays away is named, and no reason is given for anything`() {
    let text = pack(of: 0)
    for words in [
      "Radiologist", "off sick", "pinned", "clinic on", "clinic,", "cancel", "miss", "Programme manager",
      "absent",
    ] {
      #expect(!text.contains(words), "\(words)")
    }
    #expect(text.contains("Manager: Manager, Wythenshawe"))
    #expect(pack(of: 2).contains("Radiologist: Radiologist, Blackburn"))
  }

  @Test func `a pack says that it is no inspection, and when the visit is returned`() {
    #expect(pack(of: 0).contains("<strong>This is not an inspection. </strong>"))
    #expect(pack(of: 0).contains("It is mutual: Blackburn hosts Wythenshawe on Tue 13 Apr 2027."))
    #expect(pack(of: 1).contains("The visit is returned on a date that is still to be found."))
  }

  @Test func `the agenda has times and rooms, the MDT meeting the host's own`() {
    let text = pack(of: 0)
    #expect(
      text.contains(
        "<th scope=\"row\"><span class=\"whole\">12:30–13:30</span></th>\n<td>Observation of the MDT meeting</td>\n"
          + "<td>MDT room</td>"))
    #expect(
      text.contains(
        "<th scope=\"row\"><span class=\"whole\">09:30–10:00</span></th>\n<td>Introduction by the host team</td>\n"
          + "<td>Seminar room 1</td>"))
    #expect(pack(of: 1).contains("The host names the room; no rooms of the site are listed."))
  }

  @Test func `travel says when to leave, how long, and whether that is an estimate and a night away`() {
    #expect(
      pack(of: 1).contains(
        "<strong>Hull</strong>: leave Wed 24 Mar at 17:30, a drive of 3 h 20 min (estimated from the distance). Stay "
          + "overnight near the hospital. Home at 20:55, a drive of 5 h 25 min."))
    #expect(
      pack(of: 0).contains(
        "<strong>Blackburn</strong>: leave at 08:35, a drive of 55 min. Home at 16:55, a drive of 55 min."))
  }

  @Test func `deadlines and contacts are those of the visit`() {
    let text = pack(of: 0)
    #expect(
      text.contains(
        "<th scope=\"row\">Tue 2 Mar 2027</th>\n<td>Audit data pack to the host</td>\n<td>both teams</td>"))
    #expect(
      text.contains(
        "<th scope=\"row\">Tue 13 Apr 2027</th>\n<td>Improvement plan due</td>\n<td>Wythenshawe</td>"))
    #expect(text.contains("Wythenshawe: <a href=\"mailto:lung.rm3@example.org\">"))
    #expect(text.contains("Blackburn: <a href=\"mailto:RXR-coord@example.org\">"))
    #expect(text.contains("The programme's office: <a href=\"mailto:office@example.org\">"))
  }

  @Test(arguments: [
    (VisitStatus.draft, "The date is a draft and may still change."),
    (.tentative, "The date is tentative; please keep it free."), (.confirmed, "The date is confirmed."),
    (.held, "The visit has been held."),
  ])
  func `how firm the date is is said`(status: VisitStatus, words: String) {
    #expect(pack(of: 0) { _, plan in plan.visits[0].status = status }.contains(words))
  }

  @Test(arguments: PageTests.hostile.indices)
  func `whatever a name holds, the pack stays sound`(index: Int) {
    let name = PageTests.hostile[index]
    let text = pack(of: 0) { programme, plan in
      programme.settings.name = name
      for at in programme.teams.indices { programme.teams[at].name = name }
      for at in programme.people.indices { programme.people[at].name = name }
      for at in programme.sites.indices { programme.sites[at].postcode = name }
      for at in programme.rooms.indices { programme.rooms[at].name = name }
      for at in programme.facilitators.indices { programme.facilitators[at].name = name }
      for at in programme.settings.visits.milestones.indices {
        programme.settings.visits.milestones[at].title = name
      }
      plan.visits[0].detail?.agenda[0].title = name
    }
    let scan = MarkupScan(text)
    scan.expectSoundPage()
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `a visit that is a date and no more, led by nobody, has a pack all the same`() {
    let text = pack(of: 0) { programme, plan in
      plan.visits[0].detail = nil
      plan.visits[0].facilitator = nil
      plan.visits[0].room = nil
      programme.settings.visits.milestones = []
      programme.settings.publish.organiserName = ""
      programme.settings.publish.organiserEmail = ""
    }
    MarkupScan(text).expectSoundPage()
    for words in [
      "The agenda follows.", "To be named.", "A facilitator, still to be found,",
      "Nobody has to travel, or it is not planned yet.",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("Deadlines"))
  }
}
