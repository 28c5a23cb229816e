-- What the record is to say after a ruling: a value of the field, values of contributions, or that it is no longer what it
-- was. Rulings from before say it in words alone.

ALTER TABLE ruling
  ADD COLUMN says jsonb,
  ADD CONSTRAINT ruling_says_one_thing CHECK (says IS NULL OR coalesce(
    jsonb_typeof(says) = 'object' AND (says ? 'value')::int + (says ? 'lines')::int + (says ? 'not')::int = 1, false));

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261217000000_rulings_act', '0.2.0');
