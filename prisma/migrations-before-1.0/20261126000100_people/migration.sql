-- A clearance, and a second factor that a role may require.

ALTER TABLE person
  -- May know sealed numbers.
  ADD COLUMN sealed boolean NOT NULL DEFAULT false,
  -- Since when signing in takes a second step; in the register's time, as everything on record.
  ADD COLUMN second_factor_at timestamptz(3);

ALTER TABLE register
  ADD COLUMN second_factor_for text[] NOT NULL DEFAULT '{}'
    CHECK (second_factor_for <@ ARRAY['OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN']);

-- Opened with both steps, or the one in which the second factor was set up.
ALTER TABLE session ADD COLUMN second_step boolean NOT NULL DEFAULT false;

-- What codes are checked against, sealed with a key that the database doesn't hold.
CREATE TABLE second_factor (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  secret    text NOT NULL,
  -- The last step whose code was used: none counts twice.
  last_step bigint NOT NULL
);

CREATE TABLE recovery_code (
  person_id uuid NOT NULL REFERENCES person (id),
  code_hash text NOT NULL,
  used_at   timestamptz(3),
  PRIMARY KEY (person_id, code_hash)
);

-- What is being set up in a session, sealed, until it is confirmed: a secret with its codes, or new codes alone. Of the
-- session and not of the person, so that nobody confirms what somebody else has begun and seen.
CREATE TABLE second_factor_setup (
  session_id uuid PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  sealed     text NOT NULL,
  expires_at timestamptz(3) NOT NULL
);

-- Somebody who has said the password, and has the second step before them. Opens nothing by itself.
CREATE TABLE sign_in_challenge (
  token_hash      text PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES person (id),
  session_version integer NOT NULL,
  failures        integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  -- What is being set up, sealed, where the role requires a second factor and there is none.
  setup           text,
  expires_at      timestamptz(3) NOT NULL
);
CREATE INDEX sign_in_challenge_of_person ON sign_in_challenge (person_id);

REVOKE ALL ON second_factor, recovery_code, second_factor_setup, sign_in_challenge FROM PUBLIC;
