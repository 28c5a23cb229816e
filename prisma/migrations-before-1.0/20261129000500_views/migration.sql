-- Addresses that people keep under a name, for themselves or for all. No part of the record: they hold nothing that isn't
-- asked anew each time, and whoever made one may take it away.
CREATE TABLE saved_view (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  address    text NOT NULL CHECK (length(address) BETWEEN 2 AND 2000 AND address ~ '^/[^/\\]'),
  shared     boolean NOT NULL,
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (person_id, lower(name));
CREATE INDEX saved_view_shared ON saved_view (lower(name)) WHERE shared;

REVOKE ALL ON saved_view FROM PUBLIC;
