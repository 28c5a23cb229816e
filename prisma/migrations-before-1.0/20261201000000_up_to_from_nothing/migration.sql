-- "Up to n" is the interval from 0 to n, and is stored as that. Lines recorded before have no lower end: they keep the form
-- that the log holds a hash of, and mean the same.
ALTER TABLE contribution DROP CONSTRAINT contribution_quantity_ends;
ALTER TABLE contribution ADD CONSTRAINT contribution_quantity_ends CHECK (CASE quantity_kind
    WHEN 'EXACT'       THEN quantity_min IS NOT NULL AND quantity_max IS NOT NULL AND quantity_min = quantity_max
    WHEN 'APPROXIMATE' THEN quantity_min IS NOT NULL AND quantity_max IS NOT NULL AND quantity_min = quantity_max
    WHEN 'RANGE'       THEN quantity_min IS NOT NULL AND quantity_max IS NOT NULL
    WHEN 'AT_LEAST'    THEN quantity_min IS NOT NULL AND quantity_max IS NULL
    WHEN 'UP_TO'       THEN coalesce(quantity_min, 0) = 0 AND quantity_max IS NOT NULL
    ELSE quantity_min IS NULL AND quantity_max IS NULL END);
