-- The whole schema of release 0.1.0 and what followed it up to this migration, for a new database. A database that has
-- the migrations from before it (prisma/migrations-before-1.0) has this schema already: there it is only recorded.
--
--   1 The register and its clock       9 Questions, findings, scenarios, named moments
--   2 The log                         10 Packages that leave the register
--   3 No change without its event     11 Spreadsheets that come in
--   4 Participants and people         12 What is derived: open items and counts
--   5 Signing in and repeated calls   13 What people keep for themselves
--   6 Sources and files               14 Checkpoints and witnesses
--   7 Pledges                         15 The access log
--   8 Approvals, triggers, proposals, 16 Which tables are guarded
--     requirements and offers         17 Rights
--
-- The rules of the domain that a row can hold by itself are constraints. Times are kept to the millisecond, so that a
-- record reads back as it was written, to the letter.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE SCHEMA audit;


-- 1 · The register and its clock -----------------------------------------------------------------------------------------

CREATE TABLE register (
  one           boolean PRIMARY KEY DEFAULT true CHECK (one),
  demonstration boolean NOT NULL,
  offset_ms     bigint  NOT NULL CHECK (demonstration OR offset_ms = 0),
  time_zone     text    NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 100),
  marking       text    NOT NULL CHECK (length(marking) <= 500),
  stale_days    integer NOT NULL CHECK (stale_days BETWEEN 1 AND 3650),
  version       integer NOT NULL CHECK (version >= 1),
  second_factor_for text[] NOT NULL DEFAULT '{}'
    CHECK (second_factor_for <@ ARRAY['OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN'])
);

-- The register's time: the transaction's, ahead of the true one in a demonstration.
CREATE FUNCTION register_now() RETURNS timestamptz LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT date_trunc('milliseconds', now()) + coalesce((SELECT offset_ms FROM public.register), 0) * interval '1 millisecond'
$$;

-- Whether a register is a demonstration, and how far its clock is ahead, is said in its first event and never again:
-- otherwise one change could open a true register's log to any moment, and another close it behind.
CREATE FUNCTION audit.keep_clock() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NEW.demonstration <> OLD.demonstration OR NEW.offset_ms <> OLD.offset_ms THEN
    RAISE EXCEPTION 'what clock a register runs on is said once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keeps_clock BEFORE UPDATE ON register FOR EACH ROW EXECUTE FUNCTION audit.keep_clock();
ALTER TABLE register ENABLE ALWAYS TRIGGER keeps_clock;


-- 2 · The log: one event for each change of a record, chained by hash, appended last in its transaction ------------------

CREATE TABLE audit.event (
  seq            bigint PRIMARY KEY,
  -- The true time; `at` is the register's, and differs in a demonstration alone.
  recorded_at    timestamptz(3) NOT NULL,
  at             timestamptz(3) NOT NULL,
  txid           bigint NOT NULL,
  actor_id       text NOT NULL,
  actor_name     text NOT NULL,
  actor_role     text NOT NULL CHECK (actor_role IN ('OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN')),
  session        text,
  request        text,
  action         text NOT NULL CHECK (split_part(action, '.', 1) = entity_type),
  entity_type    text NOT NULL CHECK (entity_type IN (
                   'question', 'import', 'export', 'finding', 'register', 'participant', 'person', 'source', 'pledge', 'approval',
                   'comment', 'baseline', 'proposal', 'ruling', 'handover', 'access', 'trigger', 'requirement', 'offer', 'delivery',
                   'scenario')),
  entity_id      text NOT NULL,
  entity_version integer NOT NULL CHECK (entity_version >= 1),
  reason         text,
  -- Canonical JSON, hashed to the letter: text, never jsonb.
  payload        text NOT NULL,
  payload_sha256 text NOT NULL,
  after_sha256   text NOT NULL,
  prev_hash      text NOT NULL,
  leaf           text NOT NULL,
  leaf_hash      text NOT NULL,
  UNIQUE (entity_type, entity_id, entity_version),
  CHECK ((seq = 1) = (action = 'register.founded'))
);
CREATE INDEX event_at ON audit.event (at);
-- The log is searched by what was done, by who did it, and by their name. Each index ends in the number, so that the
-- newest of an action are read from its end and no others are looked at; and it counts downwards, as nothing else does,
-- so that no plan walks the whole log backwards in the hope of meeting enough of them soon.
CREATE INDEX event_by_action ON audit.event (action, (-seq)) INCLUDE (seq);
CREATE INDEX event_by_actor ON audit.event (actor_id, action, (-seq)) INCLUDE (seq);
CREATE INDEX event_by_name ON audit.event (lower(actor_name), action, (-seq)) INCLUDE (seq, actor_name);

-- The last event. Its row is the log's lock.
CREATE TABLE audit.head (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq         bigint NOT NULL,
  leaf_hash   text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  at          timestamptz(3) NOT NULL
);
INSERT INTO audit.head (seq, leaf_hash, recorded_at, at) VALUES (0, repeat('0', 64), '-infinity', '-infinity');

-- Entries that carry a later moment than one after them, and the first of those. All others are in the order of their
-- moments, so that a moment names a place in the log. Derived: it follows from the stamps.
CREATE TABLE audit.ahead (
  seq          bigint PRIMARY KEY,
  overtaken_by bigint NOT NULL CHECK (overtaken_by > seq)
);
CREATE INDEX ahead_overtaken ON audit.ahead (overtaken_by);

CREATE FUNCTION audit.sha256_hex(data bytea) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, pg_temp
AS $$ SELECT encode(sha256(data), 'hex') $$;

CREATE FUNCTION audit.instant(value timestamptz) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, pg_temp
AS $$ SELECT to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- Members in the order of their keys: canonical JSON, so these bytes are the same wherever the leaf is built.
-- PostgreSQL escapes in JSON what RFC 8785 escapes, and nothing else.
CREATE FUNCTION audit.leaf_of(e audit.event) RETURNS text LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN '{"action":' || to_json(e.action)
    || ',"actorId":' || to_json(e.actor_id)
    || ',"actorName":' || to_json(e.actor_name)
    || ',"actorRole":' || to_json(e.actor_role)
    || ',"afterSha256":' || to_json(e.after_sha256)
    || ',"at":' || to_json(audit.instant(e.at))
    || ',"entityId":' || to_json(e.entity_id)
    || ',"entityType":' || to_json(e.entity_type)
    || ',"entityVersion":' || e.entity_version
    || ',"payloadSha256":' || to_json(e.payload_sha256)
    || ',"prevHash":' || to_json(e.prev_hash)
    || ',"reason":' || coalesce(to_json(e.reason)::text, 'null')
    || ',"recordedAt":' || to_json(audit.instant(e.recorded_at))
    || ',"request":' || coalesce(to_json(e.request)::text, 'null')
    || ',"seq":' || e.seq
    || ',"session":' || coalesce(to_json(e.session)::text, 'null')
    || ',"txid":' || e.txid
    || '}';
END
$$;

-- The only place from which both logs read the time.
CREATE FUNCTION audit.clock() RETURNS timestamptz LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, pg_temp
AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$;

-- The stamp that follows `last`. Both clocks have to agree to within five seconds before it goes back: a clock that is
-- behind must not make entries look older than those before them.
CREATE FUNCTION audit.stamp(last timestamptz, steady timestamptz) RETURNS timestamptz LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  few CONSTANT interval := '5 seconds';
  reading timestamptz := audit.clock();
BEGIN
  IF reading + few < last AND reading BETWEEN steady - few AND steady + few THEN
    RETURN reading;
  END IF;
  RETURN greatest(last, reading);
END
$$;

