// What an account's holder is mailed about it, where mail is set up; and an administrator about the register, or a break-glass account.
export const ACCOUNT_MAIL_KINDS = [
  "LINK",
  "POWER",
  "FACTOR_REMOVED",
  "ALARM",
  "NEW_ADMIN",
  "BREAK_GLASS",
] as const;
export type AccountMailKind = (typeof ACCOUNT_MAIL_KINDS)[number];
