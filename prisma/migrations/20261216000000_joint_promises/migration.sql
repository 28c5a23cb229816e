-- A pledge may name others: who promises it jointly, and on whose behalf. What is said of another desk's participant is a claim
-- until that desk, or a manager, confirms it.

-- Each: { participant, state, by, reason }, once for a participant, never the pledge's own.
CREATE FUNCTION is_links(said jsonb, own text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(said) = 'array' AND jsonb_array_length(said) <= 40 AND (
    SELECT coalesce(bool_and(link->>'participant' ~ '^[A-Z]{2,8}$' AND link->>'participant' <> own AND length(link->>'by') > 0
               AND link->>'state' IN ('CLAIMED', 'CONFIRMED', 'DECLINED')
               AND (link->>'state' = 'DECLINED') = (link->>'reason' IS NOT NULL)), true)
           AND count(DISTINCT link->>'participant') = count(*)
      FROM jsonb_array_elements(CASE jsonb_typeof(said) WHEN 'array' THEN said ELSE '[]' END) link), false)
$$;

-- The participants whose position a pledge is: confirmed joint promises.
CREATE FUNCTION promised_by(joint_with jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(link->>'participant' ORDER BY link->>'participant'), '{}')
    FROM jsonb_array_elements(joint_with) link WHERE link->>'state' = 'CONFIRMED'
$$;
-- The others in whose rows it is shown without being a position of theirs: claimed, or on their behalf.
CREATE FUNCTION shown_to(joint_with jsonb, on_behalf_of jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(link->>'participant' ORDER BY link->>'participant'), '{}') FROM (
    SELECT link FROM jsonb_array_elements(joint_with) link WHERE link->>'state' = 'CLAIMED'
    UNION ALL SELECT link FROM jsonb_array_elements(on_behalf_of) link WHERE link->>'state' <> 'DECLINED') links
$$;

ALTER TABLE pledge
  ADD COLUMN joint_with jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN on_behalf_of jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN promisers text[] NOT NULL GENERATED ALWAYS AS (promised_by(joint_with)) STORED,
  ADD COLUMN shown_to text[] NOT NULL GENERATED ALWAYS AS (shown_to(joint_with, on_behalf_of)) STORED,
  ADD CONSTRAINT pledge_joint_with_is_links CHECK (is_links(joint_with, participant)),
  ADD CONSTRAINT pledge_on_behalf_of_is_links CHECK (is_links(on_behalf_of, participant));
CREATE INDEX pledge_promisers ON pledge USING gin (promisers) WHERE promisers <> '{}';
CREATE INDEX pledge_shown_to ON pledge USING gin (shown_to) WHERE shown_to <> '{}';

-- In each row of the matrix a pledge is counted as what it is there; in sums over the register as its participant's own alone.
ALTER TABLE pledge_by_stage
  ADD COLUMN part text NOT NULL DEFAULT 'OWN' CHECK (part IN ('OWN', 'JOINT', 'ON_BEHALF', 'CLAIMED')),
  DROP CONSTRAINT pledge_by_stage_pkey,
  ADD PRIMARY KEY (participant, priority, stage, part);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261216000000_joint_promises', '0.2.0');
