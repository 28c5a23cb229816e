-- A trigger that many pledges wait for changes in one moment, however many they are: what will hold is derived
-- beforehand, beside what holds. Each such change begins a *world*, named by the change's id; a row holds from one world
-- until another, and the world that is is that of the last change done.

CREATE TABLE trigger_change (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code       text NOT NULL REFERENCES trigger (code),
  -- The trigger's version that it changes, and the record as it will be.
  based_on   integer NOT NULL CHECK (based_on >= 1),
  after      jsonb NOT NULL,
  reason     text CHECK (length(reason) BETWEEN 1 AND 5000),
  -- Who changes it, as the log will name them.
  actor      jsonb NOT NULL,
  state      text NOT NULL CHECK (state IN ('PREPARING', 'READY', 'DONE', 'CANCELLED', 'FAILED')),
  -- Pledges that wait for it, and how many of them are derived.
  total      integer NOT NULL CHECK (total >= 0),
  done       integer NOT NULL DEFAULT 0 CHECK (done >= 0),
  -- How far it has come, in the order of their ids; and those left for later, because somebody held them.
  reached    uuid,
  left_over  uuid[] NOT NULL DEFAULT '{}',
  started_at timestamptz(3) NOT NULL,
  ended_at   timestamptz(3),
  -- Whether what no longer holds, or never came to hold, is cleared away.
  tidied     boolean NOT NULL DEFAULT false,
  CHECK ((ended_at IS NULL) = (state IN ('PREPARING', 'READY'))),
  CHECK (NOT tidied OR ended_at IS NOT NULL)
);
-- One at a time.
CREATE UNIQUE INDEX trigger_change_unfinished ON trigger_change ((true)) WHERE NOT tidied;
CREATE INDEX trigger_change_world ON trigger_change (id) WHERE state = 'DONE';
CREATE INDEX trigger_change_of_code ON trigger_change (code, id);

ALTER TABLE unresolved_item
  ADD COLUMN from_world integer NOT NULL DEFAULT 0,
  ADD COLUMN to_world   integer NOT NULL DEFAULT 2147483647,
  ADD CHECK (from_world < to_world);

DROP INDEX unresolved_item_once;
CREATE UNIQUE INDEX unresolved_item_once ON unresolved_item (participant, priority, coalesce(reference, ''), code, from_world);
CREATE INDEX unresolved_item_beginning ON unresolved_item (from_world) WHERE from_world > 0;
CREATE INDEX unresolved_item_ending ON unresolved_item (to_world) WHERE to_world < 2147483647;

-- As before, with what says whether a row holds.
DROP INDEX unresolved_item_of_owner, unresolved_item_of_pledge;
CREATE INDEX unresolved_item_of_owner ON unresolved_item (owner, code, since, participant, priority, coalesce(reference, '')) INCLUDE (class, from_world, to_world);
CREATE INDEX unresolved_item_of_pledge ON unresolved_item (pledge_id, class, code, since, from_world, to_world);

-- What a world adds to the counts of those before it.
ALTER TABLE unresolved_by_code
  ADD COLUMN from_world integer NOT NULL DEFAULT 0,
  DROP CONSTRAINT unresolved_by_code_pkey,
  ADD PRIMARY KEY (code, class, since, from_world);
ALTER TABLE unresolved_by_cell
  ADD COLUMN from_world integer NOT NULL DEFAULT 0,
  DROP CONSTRAINT unresolved_by_cell_pkey,
  ADD PRIMARY KEY (span, since, participant, priority, counted, from_world);
CREATE INDEX unresolved_by_code_ahead ON unresolved_by_code (from_world) WHERE from_world > 0;
CREATE INDEX unresolved_by_cell_ahead ON unresolved_by_cell (from_world) WHERE from_world > 0;

REVOKE ALL ON trigger_change FROM PUBLIC;
