-- Groups of the provider of single sign-on, and what each makes of an account. No record: setting and removing one are events of
-- the account of the administrator who does it, with what it gives.
CREATE TABLE sign_in_group (
  id     uuid PRIMARY KEY,
  name   text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  role   text NOT NULL CHECK (role IN ('OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN')),
  desk   text[] NOT NULL,
  sealed boolean NOT NULL,
  -- Whose proposal it is where somebody comes with the group, and it gives power.
  set_by uuid NOT NULL REFERENCES person (id),
  set_at timestamptz(3) NOT NULL
);

-- The last proposal that groups made for the account; it is withdrawn where they no longer ask for it.
ALTER TABLE identity ADD COLUMN proposal_id uuid;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270422000100_sign_in_groups', '0.2.0');
