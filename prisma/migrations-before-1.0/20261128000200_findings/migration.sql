-- What auditors note on records, what managers answer, and how it ends. It touches no other record.

-- With all the kinds that are known so far, whichever migration brought them.
DO $$
DECLARE
  known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
                  WHERE conrelid = 'audit.event'::regclass AND conname = 'event_entity_type_check');
BEGIN
  ALTER TABLE audit.event DROP CONSTRAINT event_entity_type_check;
  EXECUTE 'ALTER TABLE audit.event ADD CONSTRAINT event_entity_type_check '
    || replace(known, 'ARRAY[', 'ARRAY[''finding''::text, ');
END
$$;

CREATE TABLE finding (
  id         uuid PRIMARY KEY,
  reference  text NOT NULL UNIQUE,
  number     integer NOT NULL UNIQUE GENERATED ALWAYS AS (substr(reference, 3)::integer) STORED,
  about_kind text NOT NULL CHECK (about_kind IN (
    'pledge', 'approval', 'source', 'participant', 'trigger', 'requirement', 'offer', 'delivery', 'proposal')),
  -- Reference, code or id: as people name the record.
  about_key  text NOT NULL CHECK (length(about_key) BETWEEN 1 AND 80),
  text       text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  author_id  uuid NOT NULL REFERENCES person (id),
  -- [{ does, text, by, at }], read and written whole; each came with an event of its own.
  entries    jsonb NOT NULL CHECK (jsonb_typeof(entries) = 'array'),
  state      text NOT NULL GENERATED ALWAYS AS (
               CASE entries->-1->>'does' WHEN 'answer' THEN 'ANSWERED' WHEN 'close' THEN 'CLOSED' ELSE 'OPEN' END) STORED,
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT finding_reference_is_its_number CHECK (
    reference = 'F-' || lpad(number::text, greatest(4, length(number::text)), '0')),
  CONSTRAINT finding_entry_by_entry CHECK (version = 1 + jsonb_array_length(entries))
);
CREATE INDEX finding_about ON finding (about_kind, about_key, number);
CREATE INDEX finding_state ON finding (state, number);

CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON finding DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_event('finding', 'id', '');
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON finding FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE finding ENABLE ALWAYS TRIGGER has_event;
ALTER TABLE finding ENABLE ALWAYS TRIGGER stays;

REVOKE ALL ON finding FROM PUBLIC;
