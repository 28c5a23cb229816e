-- Of each migration after the baseline, the oldest build that runs on a database that has it. A build that is not older
-- starts also when it doesn't know the migration. Migrations write their row themselves: it is there whichever tool applied
-- them. In `audit`, where the application reads and never writes.
CREATE TABLE audit.oldest_build (
  migration text PRIMARY KEY,
  build     text NOT NULL CHECK (build ~ '^\d+\.\d+\.\d+$')
);
REVOKE ALL ON audit.oldest_build FROM PUBLIC;

-- Builds before 0.2.0 don't look here: they refuse every migration that they don't know.
INSERT INTO audit.oldest_build (migration, build) VALUES ('20261203000100_oldest_build', '0.2.0');
