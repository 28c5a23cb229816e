-- Of the browser of a session only a short label is kept from now on (FIREFOX/WINDOWS). What was kept before is taken
-- away: it said more than the list of one's sessions needs.
UPDATE session SET agent = NULL WHERE agent IS NOT NULL;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261206000100_session_devices', '0.2.0');
