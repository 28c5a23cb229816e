-- What was set aside for a contribution, and what of it was delivered.

ALTER TABLE contribution
  ADD COLUMN allocated_on date,
  -- As in the domain: { kind, min, max, unit, asStated } and { amount, currency }.
  ADD COLUMN allocated_quantity jsonb CHECK (jsonb_typeof(allocated_quantity) = 'object'),
  ADD COLUMN allocated_money jsonb CHECK (jsonb_typeof(allocated_money) = 'object'),
  ADD CONSTRAINT contribution_allocated_on_a_day CHECK (
    allocated_on IS NOT NULL OR (allocated_quantity IS NULL AND allocated_money IS NULL));

CREATE TABLE delivery (
  id              uuid PRIMARY KEY,
  pledge_id       uuid NOT NULL REFERENCES pledge (id),
  contribution_id uuid NOT NULL REFERENCES contribution (id),
  quantity        jsonb CHECK (jsonb_typeof(quantity) = 'object'),
  money           jsonb CHECK (jsonb_typeof(money) = 'object'),
  delivered_on    date NOT NULL,
  definition      text NOT NULL CHECK (definition IN ('LEFT_ORIGIN', 'HANDED_OVER', 'ACCEPTED_BY_RECIPIENT')),
  -- Ids of the evidence of the pledge.
  evidence        uuid[] NOT NULL CHECK (cardinality(evidence) >= 1),
  -- { on, by, evidence }
  confirmation    jsonb CHECK (jsonb_typeof(confirmation) = 'object'),
  note            text CHECK (length(note) BETWEEN 1 AND 5000),
  retracted_at    timestamptz(3),
  retract_reason  text,
  version         integer NOT NULL CHECK (version >= 1),
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL,
  CONSTRAINT delivery_retracted_with_reason CHECK ((retracted_at IS NULL) = (retract_reason IS NULL))
);
CREATE INDEX delivery_of_pledge ON delivery (pledge_id, delivered_on, created_at, id);

CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON delivery DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_event('delivery', 'id', '');
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON delivery FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE delivery ENABLE ALWAYS TRIGGER has_event;
ALTER TABLE delivery ENABLE ALWAYS TRIGGER stays;

REVOKE ALL ON delivery FROM PUBLIC;
