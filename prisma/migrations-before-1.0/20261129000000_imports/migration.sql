-- Files of pledges brought in. An import is on record with the file's hash and what came of it, and each of its pledges with
-- an event of its own; the rows of a file and the work on them are technical.

-- With all the kinds that are known so far, whichever migration brought them.
DO $$
DECLARE
  known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
                  WHERE conrelid = 'audit.event'::regclass AND conname = 'event_entity_type_check');
BEGIN
  ALTER TABLE audit.event DROP CONSTRAINT event_entity_type_check;
  EXECUTE 'ALTER TABLE audit.event ADD CONSTRAINT event_entity_type_check '
    || replace(known, 'ARRAY[', 'ARRAY[''import''::text, ');
END
$$;

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
CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON import DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_event('import', 'id', '');
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON import FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE import ENABLE ALWAYS TRIGGER has_event;
ALTER TABLE import ENABLE ALWAYS TRIGGER stays;

-- One row a file that was uploaded. Who works at it says so every few seconds; whoever finds that nobody does goes on where
-- that one stopped.
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
  -- Whoever works at it stops after what is under way.
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
  finished_at timestamptz(3)
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

-- What somebody told the columns of a file to be, for the next one with the same headings.
CREATE TABLE import_mapping (
  person_id   uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  headings    text NOT NULL CHECK (headings ~ '^[0-9a-f]{64}$'),
  columns     jsonb NOT NULL,
  file_values jsonb NOT NULL,
  PRIMARY KEY (person_id, headings)
);

REVOKE ALL ON import, import_job, import_row, import_mapping FROM PUBLIC;
