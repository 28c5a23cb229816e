-- What would follow if: a moment of the register, what is supposed beside it, and what came of it. It touches no other
-- record; position and rules tell how to come to the same result again.

CREATE TABLE scenario (
  id              uuid PRIMARY KEY,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  note            text CHECK (length(note) BETWEEN 1 AND 5000),
  owner_id        uuid NOT NULL REFERENCES person (id),
  as_of           timestamptz(3) NOT NULL,
  -- The last event of the log at that moment.
  position        bigint NOT NULL CHECK (position >= 0),
  rules           integer NOT NULL CHECK (rules >= 1),
  assumptions     jsonb NOT NULL,
  result          jsonb NOT NULL,
  withdrawn_at    timestamptz(3),
  withdraw_reason text,
  version         integer NOT NULL CHECK (version >= 1),
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL,
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
);
CREATE INDEX scenario_in_order ON scenario (created_at, id);

CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON scenario DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_event('scenario', 'id', '');
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON scenario FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE scenario ENABLE ALWAYS TRIGGER has_event;
ALTER TABLE scenario ENABLE ALWAYS TRIGGER stays;

REVOKE ALL ON scenario FROM PUBLIC;
