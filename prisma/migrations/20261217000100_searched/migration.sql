-- Where a position is missing, somebody looked and found nothing: the last search for each priority.

ALTER TABLE participant
  ADD COLUMN searches jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(searches) = 'array' AND jsonb_array_length(searches) <= 5);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261217000100_searched', '0.2.0');
