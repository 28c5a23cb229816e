-- Proposals and the decisions on them, rulings on disputes, and desks handed over: records like the others, each
-- change with its event.

ALTER TABLE audit.event DROP CONSTRAINT event_entity_type_check;
ALTER TABLE audit.event ADD CONSTRAINT event_entity_type_check CHECK (entity_type IN (
  'register', 'participant', 'person', 'source', 'pledge', 'approval', 'comment', 'baseline', 'proposal', 'ruling', 'handover', 'access'));

CREATE TABLE proposal (
  id          uuid PRIMARY KEY,
  subject     text NOT NULL CHECK (subject IN ('pledge', 'approval')),
  -- The pledge, or the approval: one that isn't on record yet has the id it will be given.
  subject_id  uuid NOT NULL,
  reference   text REFERENCES pledge (reference),
  participant text NOT NULL REFERENCES participant (code),
  priority    smallint CHECK (priority BETWEEN 1 AND 5),
  -- References of the pledges it is about: the pledge itself, or those an approval serves before or after.
  concerns    text[] NOT NULL,
  proposer_id uuid NOT NULL REFERENCES person (id),
  status      text NOT NULL CHECK (status IN ('OPEN', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'REPLACED')),
  wish        jsonb NOT NULL,
  reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 5000),
  -- The subject's version that was before the proposer's eyes; 0 for what isn't on record yet.
  based_on    integer NOT NULL CHECK (based_on >= 0),
  decider_id  uuid REFERENCES person (id),
  note        text CHECK (length(note) BETWEEN 1 AND 5000),
  decided_at  timestamptz(3),
  version     integer NOT NULL CHECK (version >= 1),
  created_at  timestamptz(3) NOT NULL,
  updated_at  timestamptz(3) NOT NULL,
  CHECK ((subject = 'pledge') = (reference IS NOT NULL)),
  CHECK ((reference IS NULL) = (priority IS NULL)),
  CHECK ((decider_id IS NULL) = (decided_at IS NULL)),
  -- Four eyes, also where the application errs: nobody decides their own.
  CHECK (decider_id IS DISTINCT FROM proposer_id),
  CHECK ((status IN ('RETURNED', 'APPROVED')) <= (decider_id IS NOT NULL)),
  CHECK (status <> 'RETURNED' OR note IS NOT NULL)
);
-- At most one that stands for each pledge and each approval.
CREATE UNIQUE INDEX proposal_standing ON proposal (subject_id) WHERE status IN ('OPEN', 'RETURNED');
CREATE INDEX proposal_concerns ON proposal USING gin (concerns);
CREATE INDEX proposal_by_age ON proposal (status, created_at, id);
CREATE INDEX proposal_of_proposer ON proposal (proposer_id, status, created_at, id);

CREATE TABLE ruling (
  id         uuid PRIMARY KEY,
  pledge_id  uuid NOT NULL REFERENCES pledge (id),
  field      text NOT NULL,
  -- The evidence that is held right; none when the record stands as it is.
  holds      uuid REFERENCES evidence (id),
  -- In words: what is taken to be so.
  finding    text NOT NULL CHECK (length(finding) BETWEEN 1 AND 2000),
  reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 5000),
  -- The contradicting evidence that it settles.
  weighed    uuid[] NOT NULL CHECK (cardinality(weighed) > 0),
  supersedes uuid UNIQUE REFERENCES ruling (id),
  ruler_id   uuid NOT NULL REFERENCES person (id),
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX ruling_of_pledge ON ruling (pledge_id, created_at);
-- A first ruling on a field is the only one that supersedes none.
CREATE UNIQUE INDEX ruling_first ON ruling (pledge_id, field) WHERE supersedes IS NULL;

CREATE TABLE handover (
  id           uuid PRIMARY KEY,
  from_id      uuid NOT NULL REFERENCES person (id),
  to_id        uuid NOT NULL REFERENCES person (id),
  participants text[] NOT NULL CHECK (cardinality(participants) > 0),
  note         text NOT NULL CHECK (length(note) BETWEEN 1 AND 5000),
  -- How many pledges changed their owner with it.
  pledges      integer NOT NULL CHECK (pledges >= 0),
  version      integer NOT NULL CHECK (version >= 1),
  created_at   timestamptz(3) NOT NULL,
  CHECK (from_id <> to_id)
);
CREATE INDEX handover_to ON handover (to_id, created_at);
CREATE INDEX handover_from ON handover (from_id, created_at);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['proposal', 'ruling', 'handover'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER has_event AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_event(%L, ''id'', '''')', name, name);
    EXECUTE format('CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', name);
    EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER has_event', name);
    EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER stays', name);
  END LOOP;
END
$$;

-- What the application's login may do, by what a table is: records (they owe an event) are never deleted, what is
-- technical or derived may be.
CREATE OR REPLACE FUNCTION audit.grant_application(role text) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  name text;
  owes_event boolean;
BEGIN
  IF role = current_user THEN
    RETURN;
  END IF;
  IF pg_has_role(current_user, (SELECT datdba FROM pg_database WHERE datname = current_database()), 'USAGE') THEN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role);
  END IF;
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public, audit FROM %I', role);
  EXECUTE format('GRANT USAGE ON SCHEMA public, audit TO %I', role);
  FOR name, owes_event IN
    SELECT c.relname, EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'has_event')
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE%s ON public.%I TO %I', CASE WHEN owes_event THEN '' ELSE ', DELETE' END, name, role);
  END LOOP;
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA audit TO %I', role);
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    EXECUTE format('GRANT SELECT ON public._prisma_migrations TO %I', role);
  END IF;
  EXECUTE format('GRANT EXECUTE ON FUNCTION public.register_now(), audit.instant(timestamptz), '
    'audit.append(text, text, text, text, text, timestamptz, jsonb) TO %I', role);
END
$$;
REVOKE ALL ON proposal, ruling, handover FROM PUBLIC;
