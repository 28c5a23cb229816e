// Tokens, with which programs call the API. A token never allows more than its person may do at that moment.
import type { Instant } from "../base/day";
import type { Actor, Rights, Role, TokenInUse, TokenScope } from "./actor";

/** Makes a token recognisable where it doesn't belong. */
export const TOKEN_PREFIX = "prt_";
/** The prefix and 32 random bytes. */
export const isTokenText = (text: string): boolean => /^prt_[A-Za-z0-9_-]{43}$/.test(text);
export const isTokenNumber = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

export const LONGEST_TOKEN_DAYS = 365;
export const MOST_TOKENS = 20;

export interface ApiToken extends TokenScope {
  number: number;
  name: string;
  /** On the register's clock, like every time shown. */
  madeAt: Instant;
  expiresAt: Instant;
  /** To the hour; null: never. */
  usedAt: Instant | null;
  revokedAt: Instant | null;
  person: { id: string; name: string; email: string };
}

/** In place of a session's id, in the log and the access log. */
export const tokenSession = (number: number): string => `token ${String(number)}`;

/** Null: no token, but a session or the register itself. */
export function tokenOfSession(session: string | null): number | null {
  const found = /^token (\d+)$/.exec(session ?? "");
  return found ? Number(found[1]) : null;
}

/** The roles that the tokens of someone with this role may have. */
export const tokenRoles = (role: Role): Role[] => (role === "MANAGER" ? ["MANAGER", "OFFICER"] : [role]);

/** Whether the tokens of someone with these rights may show numbers given in confidence. */
export const maySealTokens = ({ role, sealed }: Pick<Rights, "role" | "sealed">): boolean =>
  role === "OFFICER" || (sealed === true && role !== "ADMIN");

/** Null: their role no longer includes the token's. */
export function rightsByToken(rights: Rights, { role, desk, sealed }: TokenScope): Rights | null {
  if (!tokenRoles(rights.role).includes(role)) return null;
  return {
    ...rights,
    role,
    desk: rights.role === "OFFICER" ? desk.filter((code) => rights.desk.includes(code)) : desk,
    sealed: (rights.sealed ?? false) && sealed,
  };
}

/** Inside a change, whose entry says the role: null also if a new role includes the token's. */
export const rightsByTokenInUse = (rights: Rights, { accountRole, scope }: TokenInUse): Rights | null =>
  rights.role === accountRole ? rightsByToken(rights, scope) : null;

/** The person's own role, also where a token narrows it. */
export const accountRoleOf = ({ role, token }: Pick<Actor, "role" | "token">): Role =>
  token?.accountRole ?? role;

/** As the log says it: `12 · OFFICER FR DE · PLEDGES · 2027-05-01 · Nightly import`. */
export function tokenNote(token: Omit<ApiToken, "person" | "usedAt" | "revokedAt" | "madeAt">): string {
  const { number, name, role, desk, sealed, groups, expiresAt } = token;
  return [
    String(number),
    [role, ...desk].join(" "),
    ["READ", ...groups, ...(sealed ? ["SEALED"] : [])].join(" "),
    expiresAt.slice(0, 10),
    name,
  ].join(" · ");
}
