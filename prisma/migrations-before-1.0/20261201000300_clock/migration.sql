-- A clock that was set wrong and comes back. Stamps follow the database's clock, also back again, once the clock of the
-- process that writes vouches for it: one that nobody can set while the process runs. Until then they wait, as before.

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

-- Entries that carry a later moment than one after them, and the first of those. All others are in the order of their
-- moments, so that a moment names a place in the log. Derived: it follows from the stamps.
CREATE TABLE audit.ahead (
  seq          bigint PRIMARY KEY,
  overtaken_by bigint NOT NULL CHECK (overtaken_by > seq)
);
CREATE INDEX ahead_overtaken ON audit.ahead (overtaken_by);
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.ahead FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER appended BEFORE INSERT ON audit.ahead FOR EACH ROW EXECUTE FUNCTION audit.only_append();
ALTER TABLE audit.ahead ENABLE ALWAYS TRIGGER stays;
ALTER TABLE audit.ahead ENABLE ALWAYS TRIGGER appended;

-- As before, stamped as above. `steady`: what the writer's own clock says; it is never a stamp itself.
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

-- For a build from before this migration: without a second clock stamps never go back.
CREATE OR REPLACE FUNCTION audit.append(
  actor_id text, actor_name text, actor_role text, session text, request text, replayed_at timestamptz, changes jsonb
) RETURNS bigint LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$ SELECT audit.append(actor_id, actor_name, actor_role, session, request, replayed_at, changes, NULL) $$;

-- As before, stamped as above; a minute or a day that comes again is measured from its beginning.
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

CREATE OR REPLACE FUNCTION audit.note_access(entries jsonb) RETURNS boolean LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$ SELECT audit.note_access(entries, NULL) $$;

-- As before; an entry that is stamped ahead of the clock doesn't wait for its day to come.
CREATE OR REPLACE FUNCTION audit.access_is_due() RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT h.seq - sealed.through >= 500
      OR coalesce((SELECT a.recorded_at NOT BETWEEN clock_timestamp() - interval '1 day' AND clock_timestamp() + interval '5 seconds'
                     FROM audit.access a WHERE a.seq = sealed.through + 1), false)
    FROM audit.access_head h, (SELECT coalesce((SELECT s.through FROM public.access_seal s), 0) AS through) sealed
$$;

-- As before, and it may read the clock.
CREATE OR REPLACE FUNCTION audit.grant_application(role text) RETURNS void LANGUAGE plpgsql
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

REVOKE ALL ON audit.ahead FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
