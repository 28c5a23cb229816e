-- Facts of the world that pledges wait for, and what each pledge waits for.

ALTER TABLE audit.event DROP CONSTRAINT event_entity_type_check;
ALTER TABLE audit.event ADD CONSTRAINT event_entity_type_check CHECK (entity_type IN (
  'register', 'participant', 'person', 'source', 'pledge', 'approval', 'comment', 'baseline', 'proposal', 'ruling', 'handover', 'access',
  'trigger', 'requirement', 'offer', 'delivery', 'scenario'));

CREATE TABLE trigger (
  code        text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  description text CHECK (length(description) BETWEEN 1 AND 5000),
  waiting     text NOT NULL CHECK (waiting IN ('DORMANT', 'BLOCKING')),
  state       text NOT NULL CHECK (state IN ('NOT_MET', 'MET', 'UNKNOWN')),
  since       date,
  -- [{ id, source, kind, reliability, credibility, quote, supports, recordedAt }], read and written whole.
  evidence    jsonb NOT NULL CHECK (jsonb_typeof(evidence) = 'array'),
  version     integer NOT NULL CHECK (version >= 1),
  created_at  timestamptz(3) NOT NULL,
  updated_at  timestamptz(3) NOT NULL
);

ALTER TABLE pledge
  ADD COLUMN condition jsonb,
  ADD COLUMN condition_set_on date,
  ADD CHECK ((condition IS NULL) = (condition_set_on IS NULL));

-- The leaves of the conditions, to find who waits for what. Derived: `condition` is the record.
CREATE TABLE condition_leaf (
  pledge_id uuid NOT NULL REFERENCES pledge (id),
  -- Code of a trigger, id of an approval, reference of a pledge.
  kind      text NOT NULL CHECK (kind IN ('trigger', 'approval', 'pledge')),
  key       text NOT NULL,
  at_least  text NOT NULL DEFAULT '',
  PRIMARY KEY (pledge_id, kind, key, at_least)
);
CREATE INDEX condition_leaf_of_key ON condition_leaf (kind, key, pledge_id);

CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON trigger DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_event('trigger', 'code', '');
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON trigger FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE trigger ENABLE ALWAYS TRIGGER has_event;
ALTER TABLE trigger ENABLE ALWAYS TRIGGER stays;

REVOKE ALL ON trigger, condition_leaf FROM PUBLIC;
