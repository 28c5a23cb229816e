// What an account's holder is mailed about it, where mail is set up.
export const ACCOUNT_MAIL_KINDS = ["LINK", "POWER", "FACTOR_REMOVED"] as const;
export type AccountMailKind = (typeof ACCOUNT_MAIL_KINDS)[number];
