-- Tokens, by which a person's programs ask the API. No record: that one was made or revoked is an event of its person's
-- account, with the token's number. Only the hash of a token is kept. All times are true ones.
CREATE TABLE api_token (
  number     integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  -- SHA-256 of the token, which is 32 random bytes behind a prefix.
  hash       text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
  person_id  uuid NOT NULL REFERENCES person (id),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  -- The most it may be; its person's rights at the moment limit it further.
  role       text NOT NULL CHECK (role IN ('OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN')),
  desk       text[] NOT NULL,
  sealed     boolean NOT NULL,
  -- What it may change; empty: it only reads.
  groups     text[] NOT NULL CHECK (groups <@ ARRAY['PLEDGES', 'PLANNING', 'OVERSIGHT']),
  made_at    timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL CHECK (expires_at > made_at AND expires_at <= made_at + interval '366 days'),
  used_at    timestamptz(3),
  revoked_at timestamptz(3)
);
CREATE INDEX api_token_of_person ON api_token (person_id);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270201000000_api_tokens', '0.2.0');
