-- A participant that got a new name: its earlier names, oldest first, each with the day from which the next one holds.

ALTER TABLE participant
  ADD COLUMN former_names jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(former_names) = 'array' AND jsonb_array_length(former_names) <= 50);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261217000200_renamed', '0.2.0');
