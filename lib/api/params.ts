// Parsers of path parameters. A malformed one names nothing: not found.
import { FINDING_REFERENCE } from "@/lib/domain/oversight/finding";
import { isId } from "@/lib/domain/base/id";
import { isSeq } from "@/lib/domain/log/logged";
import { isTokenNumber } from "@/lib/domain/people/token";
import { QUESTION_REFERENCE } from "@/lib/domain/oversight/question";

export type Params = Record<string, string | string[] | undefined>;

export const byReference = named("reference", (value) => /^[A-Z]{2,4}-[1-5]-\d{3,6}$/.test(value));
export const byId = named("id", isId);
export const byCode = named("code", (value) => /^[A-Z]{2,4}$/.test(value));

export const byTrigger = named("code", (value) => /^[A-Z][A-Z0-9_]{1,59}$/.test(value));

export const byRequirement = named("reference", (value) => /^[A-Z][A-Z0-9-]{1,19}$/.test(value));

/** The number of a token. */
export const byToken = named("number", isTokenNumber);

/** The number of a log entry. */
export const bySeq = named("seq", isSeq);

/** By reference or id. */
export const byFinding = named("id", (value) => FINDING_REFERENCE.test(value) || isId(value));

/** By reference or id. */
export const byQuestion = named("id", (value) => QUESTION_REFERENCE.test(value) || isId(value));

export const byRow = ({ id, row }: Params): { id: string; row: number } | null =>
  typeof id === "string" && isId(id) && typeof row === "string" && /^[1-9]\d{0,6}$/.test(row)
    ? { id, row: Number(row) }
    : null;

export const byFile = ({ id, file }: Params): { id: string; file: string } | null =>
  typeof id === "string" && isId(id) && typeof file === "string" && isId(file) ? { id, file } : null;

function named(part: string, isOne: (value: string) => boolean): (params: Params) => string | null {
  return (params) => {
    const value = params[part];
    return typeof value === "string" && isOne(value) ? value : null;
  };
}
