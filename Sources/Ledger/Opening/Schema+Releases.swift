extension Schema {
  /// What was published, and the state of every calendar entry.
  static let releases = [
    """
    CREATE TABLE releases (
      programme TEXT NOT NULL REFERENCES programmes (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      job INTEGER NOT NULL REFERENCES jobs (id),
      state TEXT NOT NULL CHECK (state IN ('prepared', 'published')),
      prepared_at INTEGER NOT NULL,
      published_at INTEGER,
      plan BLOB,
      plan_sha256 TEXT NOT NULL CHECK (length(plan_sha256) = 64),
      base_input INTEGER REFERENCES inputs (sequence),
      restores INTEGER CHECK (restores < number),
      PRIMARY KEY (programme, number),
      FOREIGN KEY (programme, restores) REFERENCES releases (programme, number),
      CHECK ((state = 'published') = (published_at IS NOT NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX releases_one_prepared ON releases (programme) WHERE state = 'prepared'",
    "CREATE INDEX releases_by_job ON releases (job)",
    """
    CREATE TRIGGER releases_stay BEFORE DELETE ON releases WHEN OLD.state = 'published'
    BEGIN SELECT RAISE(ABORT, 'a published release is never deleted'); END
    """,
    """
    CREATE TRIGGER releases_stay_published BEFORE UPDATE OF state, number, programme ON releases
    WHEN OLD.state = 'published'
    BEGIN SELECT RAISE(ABORT, 'a published release stays published'); END
    """,
    """
    CREATE TABLE feeds (
      programme TEXT NOT NULL,
      release INTEGER NOT NULL,
      owner_kind TEXT NOT NULL
        CHECK (owner_kind IN ('programme', 'team', 'person', 'facilitator', 'room', 'site')),
      owner TEXT NOT NULL,
      file TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      changed INTEGER NOT NULL CHECK (changed IN (0, 1)),
      PRIMARY KEY (programme, release, file),
      UNIQUE (programme, release, owner_kind, owner),
      FOREIGN KEY (programme, release) REFERENCES releases (programme, number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    // A row for each release that changed the entry; the newest is how it stands.
    """
    CREATE TABLE entries (
      programme TEXT NOT NULL,
      uid TEXT NOT NULL,
      release INTEGER NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence >= 0),
      last_modified INTEGER NOT NULL,
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      cancelled_since INTEGER,
      PRIMARY KEY (programme, uid, release),
      FOREIGN KEY (programme, release) REFERENCES releases (programme, number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX entries_of ON entries (programme, release)",
  ]

  /// The tokens by which feeds are found; never the tokens themselves.
  static let feeds = [
    """
    CREATE TABLE feed_tokens (
      sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
      programme TEXT NOT NULL REFERENCES programmes (id),
      owner_kind TEXT NOT NULL
        CHECK (owner_kind IN ('programme', 'team', 'person', 'facilitator', 'room', 'site')),
      owner TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      revoked_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX feed_tokens_of ON feed_tokens (programme, owner_kind, owner)",
  ]

  /// The audit, to which lines are only ever added.
  static let audit = [
    """
    CREATE TABLE audit (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      what TEXT NOT NULL,
      programme TEXT,
      job INTEGER,
      details TEXT NOT NULL CHECK (json_valid(details))
    ) STRICT
    """,
    "CREATE INDEX audit_of ON audit (programme, id)",
    "CREATE INDEX audit_of_job ON audit (job, id) WHERE job IS NOT NULL",
    """
    CREATE TRIGGER audit_never_updated BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END
    """,
    """
    CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'nothing is taken out of the audit'); END
    """,
    // REPLACE deletes without asking the trigger above.
    """
    CREATE TRIGGER audit_never_replaced BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'nothing is taken out of the audit'); END
    """,
  ]
}
