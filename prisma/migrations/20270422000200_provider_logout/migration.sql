-- Logout by the provider of single sign-on: whose its sessions are, as long as ours can be open, and which of its tokens were used.
CREATE TABLE provider_session (
  issuer     text NOT NULL,
  sid        text NOT NULL CHECK (length(sid) BETWEEN 1 AND 255),
  person_id  uuid NOT NULL REFERENCES person (id),
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (issuer, sid)
);
CREATE TABLE logout_token (
  -- SHA-256 of issuer and token id.
  hash       text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz(3) NOT NULL
);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270422000200_provider_logout', '0.2.0');
