-- Rows of a file that belong to another desk become a file of that desk: whose participants it holds, who handed it over,
-- and the file that they came from. Who tries it first becomes its owner.
ALTER TABLE import_job
  ADD COLUMN desk        text[] NOT NULL DEFAULT '{}',
  ADD COLUMN handed_by   jsonb,
  ADD COLUMN handed_from integer REFERENCES import_job (number) ON DELETE SET NULL,
  ADD CONSTRAINT import_job_is_handed_by_somebody CHECK ((desk = '{}') = (handed_by IS NULL));
CREATE INDEX import_job_handed ON import_job (handed_from) WHERE handed_from IS NOT NULL;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270104000000_handed_over_rows', '0.2.0');
