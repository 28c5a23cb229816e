-- Single sign-on: whom a provider's subject is. No record: binding and removing are events of the person's account. All times
-- are true ones.
CREATE TABLE identity (
  person_id    uuid PRIMARY KEY REFERENCES person (id),
  issuer       text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
  subject      text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  bound_at     timestamptz(3) NOT NULL,
  -- When it was first signed in by; null: not yet.
  signed_in_at timestamptz(3),
  -- The row stays: an account that ever had a way in gets another one by two people.
  removed_at   timestamptz(3)
);
CREATE UNIQUE INDEX identity_of_one ON identity (issuer, subject) WHERE removed_at IS NULL;

-- The provider vouched for more than a password: no step of ours is asked for.
ALTER TABLE session ADD COLUMN strong boolean NOT NULL DEFAULT false;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270422000000_single_sign_on', '0.2.0');
