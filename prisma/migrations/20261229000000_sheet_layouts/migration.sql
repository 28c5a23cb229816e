-- Lines of a file that are no rows: titles, headings, sections, totals, notes, and the other sheets of a workbook, so that
-- another sheet or another row of headings can be chosen while nothing came of the file. Technical, as the rows are.
CREATE TABLE import_line (
  import_id uuid NOT NULL REFERENCES import_job (id) ON DELETE CASCADE,
  -- Its place in the workbook, from 0.
  sheet     smallint NOT NULL CHECK (sheet >= 0),
  number    integer NOT NULL CHECK (number >= 1),
  cells     text[] NOT NULL,
  marks     jsonb,
  -- Null on a sheet that isn't read.
  is_left   text CHECK (is_left IN ('above', 'heading', 'section', 'total', 'note')),
  PRIMARY KEY (import_id, sheet, number)
);
ALTER TABLE import_line ALTER COLUMN import_id SET STATISTICS 0;

-- Cells that the file doesn't say as they are read: filled down, or a formula's stored value.
ALTER TABLE import_row ADD COLUMN marks jsonb;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261229000000_sheet_layouts', '0.2.0');
