-- What matters, as a worker last worked it out: a page of a large register shows it at once. It follows from the log up to
-- the entry that it names.
CREATE TABLE kept_matters (
  one       boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- The log's last entry then, and the day.
  leaf_hash text NOT NULL CHECK (leaf_hash ~ '^[0-9a-f]{64}$'),
  day       date NOT NULL,
  at        timestamptz(3) NOT NULL,
  -- Of the content: another build may read it otherwise.
  shape     integer NOT NULL CHECK (shape >= 1),
  pledges   integer NOT NULL CHECK (pledges >= 0),
  -- JSON, with amounts larger than its numbers.
  content   text NOT NULL
);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270301000000_kept_matters', '0.2.0');
