extension Schema {
  /// Work asked for and what became of it.
  static let jobs = [
    """
    CREATE TABLE jobs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      programme TEXT NOT NULL REFERENCES programmes (id),
      kind TEXT NOT NULL CHECK (kind IN (
        'plan', 'what_if', 'publish', 'confirm', 'held', 'pin', 'unpin', 'cancel_visit', 'rollback',
        'rotate_feed', 'merge')),
      state TEXT NOT NULL CHECK (state IN (
        'queued', 'running', 'done', 'failed', 'held', 'cancelled', 'superseded')),
      priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 2),
      tries INTEGER NOT NULL CHECK (tries BETWEEN 0 AND 4),
      not_before INTEGER,
      created_at INTEGER NOT NULL,
      started_at INTEGER,
      ended_at INTEGER,
      request TEXT NOT NULL CHECK (json_valid(request)),
      base_input INTEGER REFERENCES inputs (sequence),
      asked_to_end TEXT CHECK (asked_to_end IN ('cancel', 'supersede')),
      superseded_by INTEGER REFERENCES jobs (id) CHECK (superseded_by > id),
      summary TEXT,
      error TEXT,
      CHECK (state = 'queued' OR not_before IS NULL),
      CHECK (state = 'running' OR asked_to_end IS NULL),
      CHECK (state <> 'running' OR (started_at IS NOT NULL AND tries >= 1)),
      CHECK ((state IN ('queued', 'running')) = (ended_at IS NULL)),
      CHECK ((state = 'done') = (summary IS NOT NULL)),
      CHECK (state NOT IN ('failed', 'held') OR error IS NOT NULL),
      CHECK ((superseded_by IS NOT NULL) = (state = 'superseded' OR asked_to_end IS 'supersede'))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX jobs_one_running ON jobs (programme) WHERE state = 'running'",
    "CREATE INDEX jobs_waiting ON jobs (priority, id) WHERE state = 'queued'",
    "CREATE INDEX jobs_of ON jobs (programme, id)",
    """
    CREATE TABLE job_logs (
      job INTEGER PRIMARY KEY REFERENCES jobs (id),
      text TEXT NOT NULL
    ) STRICT
    """,
  ]
}
