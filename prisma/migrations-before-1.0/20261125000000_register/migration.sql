-- The register's tables, with the rules of the domain that a row can hold by itself. Times are kept to the
-- millisecond, so that a record reads back as it was written, to the letter.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE register (
  one          boolean PRIMARY KEY DEFAULT true CHECK (one),
  demonstration boolean NOT NULL,
  offset_ms    bigint  NOT NULL CHECK (demonstration OR offset_ms = 0),
  time_zone    text    NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 100),
  marking      text    NOT NULL CHECK (length(marking) <= 500),
  stale_days   integer NOT NULL CHECK (stale_days BETWEEN 1 AND 3650),
  version      integer NOT NULL CHECK (version >= 1)
);

-- The register's time: the transaction's, ahead of the true one in a demonstration.
CREATE FUNCTION register_now() RETURNS timestamptz LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT date_trunc('milliseconds', now()) + coalesce((SELECT offset_ms FROM public.register), 0) * interval '1 millisecond'
$$;

CREATE TABLE participant (
  code        text PRIMARY KEY CHECK (code ~ '^[A-Z]{2,8}$'),
  kind        text NOT NULL CHECK (kind IN ('STATE', 'ORGANISATION')),
  role        text NOT NULL CHECK (role IN ('CO_LEAD', 'MEMBER', 'PARTNER', 'OBSERVER', 'BENEFICIARY')),
  names       jsonb NOT NULL CHECK (jsonb_typeof(names) = 'object' AND names ? 'en'),
  joined_on   date,
  version     integer NOT NULL CHECK (version >= 1),
  recorded_at timestamptz(3) NOT NULL
);

CREATE TABLE person (
  id              uuid PRIMARY KEY,
  email           text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 320),
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role            text NOT NULL CHECK (role IN ('OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN')),
  desk            text[] NOT NULL CHECK (role = 'OFFICER' OR desk = '{}'),
  disabled_at     timestamptz(3),
  -- Raised to end every session; no part of the record.
  session_version integer NOT NULL DEFAULT 1,
  version         integer NOT NULL CHECK (version >= 1),
  created_at      timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL
);

CREATE TABLE source (
  id           uuid PRIMARY KEY,
  publisher    text NOT NULL CHECK (length(publisher) BETWEEN 1 AND 500),
  url          text CHECK (length(url) BETWEEN 1 AND 4000),
  title        text CHECK (length(title) BETWEEN 1 AND 1000),
  published_on date,
  language     text NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  ownership    text NOT NULL CHECK (ownership IN ('OFFICIAL', 'INDEPENDENT', 'STATE_CONTROLLED', 'AGGREGATOR')),
  version      integer NOT NULL CHECK (version >= 1),
  created_at   timestamptz(3) NOT NULL
);
CREATE INDEX source_publisher ON source (publisher, id);
CREATE INDEX source_created ON source (created_at, id);

