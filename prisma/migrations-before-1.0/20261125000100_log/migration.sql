-- The log: one event for each change of a record, chained by hash, appended last in its transaction. Nothing in
-- it can be changed, and no record can change without it.

CREATE SCHEMA audit;

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
  entity_type    text NOT NULL CHECK (entity_type IN ('register', 'participant', 'person', 'source', 'pledge', 'approval', 'comment', 'baseline')),
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

CREATE TABLE audit.head (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq         bigint NOT NULL,
  leaf_hash   text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  at          timestamptz(3) NOT NULL
);
INSERT INTO audit.head (seq, leaf_hash, recorded_at, at) VALUES (0, repeat('0', 64), '-infinity', '-infinity');

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

-- changes: [{ action, entityType, entityId, entityVersion, reason, record }], record being the canonical JSON of
-- the record after the change, as text. Everything else is made here, under the head's lock.
CREATE FUNCTION audit.append(
  actor_id text, actor_name text, actor_role text, session text, request text, replayed_at timestamptz, changes jsonb
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  head audit.head;
  register public.register;
  change jsonb;
  record text;
  e audit.event;
BEGIN
  -- Not as a SET of the function: only a superuser may write that of a setting PostgreSQL doesn't know.
  PERFORM set_config('audit.appending', 'on', true);
  SELECT * INTO STRICT head FROM audit.head FOR UPDATE;
  SELECT * INTO register FROM public.register;

  e.txid := pg_current_xact_id()::text::bigint;
  e.recorded_at := greatest(head.recorded_at, date_trunc('milliseconds', clock_timestamp()));
  e.at := greatest(head.at, e.recorded_at + coalesce(register.offset_ms, 0) * interval '1 millisecond');
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
ALTER TABLE audit.event ENABLE ALWAYS TRIGGER stays;
ALTER TABLE audit.event ENABLE ALWAYS TRIGGER appended;
ALTER TABLE audit.head ENABLE ALWAYS TRIGGER stays;
ALTER TABLE audit.head ENABLE ALWAYS TRIGGER appended;

-- At commit: the record's version stepped by one, with an event of this transaction for that very version.
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

DO $$
DECLARE
  guarded record;
BEGIN
  FOR guarded IN SELECT * FROM (VALUES
    ('register',        'audit.require_event(''register'', '''', '''')'),
    ('participant',     'audit.require_event(''participant'', ''code'', '''')'),
    ('person',          'audit.require_event(''person'', ''id'', ''session_version'')'),
    ('source',          'audit.require_event(''source'', ''id'', '''')'),
    ('pledge',          'audit.require_event(''pledge'', ''id'', '''')'),
    ('approval',        'audit.require_event(''approval'', ''id'', '''')'),
    ('comment',         'audit.require_event(''comment'', ''id'', '''')'),
    ('baseline',        'audit.require_event(''baseline'', ''id'', '''')'),
    ('contribution',    'audit.require_event_of_whole(''pledge'', ''pledge_id'')'),
    ('evidence',        'audit.require_event_of_whole(''pledge'', ''pledge_id'')'),
    ('approval_pledge', 'audit.require_event_of_whole(''approval'', ''approval_id'')')
  ) AS t (name, rule) LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION %s', guarded.name, guarded.rule);
    EXECUTE format('CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', guarded.name);
    EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER has_event', guarded.name);
    EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER stays', guarded.name);
  END LOOP;
END
$$;

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

-- What the application's login may do; run by the owner after each migration. Records are never deleted by it,
-- what is technical or derived may be.
CREATE FUNCTION audit.grant_application(role text) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  name text;
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
  FOREACH name IN ARRAY ARRAY['register', 'participant', 'person', 'source', 'pledge', 'contribution', 'evidence', 'approval',
    'approval_pledge', 'comment', 'baseline'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO %I', name, role);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['reference_counter', 'unresolved_item', 'credential', 'session', 'password_token', 'throttle',
    'idempotency'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO %I', name, role);
  END LOOP;
  EXECUTE format('GRANT SELECT ON audit.event, audit.head TO %I', role);
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    EXECUTE format('GRANT SELECT ON public._prisma_migrations TO %I', role);
  END IF;
  EXECUTE format('GRANT EXECUTE ON FUNCTION public.register_now(), audit.instant(timestamptz), '
    'audit.append(text, text, text, text, text, timestamptz, jsonb) TO %I', role);
END
$$;

REVOKE ALL ON SCHEMA public, audit FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public, audit FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION public.register_now() FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
