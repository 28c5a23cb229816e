-- The last event of the log that every row of a file was tried against: what came later is looked at as the rows come in. None
-- for files that were tried before this was noted, of which all is looked at.
ALTER TABLE import_job ADD COLUMN looked_to bigint;
