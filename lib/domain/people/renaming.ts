// A participant gets a new name on a day. Its names are the current ones; the earlier ones stay, so that people find it by
// them. What was recorded, said and exported before shows the name of then: the log has it.
import type { Day } from "../base/day";
import { invalid } from "../base/refusal";
import { ok, type Result } from "../base/result";
import type { Participant } from "./participant";

/** Older than any that a government could have renamed itself by. */
const MOST_NAMES = 50;

export interface Renaming {
  names: Record<string, string>;
  /** The day from which they hold. */
  on: Day;
  reason: string | null;
}

/**
 * A new name takes the place of the old one in every language: where none is given in one, the English one holds there,
 * and no standard list's. The reason is the entry's.
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

/** All it has or had, in whatever language. */
export const everyName = ({
  names,
  formerNames = [],
}: Pick<Participant, "names"> & Partial<Pick<Participant, "formerNames">>): string[] =>
  [names, ...formerNames.map((former) => former.names)].flatMap((some) => Object.values(some));

const isTheSame = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.entries(b).every(([language, name]) => a[language] === name);
