-- The text of a document as it was captured, and the passages of it that evidence rests on.

-- Each text once, under its hash; what is on record names the hash.
CREATE TABLE captured_text (
  sha256 text PRIMARY KEY,
  text   text NOT NULL CHECK (length(text) BETWEEN 1 AND 100000),
  CONSTRAINT captured_text_is_its_hash CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON captured_text FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE captured_text ENABLE ALWAYS TRIGGER stays;

ALTER TABLE source ADD COLUMN captured text REFERENCES captured_text (sha256);
-- Places in the captured text of its source, in UTF-16 code units; the end isn't part of it.
ALTER TABLE evidence
  ADD COLUMN span_start integer CHECK (span_start >= 0),
  ADD COLUMN span_end   integer,
  ADD CONSTRAINT evidence_span_is_a_stretch CHECK ((span_start IS NULL AND span_end IS NULL) OR span_end > span_start);

REVOKE ALL ON captured_text FROM PUBLIC;
