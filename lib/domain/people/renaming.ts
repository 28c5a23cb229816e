// A participant gets a new name on a day. Its names are the current ones; it can still be found by earlier
// ones. What was recorded, said and exported before shows the name of that time: the log has it.
import type { Day } from "../base/day";
import { invalid } from "../base/refusal";
import { ok, type Result } from "../base/result";
import type { Participant } from "./participant";

/** More than any government has had. */
const MOST_NAMES = 50;

export interface Renaming {
  names: Record<string, string>;
  /** The day from which they hold. */
  on: Day;
  reason: string | null;
}

/**
 * A new name replaces the old one in every language. A language for which none is given gets the English
 * name, never one from a standard list. The reason is stored in the log entry.
 */
export function withRenaming(
  participant: Participant,
  { names, on, reason }: Renaming,
  today: Day,
): Result<Participant> {
  const last = participant.formerNames.at(-1);
  if (on > today) return invalid({ path: "renamedOn", code: "in-future" });
  if (last && on <= last.until) return invalid({ path: "renamedOn", code: "renamed-later" });
  if (participant.formerNames.length >= MOST_NAMES)
    return invalid({ path: "renamedOn", code: "too-many", params: { max: MOST_NAMES } });
  if (reason === null) return invalid({ path: "reason", code: "empty" });
  const english = names["en"] ?? "";
  const everywhere = { en: english, fr: names["fr"] ?? english, uk: names["uk"] ?? english };
  if (isTheSame(participant.names, everywhere)) return invalid({ path: "names.en", code: "same-name" });
  const formerNames = [...participant.formerNames, { names: participant.names, until: on }];
  return ok({ ...participant, names: everywhere, formerNames });
}

/** All names it has or had, in any language. */
export const everyName = ({
  names,
  formerNames = [],
}: Pick<Participant, "names"> & Partial<Pick<Participant, "formerNames">>): string[] =>
  [names, ...formerNames.map((former) => former.names)].flatMap((some) => Object.values(some));

const isTheSame = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.entries(b).every(([language, name]) => a[language] === name);
