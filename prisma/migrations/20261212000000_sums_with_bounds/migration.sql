-- A sum is stated as a quantity is: exactly, from one number to another, at least, up to or about one.

-- money_amount is the lower end, which is what firm figures count: 0 for "up to". What was recorded before is exact; so is, by its
-- kind, a contribution without money. The upper end is text, as it was written: a driver that reads numbers as numbers makes 1.5
-- of 1.50, and a record is held against its event to the letter.
ALTER TABLE contribution
  ADD COLUMN money_kind text NOT NULL DEFAULT 'EXACT'
    CHECK (money_kind IN ('EXACT', 'RANGE', 'AT_LEAST', 'UP_TO', 'APPROXIMATE')),
  ADD COLUMN money_max text CHECK (money_max ~ '^(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$'),
  ADD COLUMN money_as_stated text CHECK (length(money_as_stated) BETWEEN 1 AND 2000),
  ADD CONSTRAINT contribution_money_ends CHECK (CASE money_kind
    WHEN 'EXACT'       THEN money_max IS NULL
    WHEN 'APPROXIMATE' THEN money_amount IS NOT NULL AND money_max IS NULL
    WHEN 'AT_LEAST'    THEN money_amount IS NOT NULL AND money_max IS NULL
    WHEN 'RANGE'       THEN money_amount IS NOT NULL AND money_max IS NOT NULL AND money_amount <= money_max::numeric
    WHEN 'UP_TO'       THEN money_amount IS NOT NULL AND money_max IS NOT NULL AND money_amount = 0 END),
  ADD CONSTRAINT contribution_money_words CHECK (money_as_stated IS NULL OR money_amount IS NOT NULL);

-- Where a sum is one value: { amount, currency } is exact, any other has { kind, min, max, currency, asStated }.
CREATE FUNCTION is_sum(said jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(said) = 'object' AND said->>'currency' ~ '^[A-Z]{3}$' AND CASE
    WHEN NOT said ? 'kind'                 THEN said->>'amount' ~ '^[0-9]+(\.[0-9]+)?$'
    WHEN said ? 'amount'                   THEN false
    WHEN said->>'min' !~ '^[0-9]+(\.[0-9]+)?$' OR said->>'max' !~ '^[0-9]+(\.[0-9]+)?$' THEN false
    ELSE CASE said->>'kind'
      WHEN 'APPROXIMATE' THEN said->>'min' = said->>'max'
      WHEN 'AT_LEAST'    THEN said->>'min' IS NOT NULL AND said->>'max' IS NULL
      WHEN 'RANGE'       THEN (said->>'min')::numeric <= (said->>'max')::numeric
      WHEN 'UP_TO'       THEN said->>'min' = '0' AND said->>'max' IS NOT NULL
      ELSE false END END, false)
$$;
ALTER TABLE contribution ADD CONSTRAINT contribution_allocated_money_is_sum CHECK (is_sum(allocated_money));
ALTER TABLE requirement ADD CONSTRAINT requirement_money_is_sum CHECK (is_sum(money));
ALTER TABLE delivery ADD CONSTRAINT delivery_money_is_sum CHECK (is_sum(money));

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261212000000_sums_with_bounds', '0.2.0');
