// A verdict in words, and as an exit code.
import type { OnProgress } from "@/lib/db/verify/verify";
import { BEYOND, NOT_VERIFIED } from "@/lib/db/verify/scope";
import {
  signedThrough,
  type VerdictBound,
  type Discrepancy,
  type VerifiedPart,
  type Rests,
  type VerifyVerdict,
} from "@/lib/db/verify/verdict";

/** Also 2 if only the database itself vouches for its log. */
export function exitOf(verdict: VerifyVerdict): 0 | 1 | 2 | 3 {
  if (!verdict.intact) return 1;
  if (verdict.vouched === 0 || verdict.unchecked.length > 0) return 2;
  return verdict.earlier.length > 0 ? 3 : 0;
}

/** `unread`: sinks that can't be read from here. */
export function reportOf(
  verdict: VerifyVerdict,
  { unread = [] }: { unread?: readonly string[] } = {},
): string {
  const sections: [heading: string, lines: string[]][] = [
    ["Also wrong:", verdict.findings.slice(1).map(findingLine)],
    [
      "Entries whose author had no right to make them, from before the rules of authority were on record:",
      verdict.earlier.map(findingLine),
    ],
    ["What vouches for the log:", [...verdict.bounds.map(boundLine), restLine(verdict)]],
    [
      "Could not be checked:",
      [...verdict.unchecked, ...unread.map((sink) => `copies in ${sink}: they can't be read from here`)],
    ],
    ["Please note:", verdict.remarks],
    ["Not covered:", [...NOT_VERIFIED.map(({ says }) => says), ...BEYOND]],
  ];
  return [
    headline(verdict),
    ...sections
      .filter(([, lines]) => lines.length > 0)
      .map(([heading, lines]) => `${heading}\n${listed(lines)}`),
  ].join("\n\n");
}

function headline({ fault, findings: [first], ...verdict }: VerifyVerdict): string {
  if (fault !== null && first) return `not intact: ${findingLine(first)}`;
  const counted = `${plural(verdict.events, "event")}, ${plural(verdict.records, "record")}`;
  if (verdict.vouched === 0)
    return `could not verify: the database agrees with itself (${counted}), but nothing outside it confirms the log. Give a key (--key), or a checkpoint that was kept outside (--checkpoint).`;
  return verdict.unchecked.length > 0
    ? `could not verify all of it: nothing is wrong with the rest (${counted})`
    : `intact: ${counted}`;
}

const findingLine = ({ says, more }: Discrepancy): string =>
  `${says}${more > 0 ? ` (and ${plural(more, "more like it", "more like it")})` : ""}`;

const RESTS: Readonly<Record<Rests, (by: string) => string>> = {
  signature: (by) => `on a signature of ${by}`,
  holder: (by) => `on trust in the keeper of ${by}, because no key was given`,
  database: () => "on the database alone",
};

const boundLine = ({ source, checkpoints, through, rests, by }: VerdictBound): string =>
  through === 0
    ? `no entry: ${plural(checkpoints, "checkpoint")} in ${source}, and none agrees with the log`
    : `entries 1 to ${through.toLocaleString("en")}: ${plural(checkpoints, "checkpoint")} in ${source}; this rests ${RESTS[rests](by)}`;

/** The entries after the last signature. */
function restLine(verdict: VerifyVerdict): string {
  const { events, vouched } = verdict;
  const signed = signedThrough(verdict);
  if (signed >= events) return "every entry is covered by a verified signature";
  const held = vouched > signed ? `; entries up to ${vouched} rest on a checkpoint without one` : "";
  const last = Math.max(signed, vouched);
  const rest = events > last ? `; entries ${last + 1} to ${events} rest on the database alone` : "";
  return `the first entry that no verified signature covers is ${signed + 1}${held}${rest}`;
}

const WORK: Readonly<Partial<Record<VerifiedPart, string>>> = {
  record: "comparing the records with their last entries",
  access: "reading the access log",
  derived: "recomputing derived data",
};

/** A line for each step, and one for each 20,000 entries. */
export function progressOf(say: (line: string) => void): OnProgress {
  let reported = 0;
  return (part, entries = 0) => {
    const work = WORK[part];
    if (work !== undefined) return say(`${work} …`);
    if (entries < reported + EVERY) return;
    reported = entries;
    say(`read ${entries.toLocaleString("en")} entries of the log …`);
  };
}

const EVERY = 20_000;

const listed = (lines: readonly string[]): string => lines.map((line) => `  – ${line}`).join("\n");

function plural(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}
