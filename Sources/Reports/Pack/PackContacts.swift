import Domain

/// Whom to write to.
struct PackContacts {
  let visit: Visit
  let words: PlanWords

  /// The part.
  var html: HTML {
    let publish = words.programme.settings.publish
    let teams = ([visit.host] + visit.visitors).map { team in
      (name: words.name(team), email: words.programme.coordinatorEmail(of: team))
    }
    let organiser =
      publish.organiserName.isEmpty && publish.organiserEmail.isEmpty
      ? []
      : [
        (
          name: publish.organiserName.isEmpty ? "The programme" : publish.organiserName,
          email: publish.organiserEmail.isEmpty ? nil : publish.organiserEmail
        )
      ]
    return PackPart.html(
      "contacts", "Contacts",
      [
        .node(
          .ul, [.class("plain")],
          (teams + organiser).map { contact in
            .node(.li, [], [.text(contact.name), ": ", EmailLink.html(name: nil, email: contact.email)])
          })
      ])
  }
}
