-- What was taken away, in packages that anybody can check. An export is on record with the hash of all its files; the
-- work that leads to it is technical.

-- With all the kinds that are known so far, whichever migration brought them.
DO $$
DECLARE
  known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
                  WHERE conrelid = 'audit.event'::regclass AND conname = 'event_entity_type_check');
BEGIN
  ALTER TABLE audit.event DROP CONSTRAINT event_entity_type_check;
  EXECUTE 'ALTER TABLE audit.event ADD CONSTRAINT event_entity_type_check '
    || replace(known, 'ARRAY[', 'ARRAY[''export''::text, ');
END
$$;

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
CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON export DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_event('export', 'id', '');
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON export FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE export ENABLE ALWAYS TRIGGER has_event;
ALTER TABLE export ENABLE ALWAYS TRIGGER stays;

-- One row an export that was asked for. Who works at it says so every few seconds; whoever finds that nobody does takes it
-- up from the beginning.
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

REVOKE ALL ON export, export_job FROM PUBLIC;
