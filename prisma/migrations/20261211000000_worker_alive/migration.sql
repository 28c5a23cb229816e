-- When background work (sealing, packages, imports, mails) last showed that it goes on, in whichever process: technical.
CREATE TABLE worker (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  beat_at timestamptz(3) NOT NULL
);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261211000000_worker_alive', '0.2.0');
