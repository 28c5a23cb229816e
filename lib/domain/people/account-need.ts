// What an administrator has to check about accounts, most urgent first.

/**
 * In this order: a break-glass account that signed in within GLASS_DAYS; one with power, or with a role that
 * the settings name, but no second factor; one without a password yet; an officer without a desk; one not
 * seen for UNSEEN_DAYS.
 */
export const ACCOUNT_NEEDS = ["glass", "factor", "password", "desk", "unseen"] as const;
export type AccountNeed = (typeof ACCOUNT_NEEDS)[number];

export const UNSEEN_DAYS = 90;
export const GLASS_DAYS = 7;
/** How long an administrator's first page shows what happened to their own account. */
export const OWN_ACCOUNT_DAYS = 7;
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
  /** Only needs that some account has, in the order of ACCOUNT_NEEDS. */
  needs: NeededOfAccounts[];
}

/** Nobody else could decide what the only administrator or manager proposes. */
export const isAlone = ({ deciders }: AccountFigures): boolean => deciders < 2;
