-- The access log says who read a sealed number.
ALTER TABLE audit.access DROP CONSTRAINT access_kind_check;
ALTER TABLE audit.access ADD CONSTRAINT access_kind_check
  CHECK (kind IN ('SIGN_IN', 'SIGN_IN_FAILED', 'REFUSAL', 'EXPORT', 'DOWNLOAD', 'SEALED_READ'));
ALTER TABLE audit.access_excess DROP CONSTRAINT access_excess_kind_check;
ALTER TABLE audit.access_excess ADD CONSTRAINT access_excess_kind_check
  CHECK (kind IN ('SIGN_IN', 'SIGN_IN_FAILED', 'REFUSAL', 'EXPORT', 'DOWNLOAD', 'SEALED_READ'));

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261208000000_sealed_numbers_read', '0.2.0');
