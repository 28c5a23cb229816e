-- Checkpoints: now and then the whole log is named by one hash, which is signed and handed to others.

-- The hashes of whole subtrees of 2^level leaves (levels 8 and 16), so that a proof takes few of them. Derived: what
-- they are follows from the leaves.
CREATE TABLE audit.node (
  level smallint NOT NULL CHECK (level IN (8, 16)),
  index bigint NOT NULL CHECK (index >= 0),
  hash  text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (level, index)
);

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

-- Whose signatures stand under checkpoints, since which of them; the private halves are never here.
CREATE TABLE audit.sealing_key (
  verifier_key text PRIMARY KEY CHECK (length(verifier_key) <= 400),
  since_id     bigint NOT NULL,
  added_at     timestamptz(3) NOT NULL
);

CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.node FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.sealing_key FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE audit.node ENABLE ALWAYS TRIGGER stays;
ALTER TABLE audit.checkpoint ENABLE ALWAYS TRIGGER stays;
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

-- Where copies of checkpoints went, and how it went last: technical.
CREATE TABLE checkpoint_copy (
  sink      text PRIMARY KEY CHECK (length(sink) <= 500),
  size      bigint,
  copied_at timestamptz(3),
  tried_at  timestamptz(3) NOT NULL,
  fault     text CHECK (length(fault) <= 500)
);

-- Whether sealing goes on, and what stands in its way: technical.
CREATE TABLE sealing (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  tried_at timestamptz(3) NOT NULL,
  fault    text CHECK (fault IN ('behind', 'failed')),
  -- Of the checkpoint that the log doesn't reach or bear out.
  size     bigint
);

-- As before, and it may append checkpoints.
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
    'audit.seal(text, bigint, text, text, jsonb, text[]) TO %I', role);
END
$$;

REVOKE ALL ON audit.node, audit.checkpoint, audit.sealing_key, checkpoint_copy, sealing FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit.seal(text, bigint, text, text, jsonb, text[]) FROM PUBLIC;
