// What of accounts an administrator has to look at, the most pressing first.

/**
 * A break-glass account signed in within GLASS_DAYS; has power, or a role that the settings name, and no second factor; has no password yet; an officer
 * without a desk; not seen for UNSEEN_DAYS.
 */
export const ACCOUNT_NEEDS = ["glass", "factor", "password", "desk", "unseen"] as const;
export type AccountNeed = (typeof ACCOUNT_NEEDS)[number];

export const UNSEEN_DAYS = 90;
export const GLASS_DAYS = 7;
/** Accounts named for each need; the others are counted. */
export const MOST_NAMED = 5;

export interface NeededOfAccounts {
  need: AccountNeed;
  /** Of all accounts in use. */
  count: number;
  /** The first by name. */
  accounts: { id: string; name: string }[];
}

/** Accounts in use. */
export interface AccountFigures {
  inUse: number;
  /** May decide on accounts: managers and administrators. */
  deciders: number;
  withFactor: number;
  cleared: number;
}

export interface StateOfAccounts {
  figures: AccountFigures;
  /** Only those of which there are any, in the order of ACCOUNT_NEEDS. */
  needs: NeededOfAccounts[];
}

/** Nobody could decide what one administrator or manager alone proposes. */
export const isAlone = ({ deciders }: AccountFigures): boolean => deciders < 2;