-- changes: [{ action, entityType, entityId, entityVersion, reason, record }], record being the canonical JSON of
-- the record after the change, as text. Everything else is made here, under the head's lock. `steady`: what the writer's
-- own clock says, one that nobody can set while the process runs; it is never a stamp itself.
CREATE FUNCTION audit.append(
  actor_id text, actor_name text, actor_role text, session text, request text, replayed_at timestamptz, changes jsonb,
  steady timestamptz
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  head audit.head;
  register public.register;
  change jsonb;
  record text;
  e audit.event;
  went_back boolean;
BEGIN
  -- Not as a SET of the function: only a superuser may write that of a setting PostgreSQL doesn't know.
  PERFORM set_config('audit.appending', 'on', true);
  SELECT * INTO STRICT head FROM audit.head FOR UPDATE;
  SELECT * INTO register FROM public.register;

  e.txid := pg_current_xact_id()::text::bigint;
  e.recorded_at := audit.stamp(head.recorded_at, steady);
  went_back := e.recorded_at < head.recorded_at;
  e.at := e.recorded_at + coalesce(register.offset_ms, 0) * interval '1 millisecond';
  IF NOT went_back THEN
    e.at := greatest(head.at, e.at);
  END IF;
  IF replayed_at IS NOT NULL THEN
    IF NOT coalesce(register.demonstration, false) THEN
      RAISE EXCEPTION 'only a demonstration register replays its past' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF replayed_at < head.at OR replayed_at > e.at THEN
      RAISE EXCEPTION 'a replayed moment lies between the last event (%) and now (%), not at %', head.at, e.at, replayed_at
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    e.at := date_trunc('milliseconds', replayed_at);
  END IF;

  e.actor_id := actor_id;
  e.actor_name := actor_name;
  e.actor_role := actor_role;
  e.session := session;
  e.request := request;
  e.seq := head.seq;
  e.leaf_hash := head.leaf_hash;

  IF went_back AND jsonb_array_length(changes) > 0 THEN
    INSERT INTO audit.ahead (seq, overtaken_by)
      SELECT o.seq, head.seq + 1 FROM audit.event o
       WHERE o.at > e.at AND NOT EXISTS (SELECT FROM audit.ahead a WHERE a.seq = o.seq);
  END IF;

  FOR change IN SELECT value FROM jsonb_array_elements(changes) LOOP
    record := change->>'record';
    IF json_typeof(record::json) IS DISTINCT FROM 'object' THEN
      RAISE EXCEPTION 'an event holds a record' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    e.seq := e.seq + 1;
    e.action := change->>'action';
    e.entity_type := change->>'entityType';
    e.entity_id := change->>'entityId';
    e.entity_version := (change->>'entityVersion')::integer;
    e.reason := change->>'reason';
    e.after_sha256 := audit.sha256_hex(convert_to(record, 'UTF8'));
    e.payload := '{"record":' || record || ',"salt":"' || replace(gen_random_uuid()::text, '-', '') || '"}';
    e.payload_sha256 := audit.sha256_hex(convert_to(e.payload, 'UTF8'));
    e.prev_hash := e.leaf_hash;
    e.leaf := audit.leaf_of(e);
    e.leaf_hash := audit.sha256_hex('\x00'::bytea || convert_to(e.leaf, 'UTF8'));

    IF e.entity_version <> 1 + coalesce((
      SELECT max(older.entity_version) FROM audit.event older WHERE older.entity_type = e.entity_type AND older.entity_id = e.entity_id), 0)
    THEN
      RAISE EXCEPTION 'version % of % % does not follow its last event', e.entity_version, e.entity_type, e.entity_id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    INSERT INTO audit.event SELECT e.*;
  END LOOP;

  UPDATE audit.head SET seq = e.seq, leaf_hash = e.leaf_hash, recorded_at = e.recorded_at, at = e.at;
  PERFORM set_config('audit.appending', 'off', true);
  RETURN e.seq;
END
$$;

-- Without a second clock stamps never go back.
CREATE FUNCTION audit.append(
  actor_id text, actor_name text, actor_role text, session text, request text, replayed_at timestamptz, changes jsonb
) RETURNS bigint LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$ SELECT audit.append(actor_id, actor_name, actor_role, session, request, replayed_at, changes, NULL) $$;

CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION '% of %.% is refused: what is on the record stays', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- A second fence for a register whose application is also the owner.
CREATE FUNCTION audit.only_append() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF current_setting('audit.appending', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION '%.% is written by audit.append alone', TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER appended BEFORE INSERT ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.only_append();
CREATE TRIGGER stays BEFORE INSERT OR DELETE OR TRUNCATE ON audit.head FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER appended BEFORE UPDATE ON audit.head FOR EACH ROW EXECUTE FUNCTION audit.only_append();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.ahead FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER appended BEFORE INSERT ON audit.ahead FOR EACH ROW EXECUTE FUNCTION audit.only_append();
ALTER TABLE audit.event ENABLE ALWAYS TRIGGER stays;
ALTER TABLE audit.event ENABLE ALWAYS TRIGGER appended;
ALTER TABLE audit.head ENABLE ALWAYS TRIGGER stays;
ALTER TABLE audit.head ENABLE ALWAYS TRIGGER appended;
ALTER TABLE audit.ahead ENABLE ALWAYS TRIGGER stays;
ALTER TABLE audit.ahead ENABLE ALWAYS TRIGGER appended;


-- 3 · No change without its event: what triggers ask for at commit -------------------------------------------------------

-- The record's version stepped by one, with an event of this transaction for that very version.
-- Arguments: entity type, the row's column that names the record ('' for the only one there is), and a column
-- that is no part of the record.
CREATE FUNCTION audit.require_event() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  after jsonb := to_jsonb(NEW);
  id text := coalesce(after->>TG_ARGV[1], TG_ARGV[0]);
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF TG_ARGV[2] <> '' AND to_jsonb(OLD) - TG_ARGV[2] = after - TG_ARGV[2] THEN
      RETURN NULL;
    END IF;
    IF NEW.version <> OLD.version + 1 OR to_jsonb(OLD)->>TG_ARGV[1] IS DISTINCT FROM after->>TG_ARGV[1] THEN
      RAISE EXCEPTION 'the version of % % steps by one, from % not to %', TG_ARGV[0], id, OLD.version, NEW.version
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.version <> 1 THEN
    RAISE EXCEPTION '% % begins at version 1', TG_ARGV[0], id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT EXISTS (
    SELECT FROM audit.event e
    WHERE e.entity_type = TG_ARGV[0] AND e.entity_id = id AND e.entity_version = NEW.version
      AND e.txid = pg_current_xact_id()::text::bigint)
  THEN
    RAISE EXCEPTION '% % changed without its event', TG_ARGV[0], id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;

-- The same for a row that belongs to a record: the record's last event is of this transaction.
CREATE FUNCTION audit.require_event_of_whole() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  id text := to_jsonb(NEW)->>TG_ARGV[1];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD)->>TG_ARGV[1] IS DISTINCT FROM id THEN
    RAISE EXCEPTION 'a % stays with its %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF pg_current_xact_id()::text::bigint IS DISTINCT FROM (
    SELECT e.txid FROM audit.event e WHERE e.entity_type = TG_ARGV[0] AND e.entity_id = id ORDER BY e.entity_version DESC LIMIT 1)
  THEN
    RAISE EXCEPTION '% % changed without its event', TG_ARGV[0], id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;


-- 4 · Participants and people --------------------------------------------------------------------------------------------

CREATE TABLE participant (
  code        text PRIMARY KEY CHECK (code ~ '^[A-Z]{2,8}$'),
  kind        text NOT NULL CHECK (kind IN ('STATE', 'ORGANISATION')),
  role        text NOT NULL CHECK (role IN ('CO_LEAD', 'MEMBER', 'PARTNER', 'OBSERVER', 'BENEFICIARY')),
  names       jsonb NOT NULL CHECK (jsonb_typeof(names) = 'object' AND names ? 'en'),
  joined_on   date,
  version     integer NOT NULL CHECK (version >= 1),
  recorded_at timestamptz(3) NOT NULL
);

CREATE TABLE person (
  id              uuid PRIMARY KEY,
  email           text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 320),
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role            text NOT NULL CHECK (role IN ('OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN')),
  desk            text[] NOT NULL CHECK (role = 'OFFICER' OR desk = '{}'),
  disabled_at     timestamptz(3),
  -- Raised to end every session; no part of the record.
  session_version integer NOT NULL DEFAULT 1,
  version         integer NOT NULL CHECK (version >= 1),
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL,
  -- May know sealed numbers.
  sealed          boolean NOT NULL DEFAULT false,
  -- Since when signing in takes a second step; in the register's time, as everything on record.
  second_factor_at timestamptz(3),
  -- The language they read the register in; without one, as their browser asks.
  language        text CHECK (language IN ('en', 'fr', 'uk'))
);

CREATE TABLE handover (
  id           uuid PRIMARY KEY,
  from_id      uuid NOT NULL REFERENCES person (id),
  to_id        uuid NOT NULL REFERENCES person (id),
  participants text[] NOT NULL CHECK (cardinality(participants) > 0),
  note         text NOT NULL CHECK (length(note) BETWEEN 1 AND 5000),
  -- How many pledges changed their owner with it.
  pledges      integer NOT NULL CHECK (pledges >= 0),
  version      integer NOT NULL CHECK (version >= 1),
  created_at   timestamptz(3) NOT NULL,
  CHECK (from_id <> to_id)
);
CREATE INDEX handover_to ON handover (to_id, created_at);
CREATE INDEX handover_from ON handover (from_id, created_at);


-- 5 · Signing in and repeated calls: technical, no event speaks of it ----------------------------------------------------

CREATE TABLE credential (
  person_id     uuid PRIMARY KEY REFERENCES person (id),
  password_hash text NOT NULL,
  changed_at    timestamptz(3) NOT NULL
);

CREATE TABLE session (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES person (id),
  session_version integer NOT NULL,
  created_at      timestamptz(3) NOT NULL,
  last_seen_at    timestamptz(3) NOT NULL,
  revoked_at      timestamptz(3),
  expires_at      timestamptz(3) NOT NULL,
  address         text,
  agent           text,
  -- Opened with both steps, or the one in which the second factor was set up.
  second_step     boolean NOT NULL DEFAULT false
);
CREATE INDEX session_of_person ON session (person_id);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE password_token (
  token_hash text PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id),
  expires_at timestamptz(3) NOT NULL,
  used_at    timestamptz(3)
);
CREATE INDEX password_token_of_person ON password_token (person_id);

CREATE TABLE throttle (
  bucket        text PRIMARY KEY,
  failures      integer NOT NULL CHECK (failures >= 0),
  since         timestamptz(3) NOT NULL,
  blocked_until timestamptz(3)
);

-- What codes are checked against, sealed with a key that the database doesn't hold.
CREATE TABLE second_factor (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  secret    text NOT NULL,
  -- The last step whose code was used: none counts twice.
  last_step bigint NOT NULL
);

CREATE TABLE recovery_code (
  person_id uuid NOT NULL REFERENCES person (id),
  code_hash text NOT NULL,
  used_at   timestamptz(3),
  PRIMARY KEY (person_id, code_hash)
);

-- What is being set up in a session, sealed, until it is confirmed: a secret with its codes, or new codes alone. Of the
-- session and not of the person, so that nobody confirms what somebody else has begun and seen.
CREATE TABLE second_factor_setup (
  session_id uuid PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  sealed     text NOT NULL,
  expires_at timestamptz(3) NOT NULL
);

-- Somebody who has said the password, and has the second step before them. Opens nothing by itself.
CREATE TABLE sign_in_challenge (
  token_hash      text PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES person (id),
  session_version integer NOT NULL,
  failures        integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  -- What is being set up, sealed, where the role requires a second factor and there is none.
  setup           text,
  expires_at      timestamptz(3) NOT NULL
);
CREATE INDEX sign_in_challenge_of_person ON sign_in_challenge (person_id);

-- A request that is sent again gets the first answer again, and the same entries of the log as its receipt.
CREATE TABLE idempotency (
  person_id   uuid NOT NULL REFERENCES person (id),
  key         text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  body_sha256 text NOT NULL,
  answer      text,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  first_entry bigint,
  last_entry  bigint,
  PRIMARY KEY (person_id, key),
  CHECK (first_entry <= last_entry),
  CHECK ((first_entry IS NULL) = (last_entry IS NULL))
);
CREATE INDEX idempotency_created ON idempotency (created_at);

-- Called around audit.append, in its statement: nothing comes after the lock on the log's head but this.
CREATE FUNCTION receipt(last bigint, entries integer, person uuid, request_key text)
  RETURNS TABLE (first_entry bigint, last_entry bigint, leaf_hash text) LANGUAGE plpgsql
  SET search_path = public, pg_temp
AS $$
BEGIN
  IF request_key IS NOT NULL THEN
    UPDATE idempotency i SET first_entry = last - entries + 1, last_entry = last
     WHERE i.person_id = person AND i.key = request_key;
  END IF;
  RETURN QUERY SELECT last - entries + 1, last, h.leaf_hash FROM audit.head h WHERE h.seq = last;
END
$$;


-- 6 · Sources and files --------------------------------------------------------------------------------------------------

-- Each captured text once, under its hash; what is on record names the hash.
CREATE TABLE captured_text (
  sha256 text PRIMARY KEY,
  text   text NOT NULL CHECK (length(text) BETWEEN 1 AND 100000),
  CONSTRAINT captured_text_is_its_hash CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON captured_text FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE captured_text ENABLE ALWAYS TRIGGER stays;

CREATE TABLE source (
  id           uuid PRIMARY KEY,
  publisher    text NOT NULL CHECK (length(publisher) BETWEEN 1 AND 500),
  url          text CHECK (length(url) BETWEEN 1 AND 4000),
  title        text CHECK (length(title) BETWEEN 1 AND 1000),
  published_on date,
  language     text NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  ownership    text NOT NULL CHECK (ownership IN ('OFFICIAL', 'INDEPENDENT', 'STATE_CONTROLLED', 'AGGREGATOR')),
  version      integer NOT NULL CHECK (version >= 1),
  created_at   timestamptz(3) NOT NULL,
  files        jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(files) = 'array'),
  captured     text REFERENCES captured_text (sha256),
  -- The file that the captured text was read from, by its id and hash, and whether somebody changed it or it is a part.
  read_from    jsonb CHECK (jsonb_typeof(read_from) = 'object')
);
CREATE INDEX source_publisher ON source (publisher, id);
CREATE INDEX source_created ON source (created_at, id);
CREATE INDEX source_by_date ON source (coalesce(published_on, '-infinity'::date) DESC, id DESC);

