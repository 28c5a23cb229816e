-- The log is searched by what was done, by who did it, and by what they were called. Each ends in the number, so that the
-- newest of an action are read from the end and no others are looked at. Records are found by the key there is, and
-- moments by their index: they never go back in the log, so a span of time is a span of numbers.

CREATE INDEX event_by_action ON audit.event (action, seq);
CREATE INDEX event_by_actor ON audit.event (actor_id, action, seq);
CREATE INDEX event_by_name ON audit.event (lower(actor_name), action, seq);
