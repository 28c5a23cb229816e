-- Signing in from a new device is a notice to the account's holder, whatever their role; it can't be muted.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check
  CHECK (kind IN ('OWNER', 'DECISION', 'TO_DECIDE', 'FINDING', 'ACCOUNT', 'WATCHED'));
CREATE OR REPLACE FUNCTION tell(last bigint, tells jsonb, by_id text) RETURNS bigint LANGUAGE plpgsql
  SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO notice (person_id, seq, kind, topic, entries)
  WITH said AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(tells)
      AS t (place integer, rank integer, kind text, topic text, person text, email text, role text)),
  meant AS (
    SELECT w.person_id, s.place, s.rank, s.kind, s.topic FROM said s JOIN watch w ON w.topic = s.topic
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.id = s.person::uuid
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.email = s.email
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.role = s.role),
  told AS (
    SELECT DISTINCT ON (m.person_id, m.place) m.*
      FROM meant m JOIN person p ON p.id = m.person_id LEFT JOIN inbox i ON i.person_id = m.person_id
     WHERE p.disabled_at IS NULL AND (p.role <> 'ADMIN' OR m.kind = 'ACCOUNT') AND p.id::text <> by_id
       AND m.kind <> ALL (coalesce(i.muted, '{}'))
     ORDER BY m.person_id, m.place, m.rank),
  counted AS (
    SELECT told.*, count(*) OVER (PARTITION BY person_id, kind)::integer AS n,
           row_number() OVER (PARTITION BY person_id, kind ORDER BY place) AS nth
      FROM told)
  SELECT person_id, last - place, kind, topic, CASE WHEN n > 20 THEN n ELSE 1 END FROM counted WHERE n <= 20 OR nth = 1;

  -- What waits for a decision no longer needs no reading.
  IF tells @? '$[*].settles' THEN
    UPDATE notice n SET read_at = now()
      FROM jsonb_to_recordset(tells) AS t (settles text)
      JOIN audit.event e ON e.entity_type = 'proposal' AND e.entity_id = t.settles
      CROSS JOIN person p
     WHERE p.role = 'MANAGER' AND n.person_id = p.id AND n.seq = e.seq AND n.kind = 'TO_DECIDE' AND n.entries = 1
       AND n.read_at IS NULL;
  END IF;
  RETURN last;
END
$$;

-- When the account was first signed in to: that is from a new device always, and no notice.
ALTER TABLE credential ADD COLUMN signed_in_at timestamptz(3);
UPDATE credential c SET signed_in_at = s.first FROM (SELECT person_id, min(created_at) AS first FROM session GROUP BY person_id) s
 WHERE s.person_id = c.person_id;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261209000200_new_devices', '0.2.0');
