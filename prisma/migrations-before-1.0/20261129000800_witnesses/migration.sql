-- Witnesses: others who sign a checkpoint, once they were shown that it continues the one that they signed before.

-- `line` as it stands below the note. `cosigned_at` is the witness's word, `received_at` ours.
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

-- As before, and it may append cosignatures.
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
    'audit.seal(text, bigint, text, text, jsonb, text[]), audit.cosign(bigint, text, text, timestamptz) TO %I', role);
END
$$;

REVOKE ALL ON audit.cosignature, checkpoint_witness FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit.cosign(bigint, text, text, timestamptz) FROM PUBLIC;
