-- A pledge may name others: who promises it jointly, and on whose behalf. What is said of another desk's participant is a claim
-- until that desk, or a manager, confirms it.

-- Each: { participant, state, by, reason }, once for a participant, never the pledge's own.
CREATE FUNCTION is_links(said jsonb, own text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(said) = 'array' AND jsonb_array_length(said) <= 40 AND (
    SELECT coalesce(bool_and(link->>'participant' ~ '^[A-Z]{2,8}$' AND link->>'participant' <> own AND length(link->>'by') > 0
               AND link->>'state' IN ('CLAIMED', 'CONFIRMED', 'DECLINED')
               AND (link->>'state' = 'DECLINED') = (link->>'reason' IS NOT NULL)), true)
           AND count(DISTINCT link->>'participant') = count(*)
      FROM jsonb_array_elements(CASE jsonb_typeof(said) WHEN 'array' THEN said ELSE '[]' END) link), false)
$$;

-- The participants whose position a pledge is: confirmed joint promises.
CREATE FUNCTION promised_by(joint_with jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(link->>'participant' ORDER BY link->>'participant'), '{}')
    FROM jsonb_array_elements(joint_with) link WHERE link->>'state' = 'CONFIRMED'
$$;
-- The others in whose rows it is shown without being a position of theirs: claimed, or on their behalf.
CREATE FUNCTION shown_to(joint_with jsonb, on_behalf_of jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(link->>'participant' ORDER BY link->>'participant'), '{}') FROM (
    SELECT link FROM jsonb_array_elements(joint_with) link WHERE link->>'state' = 'CLAIMED'
    UNION ALL SELECT link FROM jsonb_array_elements(on_behalf_of) link WHERE link->>'state' <> 'DECLINED') links
$$;

ALTER TABLE pledge
  ADD COLUMN joint_with jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN on_behalf_of jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN promisers text[] NOT NULL GENERATED ALWAYS AS (promised_by(joint_with)) STORED,
  ADD COLUMN shown_to text[] NOT NULL GENERATED ALWAYS AS (shown_to(joint_with, on_behalf_of)) STORED,
  ADD CONSTRAINT pledge_joint_with_is_links CHECK (is_links(joint_with, participant)),
  ADD CONSTRAINT pledge_on_behalf_of_is_links CHECK (is_links(on_behalf_of, participant));
CREATE INDEX pledge_promisers ON pledge USING gin (promisers) WHERE promisers <> '{}';
CREATE INDEX pledge_shown_to ON pledge USING gin (shown_to) WHERE shown_to <> '{}';

-- In each row of the matrix a pledge is counted as what it is there; in sums over the register as its participant's own alone.
ALTER TABLE pledge_by_stage
  ADD COLUMN part text NOT NULL DEFAULT 'OWN' CHECK (part IN ('OWN', 'JOINT', 'ON_BEHALF', 'CLAIMED')),
  DROP CONSTRAINT pledge_by_stage_pkey,
  ADD PRIMARY KEY (participant, priority, stage, part);

-- A claim that is answered needs no reading by the desk that holds its participant.
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
      FROM jsonb_to_recordset(tells) AS t (settles text, held text)
      JOIN audit.event e ON e.entity_type IN ('proposal', 'comment', 'pledge') AND e.entity_id = t.settles
      CROSS JOIN person p
     WHERE (e.entity_type = 'pledge') = (t.held IS NOT NULL)
       AND CASE e.entity_type WHEN 'pledge' THEN t.held = ANY (p.desk)
                              WHEN 'comment' THEN p.role IN ('MANAGER', 'OFFICER') ELSE p.role = 'MANAGER' END
       AND n.person_id = p.id AND n.seq = e.seq AND n.kind = 'TO_DECIDE' AND n.entries = 1 AND n.read_at IS NULL;
  END IF;
  RETURN last;
END
$$;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261216000000_joint_promises', '0.2.0');
