// Every expected "no" of the register, in one closed list. lib/http/problem gives each its status, lib/i18n/words/refusal-words its sentence.

export const REFUSALS = [
  "bad-json",
  "too-large",
  "wrong-content-type",
  "not-signed-in",
  "rights-changed",
  "role",
  "another-desk",
  "own-proposal",
  "proof-needed",
  "not-by-token",
  "cookie-and-token",
  "held-back",
  "cross-site",
  "not-found",
  "method",
  "too-slow",
  "version",
  "already-there",
  "no-such-step",
  "proposal-open",
  "proposal-closed",
  "in-progress",
  "invalid",
  "evidence-missing",
  "reason-missing",
  "window-missing",
  "quantity-missing",
  "approval-open",
  "condition-open",
  "successor-missing",
  "mandate-exceeded",
  "key-reused",
  "if-match-missing",
  "slow-down",
  "busy",
  "database-away",
  "storage-full",
  "files-away",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** One field that is wrong. `path` as in the body sent (`contributions.0.quantity.min`); `code` picks the message. */
export interface FieldError {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

/** The client's version is older than the record: who has changed which fields since. */
export interface Conflict {
  current: number;
  changedBy: string;
  changedAt: string;
  fields: string[];
}

/** How a proposal was closed, for the second person who tries. */
export interface Closed {
  status: string;
  by: string;
  at: string;
  note: string | null;
}

export interface Refusal {
  code: RefusalCode;
  /** Values for the sentence: what is missing, how long to wait. */
  params?: Record<string, string | number>;
  errors?: FieldError[];
  conflict?: Conflict;
  closed?: Closed;
}

export interface Refused {
  ok: false;
  refusal: Refusal;
}

export const refuse = (code: RefusalCode, params?: Refusal["params"]): Refused => ({
  ok: false,
  refusal: params ? { code, params } : { code },
});

export const invalid = (...errors: FieldError[]): Refused => ({
  ok: false,
  refusal: { code: "invalid", errors },
});