-- The bytes of files lie outside, each content once, under its hash. A content that is kept, or is just being stored; a
-- process that stores or removes one holds its row.
CREATE TABLE file_content (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes  integer NOT NULL CHECK (bytes BETWEEN 1 AND 20000000),
  -- When somebody last began to store it: the true clock.
  put_at timestamptz(3) NOT NULL DEFAULT now()
);

-- A file as it was received. Loose, it is its sender's alone and goes after a day; attached, it stays.
CREATE TABLE file (
  id          uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES person (id),
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  type        text NOT NULL CHECK (type IN ('PDF', 'PNG', 'JPEG', 'DOCX', 'XLSX', 'TXT')),
  sha256      text NOT NULL REFERENCES file_content (sha256),
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  attached_at timestamptz(3),
  -- What was read out of a file that is attached to nothing yet, by its hash, so that its origin can be recorded.
  read_sha256 text CHECK (read_sha256 ~ '^[0-9a-f]{64}$'),
  read_whole  boolean,
  CONSTRAINT file_read_is_told_whole CHECK ((read_sha256 IS NULL) = (read_whole IS NULL))
);
CREATE INDEX file_content_of ON file (sha256);
CREATE INDEX file_loose ON file (person_id, received_at) WHERE attached_at IS NULL;

-- A file is attached by an event of this transaction that holds its id and its hash.
CREATE FUNCTION audit.require_file_told() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NEW.attached_at IS NOT NULL AND NOT EXISTS (
    SELECT FROM audit.event e
     WHERE e.txid = pg_current_xact_id()::text::bigint AND e.entity_type IN ('source', 'pledge', 'proposal')
       AND position(NEW.id::text IN e.payload) > 0 AND position(NEW.sha256 IN e.payload) > 0)
  THEN
    RAISE EXCEPTION 'file % was attached without its event', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER told AFTER INSERT OR UPDATE ON file DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_file_told();
CREATE TRIGGER stays_attached BEFORE UPDATE OR DELETE ON file FOR EACH ROW WHEN (OLD.attached_at IS NOT NULL)
  EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER stays BEFORE TRUNCATE ON file FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE file ENABLE ALWAYS TRIGGER told;
ALTER TABLE file ENABLE ALWAYS TRIGGER stays_attached;
ALTER TABLE file ENABLE ALWAYS TRIGGER stays;

-- Files that count for nothing any more. The record says who, when and why; this says who may still download them.
CREATE TABLE file_retraction (
  file_id      uuid PRIMARY KEY REFERENCES file (id),
  retracted_at timestamptz(3) NOT NULL DEFAULT now()
);

-- A file is retracted by an event of this transaction that holds its id.
CREATE FUNCTION audit.require_retraction_told() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM audit.event e
     WHERE e.txid = pg_current_xact_id()::text::bigint AND e.action = 'source.file-retracted'
       AND position(NEW.file_id::text IN e.payload) > 0)
  THEN
    RAISE EXCEPTION 'file % was retracted without its event', NEW.file_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER told AFTER INSERT ON file_retraction DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_retraction_told();
ALTER TABLE file_retraction ENABLE ALWAYS TRIGGER told;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON file_retraction FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE file_retraction ENABLE ALWAYS TRIGGER stays;


-- 7 · Pledges, with their contributions and evidence ---------------------------------------------------------------------

CREATE TABLE pledge (
  id                 uuid PRIMARY KEY,
  reference          text NOT NULL UNIQUE,
  participant        text NOT NULL REFERENCES participant (code),
  priority           smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  number             integer NOT NULL CHECK (number >= 1),
  version            integer NOT NULL CHECK (version >= 1),
  title              text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  summary            text CHECK (length(summary) BETWEEN 1 AND 20000),
  stage              text NOT NULL CHECK (stage IN ('SIGNALLED', 'PLEDGED', 'COMMITTED', 'ALLOCATED', 'DELIVERING', 'FULFILLED',
                       'DECLINED', 'SUSPENDED', 'WITHDRAWN', 'LAPSED', 'SUPERSEDED')),
  stage_reason       text CHECK (length(stage_reason) BETWEEN 1 AND 20000),
  stage_set_on       date NOT NULL,
  suspended_from     text CHECK (suspended_from IN ('SIGNALLED', 'PLEDGED', 'COMMITTED', 'ALLOCATED', 'DELIVERING')),
  pledged_by_step_on date,
  stated_on          date,
  window_start       date,
  window_end         date,
  due_on             date,
  authorised_by      text CHECK (length(authorised_by) BETWEEN 1 AND 500),
  further_approval   text NOT NULL CHECK (further_approval IN ('YES', 'NO', 'UNKNOWN')),
  owner              text CHECK (length(owner) BETWEEN 3 AND 320),
  next_action        text CHECK (length(next_action) BETWEEN 1 AND 20000),
  next_action_due_on date,
  handling           text NOT NULL CHECK (handling IN ('PUBLIC', 'COALITION')),
  last_confirmed_on  date,
  voided_at          timestamptz(3),
  void_reason        text CHECK (length(void_reason) BETWEEN 1 AND 20000),
  superseded_by      text REFERENCES pledge (reference),
  created_at         timestamptz(3) NOT NULL,
  updated_at         timestamptz(3) NOT NULL,
  search             text NOT NULL GENERATED ALWAYS AS (
                       lower(reference || ' ' || title || ' ' || coalesce(summary, '') || ' ' || coalesce(authorised_by, '') || ' ' || coalesce(next_action, ''))
                     ) STORED,
  condition          jsonb,
  condition_set_on   date,
  UNIQUE (participant, priority, number),
  CONSTRAINT pledge_reference_is_its_place CHECK (
    reference = participant || '-' || priority || '-' || lpad(number::text, greatest(3, length(number::text)), '0')),
  CONSTRAINT pledge_window_ordered CHECK (window_start <= window_end),
  CONSTRAINT pledge_exit_has_reason CHECK (stage NOT IN ('DECLINED', 'SUSPENDED', 'WITHDRAWN', 'LAPSED') OR stage_reason IS NOT NULL),
  CONSTRAINT pledge_suspended_from_somewhere CHECK ((stage = 'SUSPENDED') = (suspended_from IS NOT NULL)),
  CONSTRAINT pledge_superseded_by_something CHECK (stage <> 'SUPERSEDED' OR superseded_by IS NOT NULL),
  CONSTRAINT pledge_not_its_own_successor CHECK (superseded_by <> reference),
  CONSTRAINT pledge_void_has_reason CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
  CHECK ((condition IS NULL) = (condition_set_on IS NULL))
);
-- One index for each order in which lists are read, so that a page reads the rows it shows. A reference sorts by its
-- three parts, and breaks every tie. What has no date comes last, whichever way the dates run.
CREATE INDEX pledge_by_update ON pledge (updated_at, participant, priority, number);
CREATE INDEX pledge_by_update_turned ON pledge (updated_at DESC, participant, priority, number);
CREATE INDEX pledge_by_due ON pledge (coalesce(due_on, 'infinity'::date), participant, priority, number);
CREATE INDEX pledge_by_due_turned ON pledge (coalesce(due_on, '-infinity'::date) DESC, participant, priority, number);
CREATE INDEX pledge_stage ON pledge (stage, reference);
CREATE INDEX pledge_of_owner ON pledge (owner, participant, priority, number);
CREATE INDEX pledge_superseded_by ON pledge (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX pledge_search ON pledge USING gin (search gin_trgm_ops);
-- The matrix counts pledges from this alone.
CREATE INDEX pledge_by_cell ON pledge (participant, priority, stage) WHERE voided_at IS NULL;
-- Voided pledges are few, and asked for by themselves.
CREATE INDEX pledge_voided ON pledge (participant, priority, number) WHERE voided_at IS NOT NULL;
-- Every page asks which pledges are for the coalition alone, once after each change: their references, by index alone.
CREATE INDEX pledge_coalition_only ON pledge (reference) WHERE handling = 'COALITION';

-- References are permanent and gapless: each number but the first follows one that is there.
CREATE FUNCTION audit.require_gapless() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.reference <> OLD.reference OR NEW.created_at <> OLD.created_at THEN
      RAISE EXCEPTION 'the reference of % is permanent', OLD.reference USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.number > 1 AND NOT EXISTS (
    SELECT FROM public.pledge p WHERE p.participant = NEW.participant AND p.priority = NEW.priority AND p.number = NEW.number - 1)
  THEN
    RAISE EXCEPTION 'before % a number is missing', NEW.reference USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER gapless AFTER INSERT OR UPDATE OF reference, created_at ON pledge DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_gapless();
ALTER TABLE pledge ENABLE ALWAYS TRIGGER gapless;

-- The last number given in each cell; its row is also the cell's lock.
CREATE TABLE reference_counter (
  participant text NOT NULL REFERENCES participant (code),
  priority    smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  last        integer NOT NULL DEFAULT 0 CHECK (last >= 0),
  PRIMARY KEY (participant, priority)
);

-- A domain that nobody has said stays unsaid. "Up to n" is the interval from 0 to n, and is stored as that; lines recorded
-- before that was so have no lower end: they keep the form that the log holds a hash of, and mean the same.
CREATE TABLE contribution (
  id                  uuid PRIMARY KEY,
  pledge_id           uuid NOT NULL REFERENCES pledge (id),
  position            integer NOT NULL CHECK (position >= 0),
  kind                text NOT NULL CHECK (kind IN ('TROOPS', 'STAFF_OFFICERS', 'AIR', 'MARITIME', 'GROUND_AIR_DEFENCE', 'MINE_CLEARANCE',
                        'MONITORING_SENSORS', 'OBSERVERS', 'TRAINING', 'EQUIPMENT', 'AMMUNITION', 'FUNDING', 'INTELLIGENCE', 'LOGISTICS_TRANSIT',
                        'BASING_HOST_NATION', 'INDUSTRY_CO_PRODUCTION', 'SANCTIONS', 'DIPLOMACY', 'COMMAND_HQ', 'RECONSTRUCTION_SECURITY',
                        'TECHNOLOGY', 'OTHER')),
  domain              text NOT NULL CHECK (domain IN ('LAND', 'SEA', 'AIR', 'CYBER', 'SPACE', 'JOINT', 'NON_MILITARY', 'UNSTATED')),
  location            text NOT NULL CHECK (location IN ('IN_UKRAINE', 'NEIGHBOURING_ALLY', 'BLACK_SEA', 'AIRSPACE', 'HOME_NATION', 'REMOTE', 'UNSTATED')),
  quantity_kind       text NOT NULL CHECK (quantity_kind IN ('EXACT', 'RANGE', 'AT_LEAST', 'UP_TO', 'APPROXIMATE', 'QUALITATIVE', 'NOT_STATED',
                        'NOT_APPLICABLE', 'SEALED')),
  quantity_min        bigint CHECK (quantity_min BETWEEN 0 AND 999999999999),
  quantity_max        bigint CHECK (quantity_max BETWEEN 0 AND 999999999999),
  quantity_unit       text CHECK (quantity_unit IN ('PERSON', 'COMPANY', 'BATTALION', 'BRIGADE', 'AIRCRAFT', 'SHIP', 'SYSTEM', 'ROUND', 'PLACE_PER_YEAR')),
  quantity_as_stated  text CHECK (length(quantity_as_stated) BETWEEN 1 AND 2000),
  money_amount        numeric CHECK (money_amount >= 0 AND money_amount < 1e18),
  money_currency      text CHECK (money_currency ~ '^[A-Z]{3}$'),
  notice_to_move_days integer CHECK (notice_to_move_days >= 0),
  available_from      date,
  available_to        date,
  caveats             jsonb NOT NULL CHECK (jsonb_typeof(caveats) = 'array'),
  -- The version of the pledge that took it off; it stays.
  removed_in          integer,
  allocated_on        date,
  -- As in the domain: { kind, min, max, unit, asStated } and { amount, currency }.
  allocated_quantity  jsonb CHECK (jsonb_typeof(allocated_quantity) = 'object'),
  allocated_money     jsonb CHECK (jsonb_typeof(allocated_money) = 'object'),
  quantity_commitment text,
  -- The amount as it was written, "1.50" and not 1.5: a driver that reads numbers as numbers loses the difference, and a
  -- record is held against its event to the letter.
  money_stated        text GENERATED ALWAYS AS (money_amount::text) STORED,
  CONSTRAINT contribution_quantity_ordered CHECK (quantity_min <= quantity_max),
  CONSTRAINT contribution_quantity_ends CHECK (CASE quantity_kind
    WHEN 'EXACT'       THEN quantity_min IS NOT NULL AND quantity_max IS NOT NULL AND quantity_min = quantity_max
    WHEN 'APPROXIMATE' THEN quantity_min IS NOT NULL AND quantity_max IS NOT NULL AND quantity_min = quantity_max
    WHEN 'RANGE'       THEN quantity_min IS NOT NULL AND quantity_max IS NOT NULL
    WHEN 'AT_LEAST'    THEN quantity_min IS NOT NULL AND quantity_max IS NULL
    WHEN 'UP_TO'       THEN coalesce(quantity_min, 0) = 0 AND quantity_max IS NOT NULL
    ELSE quantity_min IS NULL AND quantity_max IS NULL END),
  CONSTRAINT contribution_money_has_currency CHECK ((money_amount IS NULL) = (money_currency IS NULL)),
  CONSTRAINT contribution_window_ordered CHECK (available_from <= available_to),
  CONSTRAINT contribution_allocated_on_a_day CHECK (
    allocated_on IS NOT NULL OR (allocated_quantity IS NULL AND allocated_money IS NULL)),
  CONSTRAINT contribution_commitment_of_sealed
    CHECK (quantity_commitment IS NULL OR (quantity_kind = 'SEALED' AND quantity_commitment ~ '^[0-9a-f]{64}$'))
);
CREATE INDEX contribution_of_pledge ON contribution (pledge_id, position);
CREATE INDEX contribution_by_kind ON contribution (kind, domain, pledge_id) WHERE removed_in IS NULL;

CREATE TABLE evidence (
  id             uuid PRIMARY KEY,
  pledge_id      uuid NOT NULL REFERENCES pledge (id),
  source_id      uuid NOT NULL REFERENCES source (id),
  position       integer NOT NULL CHECK (position >= 0),
  kind           text NOT NULL CHECK (kind IN ('INTERNAL_NOTE', 'MEDIA_REPORT', 'INTERVIEW', 'OFFICIAL_STATEMENT', 'JOINT_DECLARATION',
                   'PARLIAMENT_RECORD', 'NOTE_VERBALE', 'SIGNED_DOCUMENT', 'GOVERNMENT_DECISION', 'BUDGET_DOCUMENT', 'HQ_CONFIRMATION', 'TRANSFER_DOCUMENT')),
  reliability    text NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  credibility    smallint NOT NULL CHECK (credibility BETWEEN 1 AND 6),
  quote          text CHECK (length(quote) BETWEEN 1 AND 20000),
  supports       boolean NOT NULL,
  field          text CHECK (length(field) BETWEEN 1 AND 100),
  claims         text CHECK (length(claims) BETWEEN 1 AND 2000),
  valid_until    date,
  recorded_at    timestamptz(3) NOT NULL,
  retracted_at   timestamptz(3),
  retract_reason text CHECK (length(retract_reason) BETWEEN 1 AND 20000),
  files          jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(files) = 'array'),
  -- Places in the captured text of its source, in UTF-16 code units; the end isn't part of it.
  span_start     integer CHECK (span_start >= 0),
  span_end       integer,
  CONSTRAINT evidence_retraction_has_reason CHECK ((retracted_at IS NULL) = (retract_reason IS NULL)),
  CONSTRAINT evidence_span_is_a_stretch CHECK ((span_start IS NULL AND span_end IS NULL) OR span_end > span_start)
);
CREATE INDEX evidence_of_pledge ON evidence (pledge_id, position);
CREATE INDEX evidence_of_source ON evidence (source_id);

