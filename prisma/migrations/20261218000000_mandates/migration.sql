-- An approval that is given is a mandate: until a day, of no more than so much, on terms.

-- Each limit is { quantity, money }, "up to" a number of one unit or currency: exactly one of the two.
CREATE FUNCTION is_limit(said jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(CASE
    WHEN jsonb_typeof(said->'money') = 'object' THEN
      jsonb_typeof(said->'quantity') = 'null' AND is_sum(said->'money') AND said->'money'->>'kind' = 'UP_TO'
    ELSE jsonb_typeof(said->'money') = 'null' AND said->'quantity'->>'kind' = 'UP_TO'
      AND jsonb_typeof(said->'quantity'->'max') = 'number' AND jsonb_typeof(said->'quantity'->'unit') = 'string' END, false)
$$;
CREATE FUNCTION are_limits(said jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN jsonb_typeof(said) <> 'array' THEN false
    ELSE jsonb_array_length(said) BETWEEN 1 AND 20
      AND NOT EXISTS (SELECT FROM jsonb_array_elements(said) AS one (line) WHERE NOT is_limit(line)) END
$$;
ALTER TABLE approval
  ADD COLUMN valid_until date,
  ADD COLUMN limits jsonb CONSTRAINT approval_limits_are_limits CHECK (are_limits(limits)),
  ADD COLUMN terms text CHECK (length(terms) BETWEEN 1 AND 2000);

-- How many days before its end a mandate is ending.
ALTER TABLE register ADD COLUMN mandate_days integer NOT NULL DEFAULT 60 CHECK (mandate_days BETWEEN 1 AND 3650);

-- With a mandate, an item of a pledge ends by time alone as well, and may come back: one row for each time in which it holds.
ALTER TABLE unresolved_item DROP CONSTRAINT unresolved_item_ends_alone;
DROP INDEX unresolved_item_once;
CREATE UNIQUE INDEX unresolved_item_once ON unresolved_item (participant, priority, coalesce(reference, ''), code, from_world, until);
DROP INDEX unresolved_item_of_pledge;
CREATE INDEX unresolved_item_of_pledge ON unresolved_item (pledge_id, class, code, since, until, from_world, to_world);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261218000000_mandates', '0.2.0');
