public import Domain

/// Settings written out as a complete programme.yaml.
public enum DefaultSettingsText {
  /// Every key with its value, defaults included; reading it gives the same settings back.
  public static func render(_ settings: Settings, _ conventions: FileConventions = FileConventions())
    -> String
  {
    ""
  }
}