CREATE TABLE comment (
  id         uuid PRIMARY KEY,
  pledge_id  uuid NOT NULL REFERENCES pledge (id),
  author_id  uuid NOT NULL REFERENCES person (id),
  text       text NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX comment_of_pledge ON comment (pledge_id, created_at);

-- Where sources contradict each other: what a manager holds right.
CREATE TABLE ruling (
  id         uuid PRIMARY KEY,
  pledge_id  uuid NOT NULL REFERENCES pledge (id),
  field      text NOT NULL,
  -- The evidence that is held right; none when the record stays as it is.
  holds      uuid REFERENCES evidence (id),
  -- In words: what is taken to be so.
  finding    text NOT NULL CHECK (length(finding) BETWEEN 1 AND 2000),
  reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 5000),
  -- The contradicting evidence that it settles.
  weighed    uuid[] NOT NULL CHECK (cardinality(weighed) > 0),
  supersedes uuid UNIQUE REFERENCES ruling (id),
  ruler_id   uuid NOT NULL REFERENCES person (id),
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX ruling_of_pledge ON ruling (pledge_id, created_at);
-- A first ruling on a field is the only one that supersedes none.
CREATE UNIQUE INDEX ruling_first ON ruling (pledge_id, field) WHERE supersedes IS NULL;

-- What of a contribution was delivered.
CREATE TABLE delivery (
  id              uuid PRIMARY KEY,
  pledge_id       uuid NOT NULL REFERENCES pledge (id),
  contribution_id uuid NOT NULL REFERENCES contribution (id),
  quantity        jsonb CHECK (jsonb_typeof(quantity) = 'object'),
  money           jsonb CHECK (jsonb_typeof(money) = 'object'),
  delivered_on    date NOT NULL,
  definition      text NOT NULL CHECK (definition IN ('LEFT_ORIGIN', 'HANDED_OVER', 'ACCEPTED_BY_RECIPIENT')),
  -- Ids of the evidence of the pledge.
  evidence        uuid[] NOT NULL CHECK (cardinality(evidence) >= 1),
  -- { on, by, evidence }
  confirmation    jsonb CHECK (jsonb_typeof(confirmation) = 'object'),
  note            text CHECK (length(note) BETWEEN 1 AND 5000),
  retracted_at    timestamptz(3),
  retract_reason  text,
  version         integer NOT NULL CHECK (version >= 1),
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL,
  CONSTRAINT delivery_retracted_with_reason CHECK ((retracted_at IS NULL) = (retract_reason IS NULL))
);
CREATE INDEX delivery_of_pledge ON delivery (pledge_id, delivered_on, created_at, id);

-- Numbers given in confidence. The record and the log hold a salted hash of each; number and salt are here alone. One row
-- for each number ever entered, also one that is only proposed; none is changed or removed.
CREATE TABLE sealed_quantity (
  commitment      text PRIMARY KEY CHECK (commitment ~ '^[0-9a-f]{64}$'),
  pledge_id       uuid NOT NULL REFERENCES pledge (id) DEFERRABLE INITIALLY DEFERRED,
  -- Of a line that isn't on record yet where the change is proposed.
  contribution_id uuid NOT NULL,
  min             bigint CHECK (min BETWEEN 0 AND 999999999999),
  max             bigint CHECK (max BETWEEN 0 AND 999999999999),
  unit            text CHECK (unit IN ('PERSON', 'COMPANY', 'BATTALION', 'BRIGADE', 'AIRCRAFT', 'SHIP', 'SYSTEM', 'ROUND', 'PLACE_PER_YEAR')),
  salt            text NOT NULL CHECK (salt ~ '^[0-9a-f]{64}$'),
  entered_by      text NOT NULL,
  entered_at      timestamptz(3) NOT NULL,
  CONSTRAINT sealed_quantity_some CHECK (min IS NOT NULL OR max IS NOT NULL),
  CONSTRAINT sealed_quantity_ordered CHECK (min <= max)
);
CREATE INDEX sealed_quantity_of_pledge ON sealed_quantity (pledge_id);

-- A number commits only with an event of this transaction that holds its hash: of the pledge, or of a proposal on it.
CREATE FUNCTION audit.require_commitment() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM (
      SELECT 'pledge' AS type, NEW.pledge_id::text AS id
      UNION ALL SELECT 'proposal', p.id::text FROM public.proposal p WHERE p.subject_id = NEW.pledge_id AND p.status IN ('OPEN', 'RETURNED')) told
      JOIN audit.event e ON e.entity_type = told.type AND e.entity_id = told.id
     WHERE e.txid = pg_current_xact_id()::text::bigint AND position(NEW.commitment IN e.payload) > 0)
  THEN
    RAISE EXCEPTION 'a sealed number of pledge % was kept without its event', NEW.pledge_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER has_event AFTER INSERT ON sealed_quantity DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_commitment();
ALTER TABLE sealed_quantity ENABLE ALWAYS TRIGGER has_event;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_quantity FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE sealed_quantity ENABLE ALWAYS TRIGGER stays;


-- 8 · Approvals, triggers, proposals, requirements and offers ------------------------------------------------------------

CREATE TABLE approval (
  id            uuid PRIMARY KEY,
  participant   text NOT NULL REFERENCES participant (code),
  kind          text NOT NULL CHECK (kind IN ('PARLIAMENT_VOTE', 'GOVERNMENT_DECISION', 'RATIFICATION', 'BUDGET_APPROPRIATION', 'CONSTITUTIONAL_REVIEW',
                  'HOST_CONSENT', 'INTERNATIONAL_MANDATE')),
  body          text NOT NULL CHECK (length(body) BETWEEN 1 AND 500),
  subject       text CHECK (length(subject) BETWEEN 1 AND 2000),
  status        text NOT NULL CHECK (status IN ('UNKNOWN', 'NOT_REQUIRED', 'REQUIRED', 'TABLED', 'SCHEDULED', 'APPROVED', 'REJECTED', 'LAPSED')),
  status_since  date,
  scheduled_for date,
  decided_on    date,
  version       integer NOT NULL CHECK (version >= 1),
  created_at    timestamptz(3) NOT NULL,
  updated_at    timestamptz(3) NOT NULL
);
CREATE INDEX approval_of_participant ON approval (participant, id);

CREATE TABLE approval_pledge (
  approval_id uuid NOT NULL REFERENCES approval (id),
  pledge_id   uuid NOT NULL REFERENCES pledge (id),
  -- The version of the approval that took the link off.
  removed_in  integer,
  PRIMARY KEY (approval_id, pledge_id)
);
CREATE INDEX approval_pledge_of_pledge ON approval_pledge (pledge_id);

