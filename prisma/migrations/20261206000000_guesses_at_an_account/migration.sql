-- Guesses at an account have a measure of their own, by account. Before, they shared the strangers': some hundred failures
-- at accounts that don't exist used it up, and three guesses at one that does left no entry.

CREATE TABLE audit.access_account (
  person_id text PRIMARY KEY,
  minute    timestamptz(3) NOT NULL,
  of_minute integer NOT NULL CHECK (of_minute >= 1),
  day       timestamptz(3) NOT NULL,
  of_day    integer NOT NULL CHECK (of_day >= 1)
);
REVOKE ALL ON audit.access_account FROM PUBLIC;

-- As in section 15 of the baseline, but for guesses: what one account's measure has no room for is counted under that
-- account, so each account that was tried is named, at least by one entry a minute.
CREATE OR REPLACE FUNCTION audit.note_access(entries jsonb, steady timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  -- What one of them, and all together, may leave of a kind in a minute; and strangers in a day.
  each_stranger CONSTANT integer := 10;
  all_strangers CONSTANT integer := 60;
  strangers_daily CONSTANT integer := 20000;
  each_person CONSTANT integer := 30;
  all_people CONSTANT integer := 600;
  -- What guesses at one account may leave in a minute, and in a day.
  each_account CONSTANT integer := 10;
  account_daily CONSTANT integer := 300;
  head audit.access_head;
  ahead interval;
  entry jsonb;
  over record;
  e audit.access;
  guess boolean;
  used audit.access_account;
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
    guess := e.person_id IS NOT NULL AND e.kind = 'SIGN_IN_FAILED';
    kept := false;
    IF coalesce((entry->>'count')::integer, 1) > 1 THEN
      PERFORM audit.count_access(head.minute, e.kind, CASE WHEN guess THEN e.person_id ELSE '' END, '', (entry->>'count')::integer);
    ELSIF guess THEN
      SELECT * INTO used FROM audit.access_account a WHERE a.person_id = e.person_id;
      used.of_minute := CASE WHEN used.minute = head.minute THEN used.of_minute ELSE 0 END;
      used.of_day := CASE WHEN used.day = head.day THEN used.of_day ELSE 0 END;
      IF used.of_minute >= each_account OR used.of_day >= account_daily THEN
        PERFORM audit.count_access(head.minute, e.kind, e.person_id, '', 1);
      ELSE
        INSERT INTO audit.access_account AS a VALUES (e.person_id, head.minute, used.of_minute + 1, head.day, used.of_day + 1)
        ON CONFLICT ON CONSTRAINT access_account_pkey DO UPDATE SET minute = excluded.minute, of_minute = excluded.of_minute,
          day = excluded.day, of_day = excluded.of_day;
        kept := true;
      END IF;
    ELSIF e.person_id IS NULL THEN
      IF (SELECT count(*) FROM audit.access a WHERE a.recorded_at >= head.minute AND a.recorded_at < head.minute + interval '1 minute'
            AND a.since IS NULL AND a.kind = e.kind
            AND a.address = e.address AND a.person_id IS NULL) >= each_stranger THEN
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

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261206000000_guesses_at_an_account', '0.2.0');
