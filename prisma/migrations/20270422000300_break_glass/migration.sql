-- Mail to every administrator when a break-glass account is signed in to by its password.
ALTER TABLE account_mail DROP CONSTRAINT account_mail_kind_check,
  ADD CONSTRAINT account_mail_kind_check CHECK (kind IN ('LINK', 'POWER', 'FACTOR_REMOVED', 'ALARM', 'NEW_ADMIN', 'BREAK_GLASS'));

INSERT INTO audit.oldest_build (migration, build) VALUES ('20270422000300_break_glass', '0.2.0');