CREATE TABLE pledge (
  id                 uuid PRIMARY KEY,
  reference          text NOT NULL UNIQUE,
  participant        text NOT NULL REFERENCES participant (code),
  priority           smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  number             integer NOT NULL CHECK (number >= 1),
  version            integer NOT NULL CHECK (version >= 1),
  title              text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  summary            text CHECK (length(summary) BETWEEN 1 AND 20000),
  stage              text NOT NULL CHECK (stage IN ('SIGNALLED', 'PLEDGED', 'COMMITTED', 'ALLOCATED', 'DELIVERING', 'FULFILLED',
                       'DECLINED', 'SUSPENDED', 'WITHDRAWN', 'LAPSED', 'SUPERSEDED')),
  stage_reason       text CHECK (length(stage_reason) BETWEEN 1 AND 20000),
  stage_set_on       date NOT NULL,
  suspended_from     text CHECK (suspended_from IN ('SIGNALLED', 'PLEDGED', 'COMMITTED', 'ALLOCATED', 'DELIVERING')),
  pledged_by_step_on date,
  stated_on          date,
  window_start       date,
  window_end         date,
  due_on             date,
  authorised_by      text CHECK (length(authorised_by) BETWEEN 1 AND 500),
  further_approval   text NOT NULL CHECK (further_approval IN ('YES', 'NO', 'UNKNOWN')),
  owner              text CHECK (length(owner) BETWEEN 3 AND 320),
  next_action        text CHECK (length(next_action) BETWEEN 1 AND 20000),
  next_action_due_on date,
  handling           text NOT NULL CHECK (handling IN ('PUBLIC', 'COALITION')),
  last_confirmed_on  date,
  voided_at          timestamptz(3),
  void_reason        text CHECK (length(void_reason) BETWEEN 1 AND 20000),
  superseded_by      text REFERENCES pledge (reference),
  created_at         timestamptz(3) NOT NULL,
  updated_at         timestamptz(3) NOT NULL,
  search             text NOT NULL GENERATED ALWAYS AS (
                       lower(reference || ' ' || title || ' ' || coalesce(summary, '') || ' ' || coalesce(authorised_by, '') || ' ' || coalesce(next_action, ''))
                     ) STORED,
  UNIQUE (participant, priority, number),
  CONSTRAINT pledge_reference_is_its_place CHECK (
    reference = participant || '-' || priority || '-' || lpad(number::text, greatest(3, length(number::text)), '0')),
  CONSTRAINT pledge_window_ordered CHECK (window_start <= window_end),
  CONSTRAINT pledge_exit_has_reason CHECK (stage NOT IN ('DECLINED', 'SUSPENDED', 'WITHDRAWN', 'LAPSED') OR stage_reason IS NOT NULL),
  CONSTRAINT pledge_suspended_from_somewhere CHECK ((stage = 'SUSPENDED') = (suspended_from IS NOT NULL)),
  CONSTRAINT pledge_superseded_by_something CHECK (stage <> 'SUPERSEDED' OR superseded_by IS NOT NULL),
  CONSTRAINT pledge_not_its_own_successor CHECK (superseded_by <> reference),
  CONSTRAINT pledge_void_has_reason CHECK ((voided_at IS NULL) = (void_reason IS NULL))
);
CREATE INDEX pledge_updated ON pledge (updated_at, id);
CREATE INDEX pledge_due ON pledge (due_on, id);
CREATE INDEX pledge_stage ON pledge (stage, reference);
CREATE INDEX pledge_owner ON pledge (owner, reference);
CREATE INDEX pledge_superseded_by ON pledge (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX pledge_search ON pledge USING gin (search gin_trgm_ops);

CREATE TABLE contribution (
  id                  uuid PRIMARY KEY,
  pledge_id           uuid NOT NULL REFERENCES pledge (id),
  position            integer NOT NULL CHECK (position >= 0),
  kind                text NOT NULL CHECK (kind IN ('TROOPS', 'STAFF_OFFICERS', 'AIR', 'MARITIME', 'GROUND_AIR_DEFENCE', 'MINE_CLEARANCE',
                        'MONITORING_SENSORS', 'OBSERVERS', 'TRAINING', 'EQUIPMENT', 'AMMUNITION', 'FUNDING', 'INTELLIGENCE', 'LOGISTICS_TRANSIT',
                        'BASING_HOST_NATION', 'INDUSTRY_CO_PRODUCTION', 'SANCTIONS', 'DIPLOMACY', 'COMMAND_HQ', 'RECONSTRUCTION_SECURITY', 'OTHER')),
  domain              text NOT NULL CHECK (domain IN ('LAND', 'SEA', 'AIR', 'CYBER', 'SPACE', 'JOINT', 'NON_MILITARY')),
  location            text NOT NULL CHECK (location IN ('IN_UKRAINE', 'NEIGHBOURING_ALLY', 'BLACK_SEA', 'AIRSPACE', 'HOME_NATION', 'REMOTE', 'UNSTATED')),
  quantity_kind       text NOT NULL CHECK (quantity_kind IN ('EXACT', 'RANGE', 'AT_LEAST', 'UP_TO', 'APPROXIMATE', 'QUALITATIVE', 'NOT_STATED',
                        'NOT_APPLICABLE', 'SEALED')),
  quantity_min        bigint CHECK (quantity_min BETWEEN 0 AND 999999999999),
  quantity_max        bigint CHECK (quantity_max BETWEEN 0 AND 999999999999),
  quantity_unit       text CHECK (quantity_unit IN ('PERSON', 'COMPANY', 'BATTALION', 'BRIGADE', 'AIRCRAFT', 'SHIP', 'SYSTEM', 'ROUND', 'PLACE_PER_YEAR')),
  quantity_as_stated  text CHECK (length(quantity_as_stated) BETWEEN 1 AND 2000),
  money_amount        numeric CHECK (money_amount >= 0 AND money_amount < 1e18),
  money_currency      text CHECK (money_currency ~ '^[A-Z]{3}$'),
  notice_to_move_days integer CHECK (notice_to_move_days >= 0),
  available_from      date,
  available_to        date,
  caveats             jsonb NOT NULL CHECK (jsonb_typeof(caveats) = 'array'),
  -- The version of the pledge that took it off; it stays.
  removed_in          integer,
  CONSTRAINT contribution_quantity_ordered CHECK (quantity_min <= quantity_max),
  CONSTRAINT contribution_quantity_ends CHECK (CASE quantity_kind
    WHEN 'EXACT'       THEN quantity_min IS NOT NULL AND quantity_max IS NOT NULL AND quantity_min = quantity_max
    WHEN 'APPROXIMATE' THEN quantity_min IS NOT NULL AND quantity_max IS NOT NULL AND quantity_min = quantity_max
    WHEN 'RANGE'       THEN quantity_min IS NOT NULL AND quantity_max IS NOT NULL
    WHEN 'AT_LEAST'    THEN quantity_min IS NOT NULL AND quantity_max IS NULL
    WHEN 'UP_TO'       THEN quantity_min IS NULL AND quantity_max IS NOT NULL
    ELSE quantity_min IS NULL AND quantity_max IS NULL END),
  CONSTRAINT contribution_money_has_currency CHECK ((money_amount IS NULL) = (money_currency IS NULL)),
  CONSTRAINT contribution_window_ordered CHECK (available_from <= available_to)
);
CREATE INDEX contribution_of_pledge ON contribution (pledge_id, position);

CREATE TABLE evidence (
  id             uuid PRIMARY KEY,
  pledge_id      uuid NOT NULL REFERENCES pledge (id),
  source_id      uuid NOT NULL REFERENCES source (id),
  position       integer NOT NULL CHECK (position >= 0),
  kind           text NOT NULL CHECK (kind IN ('INTERNAL_NOTE', 'MEDIA_REPORT', 'INTERVIEW', 'OFFICIAL_STATEMENT', 'JOINT_DECLARATION',
                   'PARLIAMENT_RECORD', 'NOTE_VERBALE', 'SIGNED_DOCUMENT', 'GOVERNMENT_DECISION', 'BUDGET_DOCUMENT', 'HQ_CONFIRMATION', 'TRANSFER_DOCUMENT')),
  reliability    text NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  credibility    smallint NOT NULL CHECK (credibility BETWEEN 1 AND 6),
  quote          text CHECK (length(quote) BETWEEN 1 AND 20000),
  supports       boolean NOT NULL,
  field          text CHECK (length(field) BETWEEN 1 AND 100),
  claims         text CHECK (length(claims) BETWEEN 1 AND 2000),
  valid_until    date,
  recorded_at    timestamptz(3) NOT NULL,
  retracted_at   timestamptz(3),
  retract_reason text CHECK (length(retract_reason) BETWEEN 1 AND 20000),
  CONSTRAINT evidence_retraction_has_reason CHECK ((retracted_at IS NULL) = (retract_reason IS NULL))
);
CREATE INDEX evidence_of_pledge ON evidence (pledge_id, position);
CREATE INDEX evidence_of_source ON evidence (source_id);

CREATE TABLE approval (
  id            uuid PRIMARY KEY,
  participant   text NOT NULL REFERENCES participant (code),
  kind          text NOT NULL CHECK (kind IN ('PARLIAMENT_VOTE', 'GOVERNMENT_DECISION', 'RATIFICATION', 'BUDGET_APPROPRIATION', 'CONSTITUTIONAL_REVIEW',
                  'HOST_CONSENT', 'INTERNATIONAL_MANDATE')),
  body          text NOT NULL CHECK (length(body) BETWEEN 1 AND 500),
  subject       text CHECK (length(subject) BETWEEN 1 AND 2000),
  status        text NOT NULL CHECK (status IN ('UNKNOWN', 'NOT_REQUIRED', 'REQUIRED', 'TABLED', 'SCHEDULED', 'APPROVED', 'REJECTED', 'LAPSED')),
  status_since  date,
  scheduled_for date,
  decided_on    date,
  version       integer NOT NULL CHECK (version >= 1),
  created_at    timestamptz(3) NOT NULL,
  updated_at    timestamptz(3) NOT NULL
);
CREATE INDEX approval_of_participant ON approval (participant, id);

CREATE TABLE approval_pledge (
  approval_id uuid NOT NULL REFERENCES approval (id),
  pledge_id   uuid NOT NULL REFERENCES pledge (id),
  -- The version of the approval that took the link off.
  removed_in  integer,
  PRIMARY KEY (approval_id, pledge_id)
);
CREATE INDEX approval_pledge_of_pledge ON approval_pledge (pledge_id);

CREATE TABLE comment (
  id         uuid PRIMARY KEY,
  pledge_id  uuid NOT NULL REFERENCES pledge (id),
  author_id  uuid NOT NULL REFERENCES person (id),
  text       text NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX comment_of_pledge ON comment (pledge_id, created_at);

CREATE TABLE baseline (
  id         uuid PRIMARY KEY,
  name       text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  as_of      timestamptz(3) NOT NULL,
  version    integer NOT NULL CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL
);

-- The last number given in each cell; its row is also the cell's lock.
CREATE TABLE reference_counter (
  participant text NOT NULL REFERENCES participant (code),
  priority    smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  last        integer NOT NULL DEFAULT 0 CHECK (last >= 0),
  PRIMARY KEY (participant, priority)
);

-- A copy of what the domain derives, written with the change. since may lie ahead: it holds when since <= today.
CREATE TABLE unresolved_item (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  participant text NOT NULL REFERENCES participant (code),
  priority    smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  reference   text,
  pledge_id   uuid REFERENCES pledge (id),
  code        text NOT NULL,
  class       text NOT NULL CHECK (class IN ('GAP', 'BLOCKED', 'QUALITY', 'DORMANT')),
  since       date NOT NULL,
  causes      jsonb NOT NULL,
  owner       text,
  CHECK ((reference IS NULL) = (pledge_id IS NULL)),
  CHECK ((reference IS NULL) = (code = 'NO_PLEDGE'))
);
CREATE UNIQUE INDEX unresolved_item_once ON unresolved_item (participant, priority, coalesce(reference, ''), code);
CREATE INDEX unresolved_item_of_pledge ON unresolved_item (pledge_id);
CREATE INDEX unresolved_item_since ON unresolved_item (since, id);
CREATE INDEX unresolved_item_code ON unresolved_item (code, since, id);
CREATE INDEX unresolved_item_owner ON unresolved_item (owner, since, id);

CREATE TABLE credential (
  person_id     uuid PRIMARY KEY REFERENCES person (id),
  password_hash text NOT NULL,
  changed_at    timestamptz(3) NOT NULL
);

CREATE TABLE session (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES person (id),
  session_version integer NOT NULL,
  created_at      timestamptz(3) NOT NULL,
  last_seen_at    timestamptz(3) NOT NULL,
  revoked_at      timestamptz(3),
  expires_at      timestamptz(3) NOT NULL,
  address         text,
  agent           text
);
CREATE INDEX session_of_person ON session (person_id);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE password_token (
  token_hash text PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id),
  expires_at timestamptz(3) NOT NULL,
  used_at    timestamptz(3)
);
CREATE INDEX password_token_of_person ON password_token (person_id);

CREATE TABLE throttle (
  bucket        text PRIMARY KEY,
  failures      integer NOT NULL CHECK (failures >= 0),
  since         timestamptz(3) NOT NULL,
  blocked_until timestamptz(3)
);

CREATE TABLE idempotency (
  person_id   uuid NOT NULL REFERENCES person (id),
  key         text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  body_sha256 text NOT NULL,
  answer      text,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, key)
);
CREATE INDEX idempotency_created ON idempotency (created_at);
