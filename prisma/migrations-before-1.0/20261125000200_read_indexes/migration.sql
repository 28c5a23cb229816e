-- One index for each order in which lists are read, so that a page reads the rows it shows. A reference sorts by
-- its three parts, and breaks every tie.

DROP INDEX pledge_updated, pledge_due;

CREATE INDEX pledge_by_update ON pledge (updated_at, participant, priority, number);
CREATE INDEX pledge_by_update_turned ON pledge (updated_at DESC, participant, priority, number);

-- What has no date comes last, whichever way the dates run.
CREATE INDEX pledge_by_due ON pledge (coalesce(due_on, 'infinity'::date), participant, priority, number);
CREATE INDEX pledge_by_due_turned ON pledge (coalesce(due_on, '-infinity'::date) DESC, participant, priority, number);

-- The matrix counts pledges from this alone.
CREATE INDEX pledge_by_cell ON pledge (participant, priority, stage) WHERE voided_at IS NULL;

-- Within a reason the oldest comes first.
DROP INDEX unresolved_item_code;
CREATE INDEX unresolved_item_by_reason ON unresolved_item (code, since, participant, priority, coalesce(reference, ''));

CREATE INDEX source_by_date ON source (coalesce(published_on, '-infinity'::date) DESC, id DESC);
