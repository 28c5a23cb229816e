-- How far the log and the access log were sent to whoever collects them (LOG_STREAM). One row: technical.
CREATE TABLE log_stream (
  one             boolean PRIMARY KEY DEFAULT true CHECK (one),
  log_position    bigint NOT NULL CHECK (log_position >= 0),
  access_position bigint NOT NULL CHECK (access_position >= 0),
  -- True time. Until then one worker sends; after a failure, nobody.
  leased_until    timestamptz(3) NOT NULL
);
INSERT INTO log_stream (log_position, access_position, leased_until) VALUES (0, 0, '-infinity');

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270424000000_log_stream', '0.2.0');
