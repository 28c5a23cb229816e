-- Whether a register is a demonstration, and how far its clock is ahead, is said in its first event and never again:
-- otherwise one change could open a true register's log to any moment, and another close it behind.

CREATE FUNCTION audit.keep_clock() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NEW.demonstration <> OLD.demonstration OR NEW.offset_ms <> OLD.offset_ms THEN
    RAISE EXCEPTION 'what clock a register runs on is said once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION audit.keep_clock() FROM PUBLIC;

CREATE TRIGGER keeps_clock BEFORE UPDATE ON register FOR EACH ROW EXECUTE FUNCTION audit.keep_clock();
ALTER TABLE register ENABLE ALWAYS TRIGGER keeps_clock;
