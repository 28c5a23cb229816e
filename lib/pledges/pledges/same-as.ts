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
import type { AskedLines } from "./schema";

/**
 * The pledge whose lines name those that they are the same as; `recorded`: the lines before. `base` prefixes
 * the error paths.
 */
export async function withSameLines(
  tx: Tx,
  actor: Actor,
  recorded: readonly Contribution[],
  sent: Pledge,
  asked: AskedLines | undefined,
  base: string,
): Promise<Result<Pledge>> {
  if (!asked?.some(({ sameAs }) => sameAs !== null)) return ok(sent);
  const errors: FieldError[] = [];
  const contributions: Contribution[] = [];
  for (const [index, line] of sent.contributions.entries()) {
    const was = recorded.find(({ id }) => id === line.id)?.sameAs ?? null;
    const sameAs = await sameAsAsked(tx, actor, line, namedIn(asked[index]), was);
    if (typeof sameAs === "string")
      errors.push({ path: `${base}contributions.${index}.sameAs`, code: sameAs });
    else contributions.push({ ...line, sameAs });
  }
  return errors.length > 0 ? invalid(...errors) : ok({ ...sent, contributions });
}

const namedIn = (line: AskedLines[number] | undefined): string | null => {
  const said = line?.sameAs ?? null;
  return typeof said === "string" ? said : (said?.contribution ?? null);
};

/** A text is the code of a fault. A link on record stays, whatever has happened to the line that it names. */
async function sameAsAsked(
  tx: Tx,
  actor: Actor,
  line: Contribution,
  asked: string | null,
  was: SameAs | null,
): Promise<SameAs | string | null> {
  if (asked === null || asked === was?.contribution) return asked === null ? null : was;
  const named = await tx.lines.find(asked);
  return whyNotSame(line, named) ?? (named && sameAsLine(actor, was, named));
}