-- Facts of the world.
CREATE TABLE trigger (
  code        text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  description text CHECK (length(description) BETWEEN 1 AND 5000),
  waiting     text NOT NULL CHECK (waiting IN ('DORMANT', 'BLOCKING')),
  state       text NOT NULL CHECK (state IN ('NOT_MET', 'MET', 'UNKNOWN')),
  since       date,
  -- [{ id, source, kind, reliability, credibility, quote, supports, recordedAt }], read and written whole.
  evidence    jsonb NOT NULL CHECK (jsonb_typeof(evidence) = 'array'),
  version     integer NOT NULL CHECK (version >= 1),
  created_at  timestamptz(3) NOT NULL,
  updated_at  timestamptz(3) NOT NULL
);

-- The leaves of the conditions, to find out who waits for what. Derived: `pledge.condition` is the record.
CREATE TABLE condition_leaf (
  pledge_id uuid NOT NULL REFERENCES pledge (id),
  -- Code of a trigger, id of an approval, reference of a pledge.
  kind      text NOT NULL CHECK (kind IN ('trigger', 'approval', 'pledge')),
  key       text NOT NULL,
  at_least  text NOT NULL DEFAULT '',
  PRIMARY KEY (pledge_id, kind, key, at_least)
);
CREATE INDEX condition_leaf_of_key ON condition_leaf (kind, key, pledge_id);

-- A trigger that many pledges wait for changes in one moment, however many they are: what will hold is derived
-- beforehand, next to what holds. Each such change begins a *world*, named by the change's id; a row holds from one world
-- until another, and the present world is that of the last change done.
CREATE TABLE trigger_change (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code       text NOT NULL REFERENCES trigger (code),
  -- The trigger's version that it changes, and the record as it will be.
  based_on   integer NOT NULL CHECK (based_on >= 1),
  after      jsonb NOT NULL,
  reason     text CHECK (length(reason) BETWEEN 1 AND 5000),
  -- Who changes it, as the log will name them.
  actor      jsonb NOT NULL,
  state      text NOT NULL CHECK (state IN ('PREPARING', 'READY', 'DONE', 'CANCELLED', 'FAILED')),
  -- Pledges that wait for it, and how many of them are derived.
  total      integer NOT NULL CHECK (total >= 0),
  done       integer NOT NULL DEFAULT 0 CHECK (done >= 0),
  -- How far it has come, in the order of their ids; and those left for later, because somebody held them.
  reached    uuid,
  left_over  uuid[] NOT NULL DEFAULT '{}',
  started_at timestamptz(3) NOT NULL,
  ended_at   timestamptz(3),
  -- Whether what no longer holds, or never came to hold, is cleared away.
  tidied     boolean NOT NULL DEFAULT false,
  CHECK ((ended_at IS NULL) = (state IN ('PREPARING', 'READY'))),
  CHECK (NOT tidied OR ended_at IS NOT NULL)
);
-- One at a time.
CREATE UNIQUE INDEX trigger_change_unfinished ON trigger_change ((true)) WHERE NOT tidied;
CREATE INDEX trigger_change_world ON trigger_change (id) WHERE state = 'DONE';
CREATE INDEX trigger_change_of_code ON trigger_change (code, id);

CREATE TABLE proposal (
  id          uuid PRIMARY KEY,
  subject     text NOT NULL CHECK (subject IN ('pledge', 'approval')),
  -- The pledge, or the approval: one that isn't on record yet has the id it will be given.
  subject_id  uuid NOT NULL,
  reference   text REFERENCES pledge (reference),
  participant text NOT NULL REFERENCES participant (code),
  priority    smallint CHECK (priority BETWEEN 1 AND 5),
  -- References of the pledges it is about: the pledge itself, or those an approval serves before or after.
  concerns    text[] NOT NULL,
  proposer_id uuid NOT NULL REFERENCES person (id),
  status      text NOT NULL CHECK (status IN ('OPEN', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'REPLACED')),
  wish        jsonb NOT NULL,
  reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 5000),
  -- The subject's version that was before the proposer's eyes; 0 for what isn't on record yet.
  based_on    integer NOT NULL CHECK (based_on >= 0),
  decider_id  uuid REFERENCES person (id),
  note        text CHECK (length(note) BETWEEN 1 AND 5000),
  decided_at  timestamptz(3),
  version     integer NOT NULL CHECK (version >= 1),
  created_at  timestamptz(3) NOT NULL,
  updated_at  timestamptz(3) NOT NULL,
  CHECK ((subject = 'pledge') = (reference IS NOT NULL)),
  CHECK ((reference IS NULL) = (priority IS NULL)),
  CHECK ((decider_id IS NULL) = (decided_at IS NULL)),
  -- Four eyes, also where the application errs: nobody decides their own.
  CHECK (decider_id IS DISTINCT FROM proposer_id),
  CHECK ((status IN ('RETURNED', 'APPROVED')) <= (decider_id IS NOT NULL)),
  CHECK (status <> 'RETURNED' OR note IS NOT NULL)
);
-- At most one that is undecided for each pledge and each approval.
CREATE UNIQUE INDEX proposal_standing ON proposal (subject_id) WHERE status IN ('OPEN', 'RETURNED');
CREATE INDEX proposal_concerns ON proposal USING gin (concerns);
CREATE INDEX proposal_by_age ON proposal (status, created_at, id);
CREATE INDEX proposal_of_proposer ON proposal (proposer_id, status, created_at, id);

-- What the coalition needs, and the contributions that are offered for it.
CREATE TABLE requirement (
  id           uuid PRIMARY KEY,
  reference    text NOT NULL UNIQUE CHECK (reference ~ '^[A-Z][A-Z0-9-]{1,19}$'),
  title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  capability   text NOT NULL,
  priority     smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  domain       text NOT NULL,
  location     text NOT NULL,
  -- One of both, as a contribution has it: { kind, min, max, unit, asStated } or { amount, currency }.
  quantity     jsonb,
  money        jsonb,
  -- { day, date }: so many days after the ceasefire, or a date; at most one of both.
  needed_by    jsonb NOT NULL,
  criticality  smallint NOT NULL CHECK (criticality BETWEEN 1 AND 3),
  lead         text REFERENCES participant (code),
  note         text CHECK (length(note) BETWEEN 1 AND 5000),
  closed_at    timestamptz(3),
  close_reason text,
  version      integer NOT NULL CHECK (version >= 1),
  created_at   timestamptz(3) NOT NULL,
  updated_at   timestamptz(3) NOT NULL,
  CHECK ((quantity IS NULL) <> (money IS NULL)),
  CHECK ((closed_at IS NULL) = (close_reason IS NULL))
);

CREATE TABLE offer (
  id              uuid PRIMARY KEY,
  requirement_id  uuid NOT NULL REFERENCES requirement (id),
  pledge_id       uuid NOT NULL REFERENCES pledge (id),
  contribution_id uuid NOT NULL REFERENCES contribution (id),
  -- An exact decimal of the contribution's unit or currency; null: all of it.
  amount          text CHECK (amount ~ '^(0|[1-9]\d{0,14})(\.\d{1,4})?$'),
  -- Said by a person, where caveats and location leave it open.
  fit             text CHECK (fit IN ('FULL', 'PARTIAL', 'NEAR_MISS')),
  reason          text CHECK (length(reason) BETWEEN 1 AND 5000),
  withdrawn_at    timestamptz(3),
  withdraw_reason text,
  version         integer NOT NULL CHECK (version >= 1),
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL,
  CHECK (fit IS NULL OR reason IS NOT NULL),
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
);
CREATE INDEX offer_of_requirement ON offer (requirement_id, created_at, id);
CREATE INDEX offer_of_pledge ON offer (pledge_id, created_at, id);
CREATE UNIQUE INDEX offer_once ON offer (requirement_id, contribution_id) WHERE withdrawn_at IS NULL;


-- 9 · Questions, findings, scenarios, named moments: they touch no other record ------------------------------------------

-- What focal points are asked about what is unresolved, and what came back.
CREATE TABLE question (
  id          uuid PRIMARY KEY,
  reference   text NOT NULL UNIQUE,
  number      integer NOT NULL UNIQUE GENERATED ALWAYS AS (substr(reference, 3)::integer) STORED,
  participant text NOT NULL REFERENCES participant (code),
  priority    smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  -- NULL: about the position, on which no pledge is on record.
  pledge      text REFERENCES pledge (reference),
  -- The unresolved item it came from.
  code        text CHECK (length(code) BETWEEN 1 AND 40),
  -- An office, never a person.
  asked_of    text NOT NULL CHECK (length(asked_of) BETWEEN 1 AND 200),
  text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  due_on      date,
  author_id   uuid NOT NULL REFERENCES person (id),
  -- [{ does, text, answeredOn, evidence, pledge, dueOn, by, at }], read and written whole; each came with an event of its own.
  entries     jsonb NOT NULL CHECK (jsonb_typeof(entries) = 'array'),
  state       text NOT NULL GENERATED ALWAYS AS (
                CASE entries->-1->>'does' WHEN 'answer' THEN 'ANSWERED' WHEN 'withdraw' THEN 'WITHDRAWN' ELSE 'OPEN' END) STORED,
  version     integer NOT NULL CHECK (version >= 1),
  created_at  timestamptz(3) NOT NULL,
  updated_at  timestamptz(3) NOT NULL,
  -- The language it is written in, and so what the register adds to it; NULL where nobody said.
  language    text CHECK (language IN ('en', 'fr', 'uk')),
  CONSTRAINT question_reference_is_its_number CHECK (
    reference = 'Q-' || lpad(number::text, greatest(4, length(number::text)), '0')),
  CONSTRAINT question_entry_by_entry CHECK (version = 1 + jsonb_array_length(entries)),
  CONSTRAINT question_about_its_own_pledge CHECK (pledge LIKE participant || '-' || priority || '-%')
);
CREATE INDEX question_pledge ON question (pledge, number);
CREATE INDEX question_place ON question (participant, priority, number);
CREATE INDEX question_state ON question (state, number);
-- One open question about one item.
CREATE UNIQUE INDEX question_asked_once ON question (participant, priority, coalesce(pledge, ''), code) WHERE state = 'OPEN';

-- What auditors note on records, what managers answer, and how it ends.
CREATE TABLE finding (
  id         uuid PRIMARY KEY,
  reference  text NOT NULL UNIQUE,
  number     integer NOT NULL UNIQUE GENERATED ALWAYS AS (substr(reference, 3)::integer) STORED,
  about_kind text NOT NULL CHECK (about_kind IN (
    'pledge', 'approval', 'source', 'participant', 'trigger', 'requirement', 'offer', 'delivery', 'proposal')),
  -- Reference, code or id: as people name the record.
  about_key  text NOT NULL CHECK (length(about_key) BETWEEN 1 AND 80),
  text       text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  author_id  uuid NOT NULL REFERENCES person (id),
  -- [{ does, text, by, at }], read and written whole; each came with an event of its own.
  entries    jsonb NOT NULL CHECK (jsonb_typeof(entries) = 'array'),
  state      text NOT NULL GENERATED ALWAYS AS (
               CASE entries->-1->>'does' WHEN 'answer' THEN 'ANSWERED' WHEN 'close' THEN 'CLOSED' ELSE 'OPEN' END) STORED,
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT finding_reference_is_its_number CHECK (
    reference = 'F-' || lpad(number::text, greatest(4, length(number::text)), '0')),
  CONSTRAINT finding_entry_by_entry CHECK (version = 1 + jsonb_array_length(entries))
);
CREATE INDEX finding_about ON finding (about_kind, about_key, number);
CREATE INDEX finding_state ON finding (state, number);

