-- What administrators are alarmed about, each once from when it begins until it is over: technical. Those that are over are kept for a while.
CREATE TABLE alarm (
  code    text NOT NULL CHECK (code ~ '^[a-z][a-z-]{0,39}$'),
  since   timestamptz(3) NOT NULL,
  over_at timestamptz(3) CHECK (over_at >= since),
  PRIMARY KEY (code, since)
);
CREATE UNIQUE INDEX alarm_goes_on ON alarm (code) WHERE over_at IS NULL;

-- Mail to administrators: of an alarm, with its code, and of a new administrator.
ALTER TABLE account_mail DROP CONSTRAINT account_mail_kind_check;
ALTER TABLE account_mail ADD CONSTRAINT account_mail_kind_check CHECK (kind IN ('LINK', 'POWER', 'FACTOR_REMOVED', 'ALARM', 'NEW_ADMIN'));
ALTER TABLE account_mail ADD COLUMN about text CHECK (length(about) <= 40);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270421000000_alarms', '0.2.0');
