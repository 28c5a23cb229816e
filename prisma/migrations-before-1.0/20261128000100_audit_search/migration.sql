-- The log is searched by what was done, by who did it, and by what they were called. Each index ends in the number, so that
-- the newest of an action are read from its end and no others are looked at; and it counts downwards, as nothing else
-- does, so that no plan walks the whole log backwards in the hope of meeting enough of them soon. Records are found by the
-- key there is, and moments by their index: they never go back in the log, so a span of time is a span of numbers.

CREATE INDEX event_by_action ON audit.event (action, (-seq)) INCLUDE (seq);
CREATE INDEX event_by_actor ON audit.event (actor_id, action, (-seq)) INCLUDE (seq);
CREATE INDEX event_by_name ON audit.event (lower(actor_name), action, (-seq)) INCLUDE (seq, actor_name);
