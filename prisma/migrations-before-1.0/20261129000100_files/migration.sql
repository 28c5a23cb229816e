-- Files as evidence. Documents and evidence say on record which files they have, with name, size and hash; the bytes lie
-- outside, each content once, under its hash.

ALTER TABLE source ADD COLUMN files jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(files) = 'array');
ALTER TABLE evidence ADD COLUMN files jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(files) = 'array');

-- A content that is kept, or is just being put away; whoever puts or clears one away holds its row.
CREATE TABLE file_content (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes  integer NOT NULL CHECK (bytes BETWEEN 1 AND 20000000),
  -- When somebody last began to put it away: the true clock.
  put_at timestamptz(3) NOT NULL DEFAULT now()
);

-- A file as it was received. Loose, it is whoever sent it's and goes after a day; attached, it stays.
CREATE TABLE file (
  id          uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES person (id),
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  type        text NOT NULL CHECK (type IN ('PDF', 'PNG', 'JPEG', 'DOCX', 'XLSX', 'TXT')),
  sha256      text NOT NULL REFERENCES file_content (sha256),
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  attached_at timestamptz(3)
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

REVOKE ALL ON file, file_content FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit.require_file_told() FROM PUBLIC;
