-- Numbers given in confidence. The record and the log hold a salted hash of each; number and salt are here alone.

ALTER TABLE contribution
  ADD COLUMN quantity_commitment text,
  ADD CONSTRAINT contribution_commitment_of_sealed
    CHECK (quantity_commitment IS NULL OR (quantity_kind = 'SEALED' AND quantity_commitment ~ '^[0-9a-f]{64}$'));

-- One row for each number ever entered, also one that is only proposed; none is changed or taken out.
CREATE TABLE sealed_quantity (
  commitment      text PRIMARY KEY CHECK (commitment ~ '^[0-9a-f]{64}$'),
  pledge_id       uuid NOT NULL REFERENCES pledge (id) DEFERRABLE INITIALLY DEFERRED,
  -- Of a line that isn't on record yet where the change is proposed.
  contribution_id uuid NOT NULL,
  min             bigint CHECK (min BETWEEN 0 AND 999999999999),
  max             bigint CHECK (max BETWEEN 0 AND 999999999999),
  unit            text CHECK (unit IN ('PERSON', 'COMPANY', 'BATTALION', 'BRIGADE', 'AIRCRAFT', 'SHIP', 'SYSTEM', 'ROUND', 'PLACE_PER_YEAR')),
  salt            text NOT NULL CHECK (salt ~ '^[0-9a-f]{64}$'),
  entered_by      text NOT NULL,
  entered_at      timestamptz(3) NOT NULL,
  CONSTRAINT sealed_quantity_some CHECK (min IS NOT NULL OR max IS NOT NULL),
  CONSTRAINT sealed_quantity_ordered CHECK (min <= max)
);
CREATE INDEX sealed_quantity_of_pledge ON sealed_quantity (pledge_id);

-- A number commits only with an event of this transaction that holds its hash: of the pledge, or of a proposal on it.
CREATE FUNCTION audit.require_commitment() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM (
      SELECT 'pledge' AS type, NEW.pledge_id::text AS id
      UNION ALL SELECT 'proposal', p.id::text FROM public.proposal p WHERE p.subject_id = NEW.pledge_id AND p.status IN ('OPEN', 'RETURNED')) told
      JOIN audit.event e ON e.entity_type = told.type AND e.entity_id = told.id
     WHERE e.txid = pg_current_xact_id()::text::bigint AND position(NEW.commitment IN e.payload) > 0)
  THEN
    RAISE EXCEPTION 'a sealed number of pledge % was kept without its event', NEW.pledge_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER has_event AFTER INSERT ON sealed_quantity DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.require_commitment();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_quantity FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE sealed_quantity ENABLE ALWAYS TRIGGER has_event;
ALTER TABLE sealed_quantity ENABLE ALWAYS TRIGGER stays;

REVOKE ALL ON sealed_quantity FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit.require_commitment() FROM PUBLIC;
