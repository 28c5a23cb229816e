-- What a pledge claims of a participant needs no reading once it is answered or taken back, unless it waits for another
-- answer of the same reader: an officer with another participant named there, a manager for a desk without an officer.
CREATE OR REPLACE FUNCTION tell(last bigint, tells jsonb, by_id text) RETURNS bigint LANGUAGE plpgsql
  SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO notice (person_id, seq, kind, topic, entries)
  WITH said AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(tells)
      AS t (place integer, rank integer, kind text, topic text, person text, email text, role text, other text, desk text)),
  meant AS (
    SELECT w.person_id, s.place, s.rank, s.kind, s.topic FROM said s JOIN watch w ON w.topic = s.topic
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.id = s.person::uuid
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.email = s.email
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.role = s.role AND p.id::text IS DISTINCT FROM s.other
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON s.desk = ANY (p.desk)
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.role = 'MANAGER'
     WHERE s.desk IS NOT NULL AND NOT EXISTS (
       SELECT FROM person o WHERE s.desk = ANY (o.desk) AND o.disabled_at IS NULL AND o.id::text <> by_id)),
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

  -- What no longer waits for a decision needs no reading.
  IF tells @? '$[*].settles' THEN
    UPDATE notice n SET read_at = now()
      FROM jsonb_to_recordset(tells) AS t (place integer, settles text)
      JOIN audit.event e ON e.entity_type IN ('proposal', 'comment', 'handover') AND e.entity_id = t.settles AND e.seq < last - t.place
      CROSS JOIN person p
     WHERE (p.role = 'MANAGER' OR (p.role = 'OFFICER' AND e.entity_type IN ('comment', 'handover')))
       AND n.person_id = p.id AND n.seq = e.seq AND n.kind = 'TO_DECIDE' AND n.entries = 1 AND n.read_at IS NULL;

    UPDATE notice n SET read_at = now()
      FROM jsonb_to_recordset(tells) AS t (place integer, settles text, "settledFor" text, "stillFor" text[])
      JOIN audit.event e ON e.entity_type = 'pledge' AND e.entity_id = t.settles AND e.seq < last - t.place
      CROSS JOIN person p
     WHERE n.person_id = p.id AND n.seq = e.seq AND n.kind = 'TO_DECIDE' AND n.entries = 1 AND n.read_at IS NULL
       AND CASE p.role
             WHEN 'OFFICER' THEN t."settledFor" = ANY (p.desk) AND NOT coalesce(t."stillFor", '{}') && p.desk
             WHEN 'MANAGER' THEN NOT EXISTS (
               SELECT FROM unnest(t."stillFor") waiting
                WHERE NOT EXISTS (SELECT FROM person o WHERE waiting = ANY (o.desk) AND o.disabled_at IS NULL))
           END;
  END IF;
  RETURN last;
END
$$;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261221000000_claims_settled', '0.2.0');
