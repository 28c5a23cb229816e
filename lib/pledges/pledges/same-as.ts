// Lines that are the same unit or sum as another: stated by the desk that holds the pledge.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { invalid, type FieldError } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { sameAsLine, type SameAs } from "@/lib/domain/pledge/same-as";
import { whyNotSame } from "@/lib/domain/requirements/same-line";
import type { Tx } from "@/lib/db/write";
import type { LinesWithSameAs } from "./schema";

/**
 * The pledge whose lines name those that they are the same as; `recorded`: the lines before. `base` prefixes
 * the error paths.
 */
export async function withSameLines(
  tx: Tx,
  actor: Actor,
  recorded: readonly Contribution[],
  sent: Pledge,
  requested: LinesWithSameAs | undefined,
  base: string,
): Promise<Result<Pledge>> {
  if (!requested?.some(({ sameAs }) => sameAs !== null)) return ok(sent);
  const errors: FieldError[] = [];
  const contributions: Contribution[] = [];
  for (const [index, line] of sent.contributions.entries()) {
    const was = recorded.find(({ id }) => id === line.id)?.sameAs ?? null;
    const sameAs = await sameAsRequested(tx, actor, line, namedIn(requested[index]), was);
    if (typeof sameAs === "string")
      errors.push({ path: `${base}contributions.${index}.sameAs`, code: sameAs });
    else contributions.push({ ...line, sameAs });
  }
  return errors.length > 0 ? invalid(...errors) : ok({ ...sent, contributions });
}

const namedIn = (line: LinesWithSameAs[number] | undefined): string | null => {
  const named = line?.sameAs ?? null;
  return typeof named === "string" ? named : (named?.contribution ?? null);
};

/** A text is the code of a fault. A link on record stays, whatever has happened to the line that it names. */
async function sameAsRequested(
  tx: Tx,
  actor: Actor,
  line: Contribution,
  requested: string | null,
  was: SameAs | null,
): Promise<SameAs | string | null> {
  if (requested === null || requested === was?.contribution) return requested === null ? null : was;
  const named = await tx.lines.find(requested);
  return whyNotSame(line, named) ?? (named && sameAsLine(actor, was, named));
}
