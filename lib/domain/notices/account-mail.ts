// Mails to an account's holder about it, and to administrators about the register or a break-glass account.
export const ACCOUNT_MAIL_KINDS = [
  "LINK",
  "POWER",
  "FACTOR_REMOVED",
  "ALARM",
  "NEW_ADMIN",
  "BREAK_GLASS",
] as const;
export type AccountMailKind = (typeof ACCOUNT_MAIL_KINDS)[number];
