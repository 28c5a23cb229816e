-- A desk with sealed numbers is handed over by three: who offers it, the taker who accepts, and a manager who decides.

-- [{ does, by, note, at }], read and written whole; each came with an event of its own. NULL: it took effect at once.
ALTER TABLE handover ADD COLUMN entries jsonb;
ALTER TABLE handover ADD CONSTRAINT handover_entry_by_entry
  CHECK (entries IS NULL OR (jsonb_typeof(entries) = 'array' AND jsonb_array_length(entries) = version));
ALTER TABLE handover ADD COLUMN state text NOT NULL GENERATED ALWAYS AS (
  CASE entries->-1->>'does' WHEN 'offer' THEN 'OFFERED' WHEN 'accept' THEN 'ACCEPTED' WHEN 'decline' THEN 'DECLINED'
       WHEN 'refuse' THEN 'REFUSED' WHEN 'withdraw' THEN 'WITHDRAWN' ELSE 'MADE' END) STORED;
CREATE INDEX handover_agreed ON handover (created_at) WHERE entries IS NOT NULL;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261209000100_handovers_by_two', '0.2.0');
