-- When the person in a session last proved who they are, in true time: by signing in, or by a password or a code since.
-- An older build leaves the column out when it opens a session, and signing in is a proof: hence the default.
ALTER TABLE session ADD COLUMN proven_at timestamptz(3);
UPDATE session SET proven_at = created_at;
ALTER TABLE session ALTER COLUMN proven_at SET DEFAULT now(), ALTER COLUMN proven_at SET NOT NULL;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261209000000_proof_in_a_session', '0.2.0');