-- What would follow if: a moment of the register, what is assumed on top of it, and what came of it. Position and rules
-- say how to come to the same result again.
CREATE TABLE scenario (
  id              uuid PRIMARY KEY,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  note            text CHECK (length(note) BETWEEN 1 AND 5000),
  owner_id        uuid NOT NULL REFERENCES person (id),
  as_of           timestamptz(3) NOT NULL,
  -- The last event of the log at that moment.
  position        bigint NOT NULL CHECK (position >= 0),
  rules           integer NOT NULL CHECK (rules >= 1),
  assumptions     jsonb NOT NULL,
  result          jsonb NOT NULL,
  withdrawn_at    timestamptz(3),
  withdraw_reason text,
  version         integer NOT NULL CHECK (version >= 1),
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL,
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
);
CREATE INDEX scenario_in_order ON scenario (created_at, id);

CREATE TABLE baseline (
  id         uuid PRIMARY KEY,
  name       text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  as_of      timestamptz(3) NOT NULL,
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL
);


-- 10 · Packages that leave the register ----------------------------------------------------------------------------------

-- An export is on record with the hash of all its files; the work that leads to it is technical.
CREATE TABLE export (
  id              uuid PRIMARY KEY,
  reference       text NOT NULL UNIQUE CHECK (reference ~ '^EX-[0-9]{4,9}$'),
  view            jsonb NOT NULL,
  purpose         text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 500),
  as_of           timestamptz(3) NOT NULL,
  position        jsonb NOT NULL,
  complete        boolean NOT NULL,
  events          integer NOT NULL CHECK (events >= 0),
  records         jsonb NOT NULL,
  rows            jsonb NOT NULL,
  manifest_sha256 text NOT NULL CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  version         integer NOT NULL CHECK (version = 1)
);

-- One row an export that was asked for. Its worker says every few seconds that it is at work; when nobody does, another
-- starts it from the beginning.
CREATE TABLE export_job (
  id          uuid PRIMARY KEY,
  number      integer NOT NULL UNIQUE CHECK (number >= 1),
  person_id   uuid NOT NULL REFERENCES person (id),
  person_name text NOT NULL,
  view        jsonb NOT NULL,
  purpose     text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 500),
  -- The moment that is shown, and whether it was chosen; the register's clock.
  as_of       timestamptz(3) NOT NULL,
  chosen      boolean NOT NULL,
  position    bigint NOT NULL CHECK (position >= 1),
  state       text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  step        text CHECK (step IN ('READING', 'WRITING', 'SEALING', 'PACKING')),
  done        integer NOT NULL DEFAULT 0,
  total       integer,
  worker      uuid,
  beat_at     timestamptz(3),
  attempts    integer NOT NULL DEFAULT 0,
  fault       text CHECK (length(fault) <= 500),
  -- Of the package.
  sha256      text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes       bigint,
  rows        integer,
  checkpoint  bigint,
  created_at  timestamptz(3) NOT NULL,
  finished_at timestamptz(3),
  expires_at  timestamptz(3)
);
CREATE INDEX export_job_open ON export_job (number) WHERE state IN ('WAITING', 'RUNNING');


-- 11 · Spreadsheets that come in -----------------------------------------------------------------------------------------

-- An import is on record with the file's hash and what came of it, and each of its pledges with an event of its own; the
-- rows of a file and the work on them are technical.
CREATE TABLE import (
  id        uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE CHECK (reference ~ '^IM-[0-9]{4,9}$'),
  file      jsonb NOT NULL,
  imported  integer NOT NULL CHECK (imported >= 0),
  proposed  integer NOT NULL CHECK (proposed BETWEEN 0 AND imported),
  left_out  integer NOT NULL CHECK (left_out >= 0),
  undone    jsonb,
  version   integer NOT NULL CHECK (version >= 1)
);

-- One row a file that was uploaded. Its worker says every few seconds that it is at work; when nobody does, another
-- continues where that one stopped.
CREATE TABLE import_job (
  id          uuid PRIMARY KEY,
  number      integer NOT NULL UNIQUE CHECK (number >= 1),
  person_id   uuid NOT NULL REFERENCES person (id),
  person_name text NOT NULL,
  file_name   text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  bytes       integer NOT NULL CHECK (bytes >= 0),
  sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  form        jsonb NOT NULL,
  header      text[] NOT NULL,
  rows        integer NOT NULL CHECK (rows >= 0),
  columns     jsonb,
  file_values jsonb,
  state       text NOT NULL DEFAULT 'READ' CHECK (state IN ('READ', 'WAITING', 'RUNNING', 'CHECKED', 'DONE', 'CANCELLED', 'UNDONE', 'FAILED')),
  step        text CHECK (step IN ('CHECKING', 'IMPORTING', 'UNDOING')),
  done        integer NOT NULL DEFAULT 0,
  total       integer,
  worker      uuid,
  beat_at     timestamptz(3),
  attempts    integer NOT NULL DEFAULT 0,
  fault       text CHECK (length(fault) <= 500),
  -- Its worker stops after what is under way.
  stopping    boolean NOT NULL DEFAULT false,
  -- Who wanted the last step, and why: of proposed stages, or of taking it back.
  actor       jsonb,
  reason      text CHECK (length(reason) <= 2000),
  counts      jsonb,
  proposals   integer,
  imported    integer NOT NULL DEFAULT 0,
  undone      integer NOT NULL DEFAULT 0,
  kept        integer NOT NULL DEFAULT 0,
  created_at  timestamptz(3) NOT NULL,
  checked_at  timestamptz(3),
  imported_at timestamptz(3),
  undone_at   timestamptz(3),
  finished_at timestamptz(3),
  -- The last event of the log that every row was tried against: what came later is looked at as the rows come in. NULL for
  -- files that were tried before this was noted, of which all is looked at.
  looked_to   bigint
);
CREATE INDEX import_job_open ON import_job (number) WHERE state IN ('WAITING', 'RUNNING');

CREATE TABLE import_row (
  import_id   uuid NOT NULL REFERENCES import_job (id) ON DELETE CASCADE,
  -- As the spreadsheet counts it.
  number      integer NOT NULL CHECK (number >= 1),
  cells       text[] NOT NULL,
  -- Of the last trial.
  outcome     text CHECK (outcome IN ('new', 'duplicate', 'unchanged', 'error')),
  understood  jsonb,
  faults      jsonb NOT NULL DEFAULT '[]',
  notes       jsonb NOT NULL DEFAULT '[]',
  participant text,
  priority    smallint,
  title_key   text,
  same_as     integer,
  on_record   text,
  proposes    text,
  -- The pledge that came of it, and whether it was taken back (or left, because somebody has worked on it).
  reference   text,
  taken_back  boolean,
  PRIMARY KEY (import_id, number)
);
CREATE INDEX import_row_by_outcome ON import_row (import_id, outcome, number);
-- Files come and go whole, with up to 20,000 rows. What was counted before one came says that it has none, and plans made for
-- none hold each row against each; without a count of its own, the share of a file is taken for an ordinary one.
ALTER TABLE import_row ALTER COLUMN import_id SET STATISTICS 0;

-- What somebody said the columns of a file are, for the next one with the same headings.
CREATE TABLE import_mapping (
  person_id   uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  headings    text NOT NULL CHECK (headings ~ '^[0-9a-f]{64}$'),
  columns     jsonb NOT NULL,
  file_values jsonb NOT NULL,
  PRIMARY KEY (person_id, headings)
);


-- 12 · What is derived: open items and counts ----------------------------------------------------------------------------

-- A copy of what the domain derives, written with the change. since may lie ahead: it holds when since <= today.
CREATE TABLE unresolved_item (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  participant text NOT NULL REFERENCES participant (code),
  priority    smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  reference   text,
  pledge_id   uuid REFERENCES pledge (id),
  code        text NOT NULL,
  class       text NOT NULL CHECK (class IN ('GAP', 'BLOCKED', 'QUALITY', 'DORMANT')),
  since       date NOT NULL,
  causes      jsonb NOT NULL,
  owner       text,
  from_world  integer NOT NULL DEFAULT 0,
  to_world    integer NOT NULL DEFAULT 2147483647,
  CHECK ((reference IS NULL) = (pledge_id IS NULL)),
  CHECK ((reference IS NULL) = (code = 'NO_PLEDGE')),
  CHECK (from_world < to_world)
);
CREATE UNIQUE INDEX unresolved_item_once ON unresolved_item (participant, priority, coalesce(reference, ''), code, from_world);
CREATE INDEX unresolved_item_since ON unresolved_item (since, id);
-- Within a reason the oldest comes first.
CREATE INDEX unresolved_item_by_reason ON unresolved_item (code, since, participant, priority, coalesce(reference, ''));
-- What somebody owns, by reason and oldest first, as their own page lists it; and counted from this alone.
CREATE INDEX unresolved_item_of_owner ON unresolved_item (owner, code, since, participant, priority, coalesce(reference, '')) INCLUDE (class, from_world, to_world);
-- Which pledges have an item, and how many: read from this alone.
CREATE INDEX unresolved_item_of_pledge ON unresolved_item (pledge_id, class, code, since, from_world, to_world);
CREATE INDEX unresolved_item_beginning ON unresolved_item (from_world) WHERE from_world > 0;
CREATE INDEX unresolved_item_ending ON unresolved_item (to_world) WHERE to_world < 2147483647;

-- Figures over everything, counted with each change, so that they cost a large register no more than a small one. What
-- depends on the date is counted by day, also ahead: a figure is a sum over the days that have come. No count is checked
-- to be positive: a difference is inserted, and added where there is a row. from_world: what a world adds to the counts of
-- those before it.
CREATE TABLE unresolved_by_code (
  code       text NOT NULL,
  class      text NOT NULL,
  since      date NOT NULL,
  items      integer NOT NULL,
  -- Pledges that lack something from this day on: whose earliest counted item is one of these.
  lacking    integer NOT NULL,
  from_world integer NOT NULL DEFAULT 0,
  PRIMARY KEY (code, class, since, from_world)
);
CREATE INDEX unresolved_by_code_ahead ON unresolved_by_code (from_world) WHERE from_world > 0;

-- Every item twice: by its day, and by the first day of its month. The past is read by months, the current month by days.
CREATE TABLE unresolved_by_cell (
  span        text NOT NULL CHECK (span IN ('DAY', 'MONTH')),
  since       date NOT NULL,
  participant text NOT NULL,
  priority    smallint NOT NULL,
  -- Dormant items don't count.
  counted     boolean NOT NULL,
  items       integer NOT NULL,
  from_world  integer NOT NULL DEFAULT 0,
  PRIMARY KEY (span, since, participant, priority, counted, from_world)
);
CREATE INDEX unresolved_by_cell_ahead ON unresolved_by_cell (from_world) WHERE from_world > 0;

