-- Texts that are read out of files, and files of a source that were attached by mistake.

-- Which file the captured text was read from, by its id and hash, and whether somebody changed it or it is a part.
ALTER TABLE source ADD COLUMN read_from jsonb CHECK (jsonb_typeof(read_from) = 'object');

-- What was read out of a file that hangs on nothing yet, by its hash: whoever captures it says where it comes from.
ALTER TABLE file
  ADD COLUMN read_sha256 text CHECK (read_sha256 ~ '^[0-9a-f]{64}$'),
  ADD COLUMN read_whole  boolean,
  ADD CONSTRAINT file_read_is_told_whole CHECK ((read_sha256 IS NULL) = (read_whole IS NULL));

-- Files that count for nothing any more. The record says who, when and why; this says who may still take them away.
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
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON file_retraction FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE file_retraction ENABLE ALWAYS TRIGGER told;
ALTER TABLE file_retraction ENABLE ALWAYS TRIGGER stays;

REVOKE ALL ON file_retraction FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit.require_retraction_told() FROM PUBLIC;
