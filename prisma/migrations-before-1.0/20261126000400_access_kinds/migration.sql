-- What is counted becomes an entry, a minute later and in the transaction of whoever notes next: a kind that no entry may
-- have would stand in everybody's way from then on. It is refused where it is counted.
DELETE FROM audit.access_excess WHERE kind NOT IN ('SIGN_IN', 'SIGN_IN_FAILED', 'REFUSAL', 'EXPORT', 'DOWNLOAD');
ALTER TABLE audit.access_excess
  ADD CHECK (kind IN ('SIGN_IN', 'SIGN_IN_FAILED', 'REFUSAL', 'EXPORT', 'DOWNLOAD')),
  ADD CHECK (count >= 1),
  ADD CHECK (length(address) <= 64);
