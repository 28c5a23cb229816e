-- Changes of accounts that give power are proposed by one person and decided by another.

-- When one administrator alone last gave this account power, while nobody else could decide; and when somebody else removed its
-- second factor: the day after, its holder decides nothing and sees no sealed numbers.
ALTER TABLE person ADD COLUMN alone_at timestamptz(3), ADD COLUMN factor_removed_at timestamptz(3);

-- Such a proposal is about an account, which belongs to no participant. The account may not be on record yet: then it has the id
-- it will be given. `link_shown_at`: when its link was shown to the proposer, once, where no mail is set up.
ALTER TABLE proposal ALTER COLUMN participant DROP NOT NULL;
ALTER TABLE proposal ADD COLUMN link_shown_at timestamptz(3) CHECK (link_shown_at IS NULL OR (subject = 'account' AND status = 'APPROVED'));
ALTER TABLE proposal DROP CONSTRAINT proposal_subject_check;
ALTER TABLE proposal ADD CONSTRAINT proposal_subject_check CHECK (subject IN ('pledge', 'approval', 'account'));
ALTER TABLE proposal ADD CONSTRAINT proposal_participant_check CHECK ((subject = 'account') = (participant IS NULL));
-- Nobody decides about their own account, also where the application errs.
ALTER TABLE proposal ADD CONSTRAINT proposal_own_account_check CHECK (subject <> 'account' OR decider_id IS DISTINCT FROM subject_id);

-- People have notices of what happens to their account, and managers of what is proposed for others'.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check
  CHECK (kind IN ('OWNER', 'DECISION', 'TO_DECIDE', 'FINDING', 'ACCOUNT', 'WATCHED'));
CREATE OR REPLACE FUNCTION tell(last bigint, tells jsonb, by_id text) RETURNS bigint LANGUAGE plpgsql
  SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO notice (person_id, seq, kind, topic, entries)
  WITH said AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(tells)
      AS t (place integer, rank integer, kind text, topic text, person text, email text, role text, other text)),
  meant AS (
    SELECT w.person_id, s.place, s.rank, s.kind, s.topic FROM said s JOIN watch w ON w.topic = s.topic
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.id = s.person::uuid
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.email = s.email
    UNION ALL SELECT p.id, s.place, s.rank, s.kind, NULL FROM said s JOIN person p ON p.role = s.role AND p.id::text IS DISTINCT FROM s.other),
  told AS (
    SELECT DISTINCT ON (m.person_id, m.place) m.*
      FROM meant m JOIN person p ON p.id = m.person_id LEFT JOIN inbox i ON i.person_id = m.person_id
     WHERE p.disabled_at IS NULL AND p.role <> 'ADMIN' AND p.id::text <> by_id
       AND m.kind <> ALL (coalesce(i.muted, '{}'))
     ORDER BY m.person_id, m.place, m.rank),
  counted AS (
    SELECT told.*, count(*) OVER (PARTITION BY person_id, kind)::integer AS n,
           row_number() OVER (PARTITION BY person_id, kind ORDER BY place) AS nth
      FROM told)
  SELECT person_id, last - place, kind, topic, CASE WHEN n > 20 THEN n ELSE 1 END FROM counted WHERE n <= 20 OR nth = 1;

  -- What waits for a decision no longer needs no reading.
  IF tells @? '$[*].settles' THEN
    UPDATE notice n SET read_at = now()
      FROM jsonb_to_recordset(tells) AS t (settles text)
      JOIN audit.event e ON e.entity_type = 'proposal' AND e.entity_id = t.settles
      CROSS JOIN person p
     WHERE p.role = 'MANAGER' AND n.person_id = p.id AND n.seq = e.seq AND n.kind = 'TO_DECIDE' AND n.entries = 1
       AND n.read_at IS NULL;
  END IF;
  RETURN last;
END
$$;

-- Mail about an account, sent to its holder: a link for setting the password, or word of what was changed. The link itself is made
-- when the mail is sent, and is nowhere but in the mail.
CREATE TABLE account_mail (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id),
  kind       text NOT NULL CHECK (kind IN ('LINK', 'POWER', 'FACTOR_REMOVED')),
  state      text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'EMPTY', 'REFUSED')),
  attempts   integer NOT NULL DEFAULT 0,
  next_at    timestamptz(3) NOT NULL,
  fault      text CHECK (length(fault) <= 300),
  created_at timestamptz(3) NOT NULL,
  ended_at   timestamptz(3),
  CHECK ((ended_at IS NULL) = (state = 'WAITING'))
);
CREATE INDEX account_mail_waiting ON account_mail (next_at) WHERE state = 'WAITING';

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261210000000_accounts_by_two', '0.2.0');
