-- The access log: who came in, who was kept out, what was taken away. Append-only like the log, chained by hash like
-- it, and under a lock of its own, so that whoever knocks keeps nobody from writing. How much a minute and a day may
-- hold is decided here, for all instances alike: what exceeds it is counted, and the count becomes one entry.

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
  -- An address that no account has, as a keyed hash: equal ones can be told to be equal, and nothing else.
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

-- What no entry was kept for, until its minute is over.
CREATE TABLE audit.access_excess (
  minute    timestamptz(3) NOT NULL,
  kind      text NOT NULL,
  person_id text NOT NULL,
  address   text NOT NULL,
  count     integer NOT NULL,
  PRIMARY KEY (minute, kind, person_id, address)
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

-- entries: [{ kind, code, personId, account, session, request, address, method, path, count }]; one with a count above
-- one was summed up by the application already. Answers whether it is time to seal.
CREATE FUNCTION audit.note_access(entries jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
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
  head.recorded_at := greatest(head.recorded_at, date_trunc('milliseconds', clock_timestamp()));
  IF date_trunc('minute', head.recorded_at) > head.minute THEN
    head.minute := date_trunc('minute', head.recorded_at);
    head.strangers := 0;
    head.people := 0;
  END IF;
  IF date_trunc('day', head.recorded_at, 'UTC') > head.day THEN
    head.day := date_trunc('day', head.recorded_at, 'UTC');
    head.strangers_of_day := 0;
  END IF;

  FOR over IN DELETE FROM audit.access_excess x WHERE x.minute < head.minute RETURNING x.* LOOP
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
      IF (SELECT count(*) FROM audit.access a WHERE a.recorded_at >= head.minute AND a.since IS NULL AND a.kind = e.kind
            AND a.address = e.address AND (a.person_id IS NULL OR a.kind = 'SIGN_IN_FAILED')) >= each_stranger THEN
        PERFORM audit.count_access(head.minute, e.kind, '', e.address, 1);
      ELSIF head.strangers >= all_strangers OR head.strangers_of_day >= strangers_daily THEN
        PERFORM audit.count_access(head.minute, e.kind, '', '', 1);
      ELSE
        head.strangers := head.strangers + 1;
        head.strangers_of_day := head.strangers_of_day + 1;
        kept := true;
      END IF;
    ELSIF (SELECT count(*) FROM audit.access a WHERE a.recorded_at >= head.minute AND a.since IS NULL AND a.kind = e.kind
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

-- The record by which the log vouches for the access log: its last entry so far, how many came since the seal before,
-- and the hash that the chain had come to.
CREATE TABLE access_seal (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  through bigint NOT NULL CHECK (through >= 1),
  count   bigint NOT NULL CHECK (count >= 1),
  sha256  text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  version integer NOT NULL CHECK (version >= 1)
);

-- 500 entries that no seal covers, or the oldest of them older than a day.
CREATE FUNCTION audit.access_is_due() RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT h.seq - sealed.through >= 500
      OR coalesce((SELECT a.recorded_at < clock_timestamp() - interval '1 day' FROM audit.access a WHERE a.seq = sealed.through + 1), false)
    FROM audit.access_head h, (SELECT coalesce((SELECT s.through FROM public.access_seal s), 0) AS through) sealed
$$;

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

CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON access_seal DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_event('access', '', '');
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON access_seal FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE access_seal ENABLE ALWAYS TRIGGER has_event;
ALTER TABLE access_seal ENABLE ALWAYS TRIGGER stays;

-- As before, with what the access log needs.
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
    'audit.append(text, text, text, text, text, timestamptz, jsonb), audit.note_access(jsonb), audit.access_is_due() TO %I', role);
END
$$;

REVOKE ALL ON access_seal, audit.access, audit.access_head, audit.access_excess FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
