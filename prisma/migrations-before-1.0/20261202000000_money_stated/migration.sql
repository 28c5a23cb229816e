-- The amount as it was written, "1.50" and not 1.5: a driver that reads numbers as numbers loses the difference, and a record is
-- held against its event to the letter.
ALTER TABLE contribution ADD COLUMN money_stated text GENERATED ALWAYS AS (money_amount::text) STORED;
