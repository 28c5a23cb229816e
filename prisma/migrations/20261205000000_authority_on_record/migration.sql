-- From when on each entry's author is held to the rules of who may do what, and by which version of them. The register's own
-- next event says it.
ALTER TABLE register ADD COLUMN authority integer CHECK (authority > 0);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261205000000_authority_on_record', '0.2.0');
