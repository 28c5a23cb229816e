// A line may say that it is the same unit or sum as another line, of its own pledge or any other. About
// another desk's line this is a claim, like a link to a participant.
import { groupedByEach } from "../base/listing";
import type { Actor } from "../people/actor";
import { claimed, LINK_FIELDS, linksTo, mergedLinks, type LinkClaim, type PledgeLinks } from "./link";

export interface SameAs extends LinkClaim {
  /** Reference of the pledge that has the named line. */
  pledge: string;
  /** Id of the named line. */
  contribution: string;
}

export type NamedLine = Pick<SameAs, "pledge" | "contribution">;

interface Line {
  id: string;
  /** Left out in proposals made before lines could say it. */
  sameAs?: SameAs | null;
}

/** The desk of this participant answers a claim about the line. */
export const participantOfLine = ({ pledge }: Pick<SameAs, "pledge">): string =>
  pledge.slice(0, pledge.indexOf("-"));

/** A statement on record about that line stays as it is; a new one is a claim. */
export const sameAsLine = (
  actor: Actor,
  recorded: SameAs | null | undefined,
  { pledge, contribution }: NamedLine,
): SameAs =>
  recorded?.contribution === contribution
    ? recorded
    : { pledge, contribution, ...claimed(actor, participantOfLine({ pledge })) };

/** The proposed lines, each claim in its present state on record. */
export const mergedLines = <L extends Line>(recorded: readonly Line[], proposed: readonly L[]): L[] =>
  proposed.map((line) => {
    const was = recorded.find(({ id }) => id === line.id)?.sameAs;
    return was && was.contribution === line.sameAs?.contribution ? { ...line, sameAs: was } : line;
  });

/** The proposed pledge; claims may have been answered since it was proposed. */
export function withAnswers<P extends PledgeLinks & { contributions: Line[] }>(recorded: P, proposed: P): P {
  const after = { ...proposed, contributions: mergedLines(recorded.contributions, proposed.contributions) };
  for (const field of LINK_FIELDS) after[field] = mergedLinks(recorded[field], proposed[field]);
  return after;
}

/** What an actor says of others' participants and lines, as claims of their own. */
export function asOwnClaims<C extends Partial<PledgeLinks & { contributions: Line[] }>>(
  actor: Actor,
  said: C,
): C {
  const own = { ...said };
  for (const field of LINK_FIELDS) {
    const links = said[field];
    if (links)
      own[field] = linksTo(
        actor,
        [],
        links.map(({ participant }) => participant),
      );
  }
  if (said.contributions)
    own.contributions = said.contributions.map((line) =>
      line.sameAs ? { ...line, sameAs: sameAsLine(actor, null, line.sameAs) } : line,
    );
  return own;
}

/** Id of the line that it is the same as, where that is confirmed. */
export const confirmedLine = ({ sameAs }: Pick<Line, "sameAs">): string | null =>
  sameAs?.state === "CONFIRMED" ? sameAs.contribution : null;

/** Two lines, by their ids, that are one. */
export interface SameLines {
  line: string;
  other: string;
}

/** The confirmed statements of pledges about their lines. A voided pledge says nothing. */
export const sameLinesIn = (
  pledges: Iterable<{ voided: unknown; contributions: readonly Line[] }>,
): SameLines[] =>
  [...pledges].flatMap(({ voided, contributions }) =>
    voided === null
      ? contributions.flatMap((line) => {
          const other = confirmedLine(line);
          return other === null ? [] : [{ line: line.id, other }];
        })
      : [],
  );

/** The unit or sum that a line names, by the id of one of its lines: the same for all that are linked, directly or not. */
export type UnitOf = (line: string) => string;

/** Lines said to be one unit stay one, whatever becomes of the pledges; figures count what is left. */
export function unitsOf(links: readonly SameLines[]): UnitOf {
  const units = joined.get(links) ?? unitsJoined(links);
  joined.set(links, units);
  return (line) => units.get(line) ?? line;
}

/** Computed once for each list: it is long, and read again and again. */
const joined = new WeakMap<readonly SameLines[], ReadonlyMap<string, string>>();

function unitsJoined(links: readonly SameLines[]): Map<string, string> {
  const linksOf = groupedByEach(links, ({ line, other }) => [line, other]);
  const units = new Map<string, string>();
  for (const first of [...linksOf.keys()].sort()) {
    if (units.has(first)) continue;
    const queue = [first];
    for (let line = queue.pop(); line !== undefined; line = queue.pop()) {
      if (units.has(line)) continue;
      units.set(line, first);
      queue.push(...(linksOf.get(line) ?? []).flatMap((link) => [link.line, link.other]));
    }
  }
  return units;
}
