-- Passkeys: a second factor next to the codes of a device. Only public keys are kept. No record: that one was added or removed is
-- an event of its person's account. All times are true ones.
CREATE TABLE passkey (
  id            uuid PRIMARY KEY,
  person_id     uuid NOT NULL REFERENCES person (id),
  -- By which its device knows it, in base64url.
  credential_id text NOT NULL UNIQUE CHECK (credential_id ~ '^[A-Za-z0-9_-]+$' AND length(credential_id) <= 1400),
  -- COSE, in base64url.
  public_key    text NOT NULL CHECK (public_key ~ '^[A-Za-z0-9_-]+$' AND length(public_key) <= 4000),
  -- How often its device says it was used; 0 of those that don't count. It never goes back.
  counter       bigint NOT NULL CHECK (counter >= 0),
  transports    text[] NOT NULL,
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  made_at       timestamptz(3) NOT NULL,
  used_at       timestamptz(3)
);
CREATE INDEX passkey_of_person ON passkey (person_id);

-- What a device is asked to sign, once: for one purpose, in the session or the step of signing in that asked.
CREATE TABLE passkey_challenge (
  holder     text NOT NULL CHECK (length(holder) <= 100),
  purpose    text NOT NULL CHECK (purpose IN ('SIGN_IN', 'PROVE', 'CHANGE', 'ADD')),
  challenge  text NOT NULL,
  -- The register's own address by which it was asked.
  origin     text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (holder, purpose)
);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270411000000_passkeys', '0.2.0');