-- Voided pledges aside.
CREATE TABLE pledge_by_stage (
  participant text NOT NULL,
  priority    smallint NOT NULL,
  stage       text NOT NULL,
  pledges     integer NOT NULL,
  PRIMARY KEY (participant, priority, stage)
);


-- 13 · What people keep for themselves: no part of the record, it owes no event ------------------------------------------

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

-- Which notices a person wants, and when. Without a row: everything, by the table's own values.
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

-- Writes notices of the entries that were just appended, `last` being the last of them, and answers it again.
-- tells: [{ place, rank, kind, topic | person | email | role | settles }], place counted back from the last, the least rank
-- first. Nobody gets a notice of their own change. More than twenty of one kind in one step become one, by the last of them.
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

-- Addresses that people keep under a name, for themselves or for all: they hold nothing that isn't asked again each time.
CREATE TABLE saved_view (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  address    text NOT NULL CHECK (length(address) BETWEEN 2 AND 2000 AND address ~ '^/[^/\\]'),
  shared     boolean NOT NULL,
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (person_id, lower(name));
CREATE INDEX saved_view_shared ON saved_view (lower(name)) WHERE shared;


-- 14 · Checkpoints and witnesses: the whole log, named by one hash that is signed and handed to others -------------------

-- The hashes of whole subtrees of 2^level leaves (levels 8 and 16), so that a proof takes few of them. Derived: what
-- they are follows from the leaves.
CREATE TABLE audit.node (
  level smallint NOT NULL CHECK (level IN (8, 16)),
  index bigint NOT NULL CHECK (index >= 0),
  hash  text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (level, index)
);
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.node FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE audit.node ENABLE ALWAYS TRIGGER stays;

-- `note` is the text that was signed and its signatures. `origin` changes when a restored backup was acknowledged.
CREATE TABLE audit.checkpoint (
  id        bigint PRIMARY KEY,
  origin    text NOT NULL,
  size      bigint NOT NULL CHECK (size >= 1),
  root      text NOT NULL CHECK (root ~ '^[0-9a-f]{64}$'),
  note      text NOT NULL CHECK (length(note) <= 100000),
  sealed_at timestamptz(3) NOT NULL,
  UNIQUE (origin, size, id)
);
CREATE INDEX checkpoint_size ON audit.checkpoint (size);
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE audit.checkpoint ENABLE ALWAYS TRIGGER stays;

-- The keys that sign checkpoints, and the first checkpoint of each; the private halves are never here.
CREATE TABLE audit.sealing_key (
  verifier_key text PRIMARY KEY CHECK (length(verifier_key) <= 400),
  since_id     bigint NOT NULL,
  added_at     timestamptz(3) NOT NULL
);
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.sealing_key FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE audit.sealing_key ENABLE ALWAYS TRIGGER stays;

-- Appends a checkpoint of what is on record, at most. nodes: [{ level, index, hash }], keys: verifier keys.
CREATE FUNCTION audit.seal(origin text, size bigint, root text, note text, nodes jsonb, keys text[]) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
  last audit.checkpoint;
  number bigint;
BEGIN
  SELECT * INTO last FROM audit.checkpoint c ORDER BY c.id DESC LIMIT 1;
  number := coalesce(last.id, 0) + 1;
  IF size > (SELECT h.seq FROM audit.head h) THEN
    RAISE EXCEPTION 'a checkpoint of % entries is ahead of the log', size USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF last.origin = origin AND size < last.size THEN
    RAISE EXCEPTION 'a checkpoint of % entries comes before one of %', size, last.size USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  INSERT INTO audit.node (level, index, hash)
    SELECT (n->>'level')::smallint, (n->>'index')::bigint, n->>'hash' FROM jsonb_array_elements(nodes) n;
  INSERT INTO audit.checkpoint (id, origin, size, root, note, sealed_at)
    VALUES (number, origin, size, root, note, date_trunc('milliseconds', clock_timestamp()));
  INSERT INTO audit.sealing_key (verifier_key, since_id, added_at)
    SELECT k, number, date_trunc('milliseconds', clock_timestamp()) FROM unnest(keys) k ON CONFLICT DO NOTHING;
  RETURN number;
END
$$;

-- Witnesses sign a checkpoint, once they were shown that it continues the one that they signed before. `line` as it is
-- below the note; `cosigned_at` is the witness's word, `received_at` ours.
CREATE TABLE audit.cosignature (
  checkpoint_id bigint NOT NULL REFERENCES audit.checkpoint (id),
  verifier_key  text NOT NULL CHECK (length(verifier_key) <= 400),
  line          text NOT NULL CHECK (length(line) <= 1000 AND strpos(line, chr(10)) = 0),
  cosigned_at   timestamptz(3) NOT NULL,
  received_at   timestamptz(3) NOT NULL,
  PRIMARY KEY (checkpoint_id, verifier_key)
);
CREATE INDEX cosignature_of ON audit.cosignature (verifier_key, checkpoint_id);
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.cosignature FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE audit.cosignature ENABLE ALWAYS TRIGGER stays;

-- One of a witness on a checkpoint: what came first stays.
CREATE FUNCTION audit.cosign(checkpoint bigint, verifier_key text, line text, cosigned_at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO audit.cosignature (checkpoint_id, verifier_key, line, cosigned_at, received_at)
    VALUES (checkpoint, verifier_key, line, cosigned_at, date_trunc('milliseconds', clock_timestamp()))
    ON CONFLICT DO NOTHING
$$;

-- Where copies of checkpoints went, and how it went last: technical.
CREATE TABLE checkpoint_copy (
  sink      text PRIMARY KEY CHECK (length(sink) <= 500),
  size      bigint,
  copied_at timestamptz(3),
  tried_at  timestamptz(3) NOT NULL,
  fault     text CHECK (length(fault) <= 500)
);

-- Whether sealing goes on, and what blocks it: technical.
CREATE TABLE sealing (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  tried_at timestamptz(3) NOT NULL,
  fault    text CHECK (fault IN ('behind', 'failed')),
  -- Of the checkpoint that the log doesn't reach or bear out.
  size     bigint
);

-- How it went last with each witness, and when one last refused a checkpoint as no continuation: technical.
CREATE TABLE checkpoint_witness (
  verifier_key text PRIMARY KEY CHECK (length(verifier_key) <= 400),
  address      text NOT NULL CHECK (length(address) <= 500),
  tried_at     timestamptz(3) NOT NULL,
  fault        text CHECK (fault IN ('unreachable', 'unknown-log', 'unknown-key', 'unexpected', 'bad-answer', 'inconsistent')),
  refused_at   timestamptz(3),
  -- Of the checkpoint that it refused.
  refused_size bigint
);


-- 15 · The access log: who came in, who was kept out, what was downloaded ------------------------------------------------
-- Append-only like the log, chained by hash like it, and under a lock of its own, so that attempts to sign in keep nobody
-- from writing. How much a minute and a day may hold is decided here, for all instances alike: what exceeds it is counted,
-- and the count becomes one entry.

CREATE TABLE audit.access (
  seq         bigint PRIMARY KEY,
  -- The true time; `at` is the register's.
  recorded_at timestamptz(3) NOT NULL,
  at          timestamptz(3) NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('SIGN_IN', 'SIGN_IN_FAILED', 'REFUSAL', 'EXPORT', 'DOWNLOAD')),
  code        text CHECK (code ~ '^[a-z][a-z-]{0,39}$'),
  -- Who acted, or whose account was tried; name and role as they were.
  person_id   text,
  person_name text,
  person_role text,
  -- An address that no account has, as a keyed hash: equal ones can be seen to be equal, and nothing else.
  account     text CHECK (account ~ '^[0-9a-f]{12}$'),
  session     text CHECK (length(session) <= 40),
  request     text CHECK (length(request) <= 40),
  address     text NOT NULL CHECK (length(address) BETWEEN 1 AND 64),
  method      text CHECK (length(method) <= 10),
  path        text CHECK (length(path) <= 200),
  -- More than one: so many that no entry of their own was kept for, since that moment of the true time.
  count       integer NOT NULL CHECK (count >= 1),
  since       timestamptz(3),
  hash        text NOT NULL
);
CREATE INDEX access_recorded ON audit.access (recorded_at);
CREATE INDEX access_at ON audit.access (at);
CREATE INDEX access_by_kind ON audit.access (kind, seq);
CREATE INDEX access_by_person ON audit.access (person_id, seq);
CREATE INDEX access_by_address ON audit.access (address, seq);

-- The last entry, and how much of the minute and the day is used up. Its row is the access log's lock.
CREATE TABLE audit.access_head (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq         bigint NOT NULL,
  hash        text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  minute      timestamptz(3) NOT NULL,
  strangers   integer NOT NULL,
  people      integer NOT NULL,
  day         timestamptz(3) NOT NULL,
  strangers_of_day integer NOT NULL
);
INSERT INTO audit.access_head (seq, hash, recorded_at, minute, strangers, people, day, strangers_of_day)
VALUES (0, repeat('0', 64), '-infinity', '-infinity', 0, 0, '-infinity', 0);

-- Counts without an entry of their own, until their minute is over and another transaction turns them into one: a kind
-- that no entry may have would block everybody from then on. So it is refused where it is counted.
CREATE TABLE audit.access_excess (
  minute    timestamptz(3) NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('SIGN_IN', 'SIGN_IN_FAILED', 'REFUSAL', 'EXPORT', 'DOWNLOAD')),
  person_id text NOT NULL,
  address   text NOT NULL CHECK (length(address) <= 64),
  count     integer NOT NULL CHECK (count >= 1),
  PRIMARY KEY (minute, kind, person_id, address)
);

-- The record by which the log vouches for the access log: its last entry so far, how many came since the seal before,
-- and the hash that the chain had come to.
CREATE TABLE access_seal (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  through bigint NOT NULL CHECK (through >= 1),
  count   bigint NOT NULL CHECK (count >= 1),
  sha256  text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  version integer NOT NULL CHECK (version >= 1)
);

-- Members in the order of their keys, as in audit.leaf_of.
CREATE FUNCTION audit.access_line(e audit.access) RETURNS text LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN '{"account":' || coalesce(to_json(e.account)::text, 'null')
    || ',"address":' || to_json(e.address)
    || ',"at":' || to_json(audit.instant(e.at))
    || ',"code":' || coalesce(to_json(e.code)::text, 'null')
    || ',"count":' || e.count
    || ',"kind":' || to_json(e.kind)
    || ',"method":' || coalesce(to_json(e.method)::text, 'null')
    || ',"path":' || coalesce(to_json(e.path)::text, 'null')
    || ',"personId":' || coalesce(to_json(e.person_id)::text, 'null')
    || ',"personName":' || coalesce(to_json(e.person_name)::text, 'null')
    || ',"personRole":' || coalesce(to_json(e.person_role)::text, 'null')
    || ',"recordedAt":' || to_json(audit.instant(e.recorded_at))
    || ',"request":' || coalesce(to_json(e.request)::text, 'null')
    || ',"seq":' || e.seq
    || ',"session":' || coalesce(to_json(e.session)::text, 'null')
    || ',"since":' || coalesce(to_json(audit.instant(e.since))::text, 'null')
    || '}';
