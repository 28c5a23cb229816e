-- What holds now, of the rows that are kept: a change that concerns very many pledges prepares its rows beforehand and makes them
-- hold in one moment (trigger_change). Whoever reads a view needs the right to read its tables.

-- What nearly every row says is asked for by itself: then a plan reckons with nearly every row.
CREATE VIEW unresolved_item_now WITH (security_invoker = true) AS
  SELECT id, participant, priority, reference, pledge_id, code, class, since, causes, owner FROM unresolved_item
   WHERE (from_world = 0 OR from_world <= (SELECT coalesce(max(c.id), 0) FROM trigger_change c WHERE c.state = 'DONE'))
     AND (to_world = 2147483647 OR to_world > (SELECT coalesce(max(c.id), 0) FROM trigger_change c WHERE c.state = 'DONE'));

-- Counters, of which several may have to be added up.
CREATE VIEW unresolved_by_code_now WITH (security_invoker = true) AS
  SELECT code, class, since, items, lacking FROM unresolved_by_code
   WHERE from_world = 0 OR from_world <= (SELECT coalesce(max(c.id), 0) FROM trigger_change c WHERE c.state = 'DONE');
CREATE VIEW unresolved_by_cell_now WITH (security_invoker = true) AS
  SELECT span, since, participant, priority, counted, items FROM unresolved_by_cell
   WHERE from_world = 0 OR from_world <= (SELECT coalesce(max(c.id), 0) FROM trigger_change c WHERE c.state = 'DONE');

GRANT SELECT ON unresolved_item_now, unresolved_by_code_now, unresolved_by_cell_now TO PUBLIC;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261204000000_unresolved_now', '0.2.0');
