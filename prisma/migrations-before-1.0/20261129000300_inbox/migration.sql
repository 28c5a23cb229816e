-- Who is told of which changes: what people watch, the notices that come of it, and the mails that gather them. All of
-- it is somebody's own and no part of the record: it owes no event.

CREATE TABLE watch (
  person_id  uuid NOT NULL REFERENCES person (id),
  -- As people name it: `pledge:FR-3-001`, `participant:FR`, `priority:3`, `trigger:CEASEFIRE_IN_FORCE`.
  topic      text NOT NULL CHECK (topic ~ '^(pledge|participant|priority|trigger):[A-Z0-9_-]{1,60}$'),
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (person_id, topic)
);
CREATE INDEX watch_topic ON watch (topic, person_id);

-- One row a person and an entry of the log, written in the transaction of the change.
CREATE TABLE notice (
  person_id uuid NOT NULL REFERENCES person (id),
  seq       bigint NOT NULL CHECK (seq >= 1),
  kind      text NOT NULL CHECK (kind IN ('OWNER', 'DECISION', 'TO_DECIDE', 'FINDING', 'WATCHED')),
  -- What of it they watch; null where it concerns them anyway.
  topic     text CHECK ((topic IS NULL) = (kind <> 'WATCHED')),
  -- More than one: so many of one step that the last of them stands for all.
  entries   integer NOT NULL CHECK (entries >= 1),
  read_at   timestamptz(3),
  PRIMARY KEY (person_id, seq)
);
-- Counted on each page: from the index alone.
CREATE INDEX notice_unread ON notice (person_id, seq) INCLUDE (kind) WHERE read_at IS NULL;

-- What a person wants to be told, and when. Without a row: everything, by the table's own values.
CREATE TABLE inbox (
  person_id  uuid PRIMARY KEY REFERENCES person (id),
  muted      text[] NOT NULL DEFAULT '{}' CHECK (muted <@ ARRAY['OWNER', 'DECISION', 'TO_DECIDE', 'FINDING', 'WATCHED']),
  digest     boolean NOT NULL DEFAULT true,
  hour       smallint NOT NULL DEFAULT 7 CHECK (hour BETWEEN 0 AND 23),
  -- Null: the register's.
  time_zone  text CHECK (length(time_zone) BETWEEN 1 AND 100),
  -- The entry of the log up to which digests have been written, and when the next is due, on the true clock; null: not
  -- worked out yet.
  written_to bigint NOT NULL DEFAULT 0 CHECK (written_to >= 0),
  due_at     timestamptz(3)
);

-- The outbox. A digest is written with the place in the log that it reaches, and sent until a server takes it or refuses it
-- for good.
CREATE TABLE digest (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id),
  after_seq  bigint NOT NULL CHECK (after_seq >= 0),
  to_seq     bigint NOT NULL,
  message_id text NOT NULL UNIQUE CHECK (length(message_id) BETWEEN 5 AND 300),
  state      text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'EMPTY', 'REFUSED')),
  attempts   integer NOT NULL DEFAULT 0,
  next_at    timestamptz(3) NOT NULL,
  fault      text CHECK (length(fault) <= 300),
  fault_at   timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  ended_at   timestamptz(3),
  CHECK (to_seq > after_seq),
  CHECK ((ended_at IS NULL) = (state = 'WAITING'))
);
CREATE INDEX digest_waiting ON digest (next_at) WHERE state = 'WAITING';
CREATE INDEX digest_ended ON digest (state, ended_at);

-- Tells whoever it concerns of the entries that were just appended, `last` being the last of them, and answers it again.
-- tells: [{ place, rank, kind, topic | person | email | role | settles }], place counted back from the last, the least rank first.
-- Nobody is told of what they did. More than twenty of one kind in one step are told as one, by the last of them.
CREATE FUNCTION tell(last bigint, tells jsonb, by_id text) RETURNS bigint LANGUAGE plpgsql
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
     WHERE p.disabled_at IS NULL AND p.role <> 'ADMIN' AND p.id::text <> by_id
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

REVOKE ALL ON watch, notice, inbox, digest FROM PUBLIC;
