-- Packages that may be in the store, noted before each is put there: a bucket isn't listed. A row goes when its package has.
CREATE TABLE stored_package (
  -- Of the job that it was made for.
  number    integer NOT NULL CHECK (number >= 1),
  sha256    text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- True time.
  stored_at timestamptz(3) NOT NULL,
  PRIMARY KEY (number, sha256)
);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270425000000_stored_packages', '0.2.0');
