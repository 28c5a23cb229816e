-- What the coalition needs, and the contributions that are offered for it.

CREATE TABLE requirement (
  id           uuid PRIMARY KEY,
  reference    text NOT NULL UNIQUE CHECK (reference ~ '^[A-Z][A-Z0-9-]{1,19}$'),
  title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  capability   text NOT NULL,
  priority     smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  domain       text NOT NULL,
  location     text NOT NULL,
  -- One of both, as a contribution has it: { kind, min, max, unit, asStated } or { amount, currency }.
  quantity     jsonb,
  money        jsonb,
  -- { day, date }: so many days after the ceasefire, or a date; at most one of both.
  needed_by    jsonb NOT NULL,
  criticality  smallint NOT NULL CHECK (criticality BETWEEN 1 AND 3),
  lead         text REFERENCES participant (code),
  note         text CHECK (length(note) BETWEEN 1 AND 5000),
  closed_at    timestamptz(3),
  close_reason text,
  version      integer NOT NULL CHECK (version >= 1),
  created_at   timestamptz(3) NOT NULL,
  updated_at   timestamptz(3) NOT NULL,
  CHECK ((quantity IS NULL) <> (money IS NULL)),
  CHECK ((closed_at IS NULL) = (close_reason IS NULL))
);

CREATE TABLE offer (
  id              uuid PRIMARY KEY,
  requirement_id  uuid NOT NULL REFERENCES requirement (id),
  pledge_id       uuid NOT NULL REFERENCES pledge (id),
  contribution_id uuid NOT NULL REFERENCES contribution (id),
  -- An exact decimal of the contribution's unit or currency; null: all of it.
  amount          text CHECK (amount ~ '^(0|[1-9]\d{0,14})(\.\d{1,4})?$'),
  -- Said by a person, where caveats and location leave it open.
  fit             text CHECK (fit IN ('FULL', 'PARTIAL', 'NEAR_MISS')),
  reason          text CHECK (length(reason) BETWEEN 1 AND 5000),
  withdrawn_at    timestamptz(3),
  withdraw_reason text,
  version         integer NOT NULL CHECK (version >= 1),
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL,
  CHECK (fit IS NULL OR reason IS NOT NULL),
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
);
CREATE INDEX offer_of_requirement ON offer (requirement_id, created_at, id);
CREATE INDEX offer_of_pledge ON offer (pledge_id, created_at, id);
CREATE UNIQUE INDEX offer_once ON offer (requirement_id, contribution_id) WHERE withdrawn_at IS NULL;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['requirement', 'offer'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION audit.require_event(%L, ''id'', '''')', name, name);
    EXECUTE format('CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER has_event', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER stays', name);
  END LOOP;
END
$$;

REVOKE ALL ON requirement, offer FROM PUBLIC;
