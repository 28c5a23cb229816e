// Thrown errors are bugs or the database: away, full, or busy after all retries.
import type { RefusalCode } from "@/lib/domain/base/refusal";

/** An operator handles each differently: bring the database back, make room, or allow more connections. */
export type Unable = Extract<RefusalCode, "busy" | "database-away" | "storage-full">;

/** The refusal for an error, or null: a bug. */
export function refusalOf(error: unknown): Unable | null {
  const codes = codesOf(error, 0);
  if (codes.some((code) => FULL.test(code))) return "storage-full";
  if (codes.some((code) => AWAY.test(code))) return "database-away";
  return codes.some((code) => BUSY.test(code)) ? "busy" : null;
}

/** The database's disk, or ours. */
const FULL = /^(53100|ENOSPC|EDQUOT)$/;
/** Socket errors, PostgreSQL's class 08 and its shutdowns, and Prisma's codes for the same. */
const AWAY =
  /^(E(CONN\w+|NOENT|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND|AI_AGAIN)|08\w{3}|57P0[1-5]|P10(01|02|08|11|17))$/;
/**
 * Serialization failure, deadlock, a lock or statement timeout; no connections, memory or other resources
 * left; Prisma's codes for the same.
 */
const BUSY = /^(40001|40P01|55P03|57014|53\w{3}|P20(24|28|34))$/;
/** Messages of the driver that come without a code. */
const SPOKEN: readonly [says: RegExp, code: string][] = [
  // Of the pool: all its connections are in use.
  [/timeout exceeded when trying to connect/i, "53300"],
  [/connection terminated|not queryable|timeout expired|query read timeout/i, "08006"],
];

function codesOf(error: unknown, depth: number): string[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const { code, originalCode, message, cause, meta, errors, driverAdapterError } = error as Record<
    string,
    unknown
  >;
  const own = [code, originalCode].filter((one) => typeof one === "string");
  const spoken = typeof message === "string" ? SPOKEN.find(([says]) => says.test(message)) : undefined;
  const inner = [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return [...own, ...(spoken ? [spoken[1]] : []), ...inner.flatMap((one) => codesOf(one, depth + 1))];
}
