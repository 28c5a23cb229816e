-- Drafted pledges: what a page or another program read out of a text. No record: nothing of them is in the log until a
-- person accepts one, which logs a pledge like any other.
CREATE TABLE pledge_draft (
  id          uuid PRIMARY KEY,
  source_id   uuid NOT NULL REFERENCES source (id),
  -- Whose desk settles it; null: the text doesn't say who promises.
  participant text REFERENCES participant (code),
  -- Where its words begin in the captured text.
  starts      integer NOT NULL CHECK (starts >= 0),
  content     jsonb NOT NULL CHECK (length(content::text) <= 400000),
  -- SHA-256 of what was proposed: the same draft of the same text is proposed once.
  proposed    text NOT NULL CHECK (proposed ~ '^[0-9a-f]{64}$'),
  state       text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ASIDE', 'ACCEPTED')),
  -- The pledge that was logged, or that got the words as evidence.
  pledge      text REFERENCES pledge (reference),
  person_id   uuid NOT NULL REFERENCES person (id),
  version     integer NOT NULL CHECK (version >= 1),
  created_at  timestamptz(3) NOT NULL,
  updated_at  timestamptz(3) NOT NULL,
  CHECK ((state = 'ACCEPTED') = (pledge IS NOT NULL)),
  UNIQUE (source_id, proposed)
);
CREATE INDEX pledge_draft_open ON pledge_draft (participant, source_id, starts) WHERE state = 'OPEN';
CREATE INDEX pledge_draft_person ON pledge_draft (person_id) WHERE state = 'OPEN';

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270102000000_pledge_drafts', '0.2.0');
