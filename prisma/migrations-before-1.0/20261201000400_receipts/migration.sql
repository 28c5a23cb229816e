-- A change answers where it is in the log: its entries and the leaf hash of the last of them. The same request sent again
-- is answered with the same, so its key remembers the entries.
ALTER TABLE idempotency
  ADD COLUMN first_entry bigint,
  ADD COLUMN last_entry bigint,
  ADD CHECK (first_entry <= last_entry),
  ADD CHECK ((first_entry IS NULL) = (last_entry IS NULL));

-- Called around audit.append, in its statement: nothing comes after the lock on the log's head but this.
CREATE FUNCTION receipt(last bigint, entries integer, person uuid, request_key text)
  RETURNS TABLE (first_entry bigint, last_entry bigint, leaf_hash text) LANGUAGE plpgsql
  SET search_path = public, pg_temp
AS $$
BEGIN
  IF request_key IS NOT NULL THEN
    UPDATE idempotency i SET first_entry = last - entries + 1, last_entry = last
     WHERE i.person_id = person AND i.key = request_key;
  END IF;
  RETURN QUERY SELECT last - entries + 1, last, h.leaf_hash FROM audit.head h WHERE h.seq = last;
END
$$;
