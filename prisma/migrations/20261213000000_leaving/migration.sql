-- A participant may leave: from that day no position is expected of it. The day may lie ahead, and what is derived is stored
-- beforehand: so an open item may have a last day as well as a first.

ALTER TABLE participant
  ADD COLUMN left_on date,
  ADD COLUMN left_reason text CHECK (length(left_reason) BETWEEN 1 AND 2000),
  ADD CONSTRAINT participant_left_with_reason CHECK ((left_on IS NULL) = (left_reason IS NULL)),
  ADD CONSTRAINT participant_left_after_joining CHECK (left_on >= joined_on);

-- The first day on which an item no longer holds. Only missing positions have one.
ALTER TABLE unresolved_item
  ADD COLUMN until date NOT NULL DEFAULT 'infinity',
  ADD CONSTRAINT unresolved_item_ends_later CHECK (since < until),
  ADD CONSTRAINT unresolved_item_ends_alone CHECK (until = 'infinity' OR pledge_id IS NULL);
DROP INDEX unresolved_item_of_owner;
CREATE INDEX unresolved_item_of_owner ON unresolved_item (owner, code, since, participant, priority, coalesce(reference, ''))
  INCLUDE (class, from_world, to_world, until);

-- Counted by both days. In unresolved_by_cell, which nobody reads by age, an end is a subtraction on its day.
ALTER TABLE unresolved_by_code
  ADD COLUMN until date NOT NULL DEFAULT 'infinity',
  DROP CONSTRAINT unresolved_by_code_pkey,
  ADD PRIMARY KEY (code, class, since, until, from_world);

CREATE OR REPLACE VIEW unresolved_item_now WITH (security_invoker = true) AS
  SELECT id, participant, priority, reference, pledge_id, code, class, since, causes, owner, until FROM unresolved_item
   WHERE (from_world = 0 OR from_world <= (SELECT coalesce(max(c.id), 0) FROM trigger_change c WHERE c.state = 'DONE'))
     AND (to_world = 2147483647 OR to_world > (SELECT coalesce(max(c.id), 0) FROM trigger_change c WHERE c.state = 'DONE'));
CREATE OR REPLACE VIEW unresolved_by_code_now WITH (security_invoker = true) AS
  SELECT code, class, since, items, lacking, until FROM unresolved_by_code
   WHERE from_world = 0 OR from_world <= (SELECT coalesce(max(c.id), 0) FROM trigger_change c WHERE c.state = 'DONE');

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261213000000_leaving', '0.2.0');
