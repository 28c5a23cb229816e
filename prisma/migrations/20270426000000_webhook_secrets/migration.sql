-- A webhook is also paused because its secret can't be read any more.
ALTER TABLE webhook DROP CONSTRAINT webhook_paused_check;
ALTER TABLE webhook ADD CONSTRAINT webhook_paused_check CHECK (paused IN ('PERSON', 'FAILING', 'GONE', 'RIGHTS', 'SECRET', 'RESTORED'));

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270426000000_webhook_secrets', '0.2.0');
