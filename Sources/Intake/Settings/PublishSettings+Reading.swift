import Domain

extension PublishSettings {
  /// Reads the section `publish`.
  mutating func read(_ section: SettingsSection) {
    section.read("policy", into: &policy)
    section.read("freeze_days", 0...730, into: &freezeDays)
    section.read("quiet_seconds", 0...86_400, into: &quietSeconds)
    section.read("detail", into: &detail)
    section.read("organiser_name", into: &organiserName)
    let email = section.value("organiser_email")
    if let text = email?.textOrBlank() {
      if text.isEmpty || EmailText.isAddress(text) {
        organiserEmail = text
      } else {
        email?.error(
          "'\(text.shown)' is no e-mail address", "write it as name@hospital.example, or leave it blank")
      }
    }
    section.finish()
  }
}
