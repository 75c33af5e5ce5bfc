extension Schema {
  /// Programmes, what came in, and the rows that follow from it.
  static let inputs = [
    """
    CREATE TABLE programmes (
      id TEXT PRIMARY KEY NOT NULL,
      known_since INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE inputs (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      programme TEXT NOT NULL REFERENCES programmes (id),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      name TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size >= 0),
      received_at INTEGER NOT NULL,
      fate TEXT NOT NULL CHECK (fate IN ('accepted', 'rejected')),
      receipt TEXT NOT NULL,
      claim TEXT UNIQUE,
      again_of INTEGER REFERENCES inputs (sequence) CHECK (again_of < sequence),
      content_pruned_at INTEGER
    ) STRICT
    """,
    // The same content is accepted once, unless it was knowingly taken again.
    """
    CREATE UNIQUE INDEX inputs_once ON inputs (programme, sha256) WHERE fate = 'accepted' AND again_of IS NULL
    """,
    "CREATE INDEX inputs_of ON inputs (programme, sequence)",
    """
    CREATE TABLE contents (
      sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
      bytes BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE rows (
      id INTEGER PRIMARY KEY,
      programme TEXT NOT NULL REFERENCES programmes (id),
      part TEXT NOT NULL,
      key TEXT NOT NULL,
      source TEXT NOT NULL,
      cells TEXT NOT NULL CHECK (json_valid(cells)),
      since_input INTEGER NOT NULL REFERENCES inputs (sequence),
      until_input INTEGER REFERENCES inputs (sequence) CHECK (until_input > since_input)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX rows_now ON rows (programme, part, key, source) WHERE until_input IS NULL",
    "CREATE UNIQUE INDEX rows_since ON rows (programme, part, key, source, since_input)",
    "CREATE INDEX rows_by_input ON rows (since_input)",
    "CREATE INDEX rows_ended_by ON rows (until_input) WHERE until_input IS NOT NULL",
    """
    CREATE TABLE replies (
      id INTEGER PRIMARY KEY,
      programme TEXT NOT NULL REFERENCES programmes (id),
      visit TEXT NOT NULL,
      team TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('accept', 'decline')),
      note TEXT NOT NULL,
      input INTEGER NOT NULL REFERENCES inputs (sequence)
    ) STRICT
    """,
    "CREATE INDEX replies_of ON replies (programme, visit, team, id)",
  ]
}