END
$$;

CREATE FUNCTION audit.append_access(head audit.access_head, ahead interval, e audit.access) RETURNS audit.access_head
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  e.seq := head.seq + 1;
  e.recorded_at := head.recorded_at;
  e.at := head.recorded_at + coalesce(ahead, interval '0');
  SELECT p.name, p.role INTO e.person_name, e.person_role FROM public.person p WHERE p.id::text = e.person_id;
  e.hash := audit.sha256_hex(convert_to(head.hash || audit.access_line(e), 'UTF8'));
  INSERT INTO audit.access SELECT e.*;
  head.seq := e.seq;
  head.hash := e.hash;
  RETURN head;
END
$$;

CREATE FUNCTION audit.count_access(minute timestamptz, kind text, person_id text, address text, n integer) RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO audit.access_excess AS x VALUES (minute, kind, person_id, address, n)
  ON CONFLICT ON CONSTRAINT access_excess_pkey DO UPDATE SET count = least(x.count::bigint + n, 2147483647)::integer
$$;

-- 500 entries that no seal covers, or the oldest of them older than a day; an entry that is stamped ahead of the clock
-- doesn't wait for its day to come.
CREATE FUNCTION audit.access_is_due() RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT h.seq - sealed.through >= 500
      OR coalesce((SELECT a.recorded_at NOT BETWEEN clock_timestamp() - interval '1 day' AND clock_timestamp() + interval '5 seconds'
                     FROM audit.access a WHERE a.seq = sealed.through + 1), false)
    FROM audit.access_head h, (SELECT coalesce((SELECT s.through FROM public.access_seal s), 0) AS through) sealed
$$;

-- entries: [{ kind, code, personId, account, session, request, address, method, path, count }]; one with a count above
-- one was summed up by the application already. Answers whether it is time to seal. A minute or a day that comes again
-- is measured from its beginning. `steady` as in audit.append.
CREATE FUNCTION audit.note_access(entries jsonb, steady timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  -- What one of them, and all together, may leave of a kind in a minute; and strangers in a day.
  each_stranger CONSTANT integer := 10;
  all_strangers CONSTANT integer := 60;
  strangers_daily CONSTANT integer := 20000;
  each_person CONSTANT integer := 30;
  all_people CONSTANT integer := 600;
  head audit.access_head;
  ahead interval;
  entry jsonb;
  over record;
  e audit.access;
  stranger boolean;
  kept boolean;
BEGIN
  PERFORM set_config('audit.noting', 'on', true);
  SELECT * INTO STRICT head FROM audit.access_head FOR UPDATE;
  SELECT offset_ms * interval '1 millisecond' INTO ahead FROM public.register;
  head.recorded_at := audit.stamp(head.recorded_at, steady);
  IF date_trunc('minute', head.recorded_at) <> head.minute THEN
    head.minute := date_trunc('minute', head.recorded_at);
    head.strangers := 0;
    head.people := 0;
  END IF;
  IF date_trunc('day', head.recorded_at, 'UTC') <> head.day THEN
    head.day := date_trunc('day', head.recorded_at, 'UTC');
    head.strangers_of_day := 0;
  END IF;

  FOR over IN DELETE FROM audit.access_excess x WHERE x.minute <> head.minute RETURNING x.* LOOP
    head := audit.append_access(head, ahead, ROW(NULL, NULL, NULL, over.kind, NULL, nullif(over.person_id, ''), NULL, NULL, NULL,
      NULL, NULL, coalesce(nullif(over.address, ''), 'several'), NULL, NULL, over.count, over.minute, NULL)::audit.access);
  END LOOP;

  FOR entry IN SELECT value FROM jsonb_array_elements(entries) LOOP
    e := NULL;
    e.kind := entry->>'kind';
    e.code := entry->>'code';
    e.person_id := entry->>'personId';
    e.account := entry->>'account';
    e.session := left(entry->>'session', 40);
    e.request := left(entry->>'request', 40);
    e.address := left(coalesce(nullif(entry->>'address', ''), 'unknown'), 64);
    e.method := left(entry->>'method', 10);
    e.path := left(entry->>'path', 200);
    e.count := 1;
    stranger := e.person_id IS NULL OR e.kind = 'SIGN_IN_FAILED';
    kept := false;
    IF coalesce((entry->>'count')::integer, 1) > 1 THEN
      PERFORM audit.count_access(head.minute, e.kind, '', '', (entry->>'count')::integer);
    ELSIF stranger THEN
      IF (SELECT count(*) FROM audit.access a WHERE a.recorded_at >= head.minute AND a.recorded_at < head.minute + interval '1 minute'
            AND a.since IS NULL AND a.kind = e.kind
            AND a.address = e.address AND (a.person_id IS NULL OR a.kind = 'SIGN_IN_FAILED')) >= each_stranger THEN
        PERFORM audit.count_access(head.minute, e.kind, '', e.address, 1);
      ELSIF head.strangers >= all_strangers OR head.strangers_of_day >= strangers_daily THEN
        PERFORM audit.count_access(head.minute, e.kind, '', '', 1);
      ELSE
        head.strangers := head.strangers + 1;
        head.strangers_of_day := head.strangers_of_day + 1;
        kept := true;
      END IF;
    ELSIF (SELECT count(*) FROM audit.access a WHERE a.recorded_at >= head.minute AND a.recorded_at < head.minute + interval '1 minute'
            AND a.since IS NULL AND a.kind = e.kind
             AND a.person_id = e.person_id) >= each_person THEN
      PERFORM audit.count_access(head.minute, e.kind, e.person_id, '', 1);
    ELSIF head.people >= all_people THEN
      PERFORM audit.count_access(head.minute, e.kind, '', '', 1);
    ELSE
      head.people := head.people + 1;
      kept := true;
    END IF;
    IF kept THEN
      head := audit.append_access(head, ahead, e);
    END IF;
  END LOOP;

  UPDATE audit.access_head SET seq = head.seq, hash = head.hash, recorded_at = head.recorded_at, minute = head.minute,
    strangers = head.strangers, people = head.people, day = head.day, strangers_of_day = head.strangers_of_day;
  PERFORM set_config('audit.noting', 'off', true);
  RETURN audit.access_is_due();
END
$$;

CREATE FUNCTION audit.note_access(entries jsonb) RETURNS boolean LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$ SELECT audit.note_access(entries, NULL) $$;

CREATE FUNCTION audit.only_note() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF current_setting('audit.noting', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION '%.% is written by audit.note_access alone', TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.access FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER noted BEFORE INSERT ON audit.access FOR EACH ROW EXECUTE FUNCTION audit.only_note();
CREATE TRIGGER stays BEFORE INSERT OR DELETE OR TRUNCATE ON audit.access_head FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER noted BEFORE UPDATE ON audit.access_head FOR EACH ROW EXECUTE FUNCTION audit.only_note();
ALTER TABLE audit.access ENABLE ALWAYS TRIGGER stays;
ALTER TABLE audit.access ENABLE ALWAYS TRIGGER noted;
ALTER TABLE audit.access_head ENABLE ALWAYS TRIGGER stays;
ALTER TABLE audit.access_head ENABLE ALWAYS TRIGGER noted;


-- 16 · Which tables are guarded: each change owes its event, nothing is deleted ------------------------------------------

DO $$
DECLARE
  guarded record;
BEGIN
  FOR guarded IN SELECT * FROM (VALUES
    ('register',        'audit.require_event(''register'', '''', '''')'),
    ('participant',     'audit.require_event(''participant'', ''code'', '''')'),
    ('person',          'audit.require_event(''person'', ''id'', ''session_version'')'),
    ('handover',        'audit.require_event(''handover'', ''id'', '''')'),
    ('source',          'audit.require_event(''source'', ''id'', '''')'),
    ('pledge',          'audit.require_event(''pledge'', ''id'', '''')'),
    ('contribution',    'audit.require_event_of_whole(''pledge'', ''pledge_id'')'),
    ('evidence',        'audit.require_event_of_whole(''pledge'', ''pledge_id'')'),
    ('comment',         'audit.require_event(''comment'', ''id'', '''')'),
    ('ruling',          'audit.require_event(''ruling'', ''id'', '''')'),
    ('delivery',        'audit.require_event(''delivery'', ''id'', '''')'),
    ('approval',        'audit.require_event(''approval'', ''id'', '''')'),
    ('approval_pledge', 'audit.require_event_of_whole(''approval'', ''approval_id'')'),
    ('trigger',         'audit.require_event(''trigger'', ''code'', '''')'),
    ('proposal',        'audit.require_event(''proposal'', ''id'', '''')'),
    ('requirement',     'audit.require_event(''requirement'', ''id'', '''')'),
    ('offer',           'audit.require_event(''offer'', ''id'', '''')'),
    ('question',        'audit.require_event(''question'', ''id'', '''')'),
    ('finding',         'audit.require_event(''finding'', ''id'', '''')'),
    ('scenario',        'audit.require_event(''scenario'', ''id'', '''')'),
    ('baseline',        'audit.require_event(''baseline'', ''id'', '''')'),
    ('export',          'audit.require_event(''export'', ''id'', '''')'),
    ('import',          'audit.require_event(''import'', ''id'', '''')'),
    ('access_seal',     'audit.require_event(''access'', '''', '''')')
  ) AS t (name, rule) LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION %s', guarded.name, guarded.rule);
    EXECUTE format('CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', guarded.name);
    EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER has_event', guarded.name);
    EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER stays', guarded.name);
  END LOOP;
END
$$;


-- 17 · Rights ------------------------------------------------------------------------------------------------------------

-- What the application's login may do, by what a table is: records (they owe an event) are never deleted, what is
-- technical or derived may be. Run by the owner after the migrations, since the login's name differs from place to place.
CREATE FUNCTION audit.grant_application(role text) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  name text;
  owes_event boolean;
BEGIN
  IF role = current_user THEN
    RETURN;
  END IF;
  IF pg_has_role(current_user, (SELECT datdba FROM pg_database WHERE datname = current_database()), 'USAGE') THEN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role);
  END IF;
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public, audit FROM %I', role);
  EXECUTE format('GRANT USAGE ON SCHEMA public, audit TO %I', role);
  FOR name, owes_event IN
    SELECT c.relname, EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'has_event')
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE%s ON public.%I TO %I', CASE WHEN owes_event THEN '' ELSE ', DELETE' END, name, role);
  END LOOP;
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA audit TO %I', role);
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    EXECUTE format('GRANT SELECT ON public._prisma_migrations TO %I', role);
  END IF;
  EXECUTE format('GRANT EXECUTE ON FUNCTION public.register_now(), audit.instant(timestamptz), '
    'audit.append(text, text, text, text, text, timestamptz, jsonb), audit.note_access(jsonb), audit.access_is_due(), '
    'audit.seal(text, bigint, text, text, jsonb, text[]), audit.cosign(bigint, text, text, timestamptz), '
    'audit.append(text, text, text, text, text, timestamptz, jsonb, timestamptz), audit.note_access(jsonb, timestamptz), '
    'audit.clock() TO %I', role);
END
$$;

REVOKE ALL ON SCHEMA public, audit FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public, audit FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION public.register_now() FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
