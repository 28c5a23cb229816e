// Thrown errors are bugs or the database: away, or busy after all retries.
import { type RefusalCode } from "@/lib/domain/base/refusal";

/** The refusal for an error, or null: a bug. */
export function refusalOf(error: unknown): RefusalCode | null {
  const codes = codesOf(error, 0);
  if (codes.some((code) => AWAY.test(code))) return "database-away";
  return codes.some((code) => BUSY.test(code)) ? "in-progress" : null;
}

/** Socket errors, PostgreSQL's classes 08 and 53 and its shutdowns, and Prisma's codes for the same. */
const AWAY =
  /^(E(CONN\w+|NOENT|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND|AI_AGAIN)|08\w{3}|53\w{3}|57P0[1-5]|P10(01|02|08|11|17)|P2024)$/;
/** Messages of the driver that come without a code. */
const SPOKEN =
  /connection terminated|not queryable|timeout exceeded when trying to connect|timeout expired|query read timeout/i;
/** Serialization failure, deadlock, or a lock or statement timeout. */
const BUSY = /^(40001|40P01|55P03|57014|P2034)$/;

function codesOf(error: unknown, depth: number): string[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const { code, originalCode, message, cause, meta, errors, driverAdapterError } = error as Record<
    string,
    unknown
  >;
  const own = [code, originalCode].filter((one) => typeof one === "string");
  const spoken = typeof message === "string" && SPOKEN.test(message);
  const inner = [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return [...own, ...(spoken ? ["08006"] : []), ...inner.flatMap((one) => codesOf(one, depth + 1))];
}
