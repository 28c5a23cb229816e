-- Webhooks: addresses outside that hear of new entries of the log, as far as their person may read them. No outbox: each keeps the position
-- that it has heard, and what it hears next follows from the log. Technical; making and removing one are events of its person's account.
CREATE TABLE webhook (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  url        text NOT NULL CHECK (length(url) BETWEEN 1 AND 500),
  -- Kinds of records; empty: all that its person may read.
  types      text[] NOT NULL,
  -- Encrypted: messages are signed with it.
  secret     text NOT NULL,
  position   bigint NOT NULL CHECK (position >= 0),
  -- Of the message under way its last position, so that a repeated one is the same; null: none is.
  through    bigint CHECK (through > position),
  attempts   integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at    timestamptz(3) NOT NULL,
  paused     text CHECK (paused IN ('PERSON', 'FAILING', 'GONE', 'RIGHTS', 'RESTORED')),
  made_at    timestamptz(3) NOT NULL,
  removed_at timestamptz(3)
);
CREATE INDEX webhook_of_person ON webhook (person_id);
CREATE INDEX webhook_due ON webhook (next_at) WHERE removed_at IS NULL AND paused IS NULL;

-- Its attempts: the last hundred of each are kept.
CREATE TABLE webhook_delivery (
  id         uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  -- Of the positions after the one, through the other.
  after_seq  bigint NOT NULL,
  through    bigint NOT NULL,
  attempt    integer NOT NULL,
  -- What was answered; null: nothing, and `fault` says why.
  status     integer CHECK (status BETWEEN 100 AND 599),
  fault      text CHECK (fault ~ '^[a-z][a-z-]{0,39}$'),
  sent_at    timestamptz(3) NOT NULL
);
CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook_id, sent_at DESC);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270202000000_webhooks', '0.2.0');
