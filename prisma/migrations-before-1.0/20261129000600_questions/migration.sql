-- What is asked of focal points about what is unresolved, and what came back. It touches no other record.

-- With all the kinds that are known so far, whichever migration brought them.
DO $$
DECLARE
  known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
                  WHERE conrelid = 'audit.event'::regclass AND conname = 'event_entity_type_check');
BEGIN
  ALTER TABLE audit.event DROP CONSTRAINT event_entity_type_check;
  EXECUTE 'ALTER TABLE audit.event ADD CONSTRAINT event_entity_type_check '
    || replace(known, 'ARRAY[', 'ARRAY[''question''::text, ');
END
$$;

CREATE TABLE question (
  id          uuid PRIMARY KEY,
  reference   text NOT NULL UNIQUE,
  number      integer NOT NULL UNIQUE GENERATED ALWAYS AS (substr(reference, 3)::integer) STORED,
  participant text NOT NULL REFERENCES participant (code),
  priority    smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  -- NULL: about the position, on which no pledge is on record.
  pledge      text REFERENCES pledge (reference),
  -- The unresolved item it came from.
  code        text CHECK (length(code) BETWEEN 1 AND 40),
  -- An office, never a person.
  asked_of    text NOT NULL CHECK (length(asked_of) BETWEEN 1 AND 200),
  text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  due_on      date,
  author_id   uuid NOT NULL REFERENCES person (id),
  -- [{ does, text, answeredOn, evidence, pledge, dueOn, by, at }], read and written whole; each came with an event of its own.
  entries     jsonb NOT NULL CHECK (jsonb_typeof(entries) = 'array'),
  state       text NOT NULL GENERATED ALWAYS AS (
                CASE entries->-1->>'does' WHEN 'answer' THEN 'ANSWERED' WHEN 'withdraw' THEN 'WITHDRAWN' ELSE 'OPEN' END) STORED,
  version     integer NOT NULL CHECK (version >= 1),
  created_at  timestamptz(3) NOT NULL,
  updated_at  timestamptz(3) NOT NULL,
  CONSTRAINT question_reference_is_its_number CHECK (
    reference = 'Q-' || lpad(number::text, greatest(4, length(number::text)), '0')),
  CONSTRAINT question_entry_by_entry CHECK (version = 1 + jsonb_array_length(entries)),
  CONSTRAINT question_about_its_own_pledge CHECK (pledge LIKE participant || '-' || priority || '-%')
);
CREATE INDEX question_pledge ON question (pledge, number);
CREATE INDEX question_place ON question (participant, priority, number);
CREATE INDEX question_state ON question (state, number);
-- One open question about one item.
CREATE UNIQUE INDEX question_asked_once ON question (participant, priority, coalesce(pledge, ''), code) WHERE state = 'OPEN';

CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON question DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_event('question', 'id', '');
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON question FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE question ENABLE ALWAYS TRIGGER has_event;
ALTER TABLE question ENABLE ALWAYS TRIGGER stays;

REVOKE ALL ON question FROM PUBLIC;
