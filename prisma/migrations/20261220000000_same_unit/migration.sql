-- A contribution may say that it is the same unit or sum that another one names already. Said of another desk's it is a claim
-- until that desk, or a manager, confirms it.

-- { pledge, contribution, state, by, reason }, never itself.
CREATE FUNCTION is_same_as(said jsonb, own uuid) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(said) = 'object' AND said->>'pledge' ~ '^[A-Z]{2,8}-[1-5]-\d{3,9}$'
         AND said->>'contribution' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AND said->>'contribution' <> own::text
         AND length(said->>'by') > 0 AND said->>'state' IN ('CLAIMED', 'CONFIRMED', 'DECLINED')
         AND (said->>'state' = 'DECLINED') = (said->>'reason' IS NOT NULL), false)
$$;

ALTER TABLE contribution
  ADD COLUMN same_as jsonb,
  ADD COLUMN same_line uuid GENERATED ALWAYS AS (CASE WHEN same_as->>'state' = 'CONFIRMED' THEN (same_as->>'contribution')::uuid END) STORED,
  ADD CONSTRAINT contribution_same_as CHECK (same_as IS NULL OR is_same_as(same_as, id));
CREATE INDEX contribution_same_line ON contribution (same_line) WHERE same_line IS NOT NULL AND removed_in IS NULL;
-- What waits for an answer.
CREATE INDEX contribution_claimed ON contribution ((split_part(same_as->>'pledge', '-', 1)))
  WHERE removed_in IS NULL AND same_as->>'state' = 'CLAIMED';

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261220000000_same_unit', '0.2.0');
