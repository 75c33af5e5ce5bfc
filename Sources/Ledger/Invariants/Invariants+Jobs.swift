extension Invariants {
  static let jobs = [
    Invariant(
      """
      SELECT count(*) || ' jobs of ' || programme || ' are running' FROM jobs
      WHERE state = 'running' GROUP BY programme HAVING count(*) > 1 ORDER BY programme
      """),
    Invariant(
      """
      SELECT 'job ' || id || ' was tried ' || tries || ' times' FROM jobs WHERE tries > 4 ORDER BY id
      """),
    Invariant(
      """
      SELECT 'job ' || id || ' is ' || state || ' and was never started' FROM jobs
      WHERE state IN ('running', 'done', 'failed') AND started_at IS NULL ORDER BY id
      """),
    Invariant(
      """
      SELECT 'job ' || jobs.id || ' is superseded by job ' || newer.id || ' of another programme'
      FROM jobs JOIN jobs AS newer ON newer.id = jobs.superseded_by
      WHERE newer.programme <> jobs.programme ORDER BY jobs.id
      """),
    Invariant(
      """
      SELECT 'job ' || a.id || ' and job ' || b.id || ' of ' || a.programme || ' both wait to plan'
      FROM jobs AS a JOIN jobs AS b USING (programme, kind, state)
      WHERE a.id < b.id AND a.kind = 'plan' AND a.state = 'queued' AND a.tries = 0 AND b.tries = 0
        AND a.started_at IS NULL AND b.started_at IS NULL
      """),
    Invariant(
      """
      SELECT 'job ' || jobs.id || ' is based on input ' || base_input || ' of another programme'
      FROM jobs JOIN inputs ON sequence = base_input
      WHERE inputs.programme <> jobs.programme ORDER BY jobs.id
      """),
  ]

  static let releases = [
    Invariant(
      """
      SELECT 'the releases of ' || programme || ' are not 1 to ' || max(number) || ' without gaps'
      FROM releases GROUP BY programme HAVING count(*) <> max(number) ORDER BY programme
      """),
    Invariant(
      """
      SELECT 'release ' || number || ' of ' || releases.programme || ' is published and its job ' || job || ' is '
        || jobs.state
      FROM releases JOIN jobs ON jobs.id = job
      WHERE releases.state = 'published' AND jobs.state <> 'done'
      """),
    Invariant(
      """
      SELECT 'release ' || number || ' of ' || releases.programme || ' is prepared and its job ' || job || ' is '
        || jobs.state
      FROM releases JOIN jobs ON jobs.id = job
      WHERE releases.state = 'prepared' AND jobs.state <> 'running'
      """),
    Invariant(
      """
      SELECT 'release ' || number || ' of ' || releases.programme || ' was made by a job of ' || jobs.programme
      FROM releases JOIN jobs ON jobs.id = job WHERE jobs.programme <> releases.programme
      """),
    Invariant(
      """
      SELECT 'release ' || a.number || ' of ' || a.programme || ' is prepared and not the last'
      FROM releases AS a JOIN releases AS b USING (programme)
      WHERE a.state = 'prepared' AND b.number > a.number
      """),
    Invariant(
      """
      SELECT 'the SEQUENCE or LAST-MODIFIED of ' || b.uid || ' falls with release ' || b.release || ' of '
        || b.programme
      FROM entries AS a JOIN entries AS b USING (programme, uid)
      WHERE b.release = (
          SELECT min(release) FROM entries AS later
          WHERE later.programme = a.programme AND later.uid = a.uid AND later.release > a.release)
        AND (b.sequence < a.sequence OR b.last_modified < a.last_modified)
      """),
  ]

  static let audit = [
    Invariant(
      """
      SELECT 'the audit has ' || count(*) || ' lines, and the last is number ' || max(id) FROM audit
      HAVING count(*) <> max(id)
      """),
    Invariant(
      """
      SELECT 'the audit can be changed: the trigger ' || column1 || ' is not there'
      FROM (VALUES ('audit_never_updated'), ('audit_never_deleted'), ('audit_never_replaced'))
      WHERE column1 NOT IN (SELECT name FROM sqlite_master WHERE type = 'trigger')
      """),
    Invariant(
      """
      SELECT 'job ' || id || ' is not in the audit' FROM jobs
      WHERE NOT EXISTS (SELECT 1 FROM audit WHERE audit.job = jobs.id AND what = 'job_queued') ORDER BY id
      """),
    Invariant(
      """
      SELECT 'the audit says that job ' || jobs.id || ' is ' || json_extract(details, '$.to') || ', and it is '
        || state
      FROM jobs JOIN audit ON audit.id = (
        SELECT max(id) FROM audit AS last WHERE last.job = jobs.id AND what = 'job_moved')
      WHERE json_extract(details, '$.to') <> state ORDER BY jobs.id
      """),
    Invariant(
      """
      SELECT 'release ' || number || ' of ' || programme || ' is published and not in the audit' FROM releases
      WHERE state = 'published' AND NOT EXISTS (
        SELECT 1 FROM audit WHERE audit.job = releases.job AND what = 'release_published'
          AND json_extract(details, '$.release') = CAST(number AS TEXT))
      """),
    Invariant(
      """
      SELECT 'there are ' || (SELECT count(*) FROM inputs) || ' inputs, and the audit has ' || count(*)
      FROM audit WHERE what IN ('input_accepted', 'input_rejected')
      HAVING count(*) <> (SELECT count(*) FROM inputs)
      """),
  ]
}
