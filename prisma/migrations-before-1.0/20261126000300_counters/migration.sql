-- Figures over everything, counted with each change, so that they cost a large register no more than a small one. What
-- depends on the date is counted by day, also ahead: a figure is a sum over the days that have come. No count is checked
-- to be positive: a difference is inserted, and added where there is a row.

CREATE TABLE unresolved_by_code (
  code    text NOT NULL,
  class   text NOT NULL,
  since   date NOT NULL,
  items   integer NOT NULL,
  -- Pledges that lack something from this day on: whose earliest counted item is one of these.
  lacking integer NOT NULL,
  PRIMARY KEY (code, class, since)
);

-- Every item twice: by its day, and by the first day of its month. The past is read by months, the month that runs by
-- days.
CREATE TABLE unresolved_by_cell (
  span        text NOT NULL CHECK (span IN ('DAY', 'MONTH')),
  since       date NOT NULL,
  participant text NOT NULL,
  priority    smallint NOT NULL,
  -- Dormant items don't count.
  counted     boolean NOT NULL,
  items       integer NOT NULL,
  PRIMARY KEY (span, since, participant, priority, counted)
);

-- Voided pledges aside.
CREATE TABLE pledge_by_stage (
  participant text NOT NULL,
  priority    smallint NOT NULL,
  stage       text NOT NULL,
  pledges     integer NOT NULL,
  PRIMARY KEY (participant, priority, stage)
);

INSERT INTO unresolved_by_code
SELECT code, class, since, count(*), count(*) FILTER (WHERE place = 1)
  FROM (SELECT code, class, since,
               CASE WHEN pledge_id IS NOT NULL AND code <> 'SUSPENDED' AND class <> 'DORMANT'
                    THEN row_number() OVER (PARTITION BY pledge_id, code <> 'SUSPENDED' AND class <> 'DORMANT' ORDER BY since, code COLLATE "C")
               END AS place
          FROM unresolved_item) i
 GROUP BY code, class, since;

INSERT INTO unresolved_by_cell
SELECT 'DAY', since, participant, priority, class <> 'DORMANT' AS counted, count(*)
  FROM unresolved_item GROUP BY since, participant, priority, counted
UNION ALL
SELECT 'MONTH', date_trunc('month', since)::date AS since, participant, priority, class <> 'DORMANT' AS counted, count(*)
  FROM unresolved_item GROUP BY date_trunc('month', since), participant, priority, counted
 ORDER BY 1, 2;

INSERT INTO pledge_by_stage
SELECT participant, priority, stage, count(*) FROM pledge WHERE voided_at IS NULL GROUP BY participant, priority, stage;

-- What somebody owns, by reason and oldest first, as their own page lists it; and counted from this alone.
DROP INDEX unresolved_item_owner;
CREATE INDEX unresolved_item_of_owner ON unresolved_item (owner, code, since, participant, priority, coalesce(reference, '')) INCLUDE (class);

-- Which pledges have an item, and how many: read from this alone.
DROP INDEX unresolved_item_of_pledge;
CREATE INDEX unresolved_item_of_pledge ON unresolved_item (pledge_id, class, code, since);

DROP INDEX pledge_owner;
CREATE INDEX pledge_of_owner ON pledge (owner, participant, priority, number);
CREATE INDEX contribution_by_kind ON contribution (kind, domain, pledge_id) WHERE removed_in IS NULL;

-- Voided pledges are few, and asked for by themselves.
CREATE INDEX pledge_voided ON pledge (participant, priority, number) WHERE voided_at IS NOT NULL;

REVOKE ALL ON unresolved_by_code, unresolved_by_cell, pledge_by_stage FROM PUBLIC;
