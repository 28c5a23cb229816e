-- By which version of the rules what is unresolved was derived, and how far a build with newer ones has come with
-- deriving it again, in the order of the pledges' ids.
CREATE TABLE derivation (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  rules   integer NOT NULL CHECK (rules >= 0),
  towards integer NOT NULL CHECK (towards >= rules),
  reached uuid
);
INSERT INTO derivation (rules, towards) VALUES (0, 0);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261222000000_rules', '0.2.0');
