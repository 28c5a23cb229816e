-- Which store of files belongs to this register: the store holds the same mark. An instance that is given another one
-- isn't ready.
CREATE TABLE store_mark (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  id  uuid NOT NULL
);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270120000000_store_mark', '0.2.0');
