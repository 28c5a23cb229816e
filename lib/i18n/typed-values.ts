// Words for values that can be typed: for closed lists the reader's words, for others their form.
import { ANYTHING, ME, NOBODY } from "@/lib/domain/base/listing";
import { parseDayRange } from "@/lib/domain/details/day-range";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { CONTRIBUTION_KINDS, DOMAINS } from "@/lib/domain/pledge/contribution";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { foldedWord } from "@/lib/domain/base/typed-terms";
import { translator } from "./translator";

const t = translator("lists");
const domain = translator("domain");

export type TypedValues = readonly (readonly [word: string, ...values: string[]])[];

/** By key: each word and its meaning; codes mean themselves. */
export const CLOSED_VALUES: Readonly<Record<string, () => TypedValues>> = {
  stage: () => [
    [t("value.open"), ...OPEN_STAGES],
    ...STAGES.map((one) => [domain(`stage.${one}`), one] as const),
  ],
  priority: () => PRIORITIES.map((one) => [String(one), String(one)] as const),
  kind: () => CONTRIBUTION_KINDS.map((one) => [domain(`contributionKind.${one}`), one] as const),
  area: () => DOMAINS.map((one) => [domain(`domain.${one}`), one] as const),
  missing: () => UNRESOLVED_CODES.map((one) => [domain(`code.${one}`), one] as const),
  open: () => COUNTED_CLASSES.map((one) => [domain(`class.${one}`), one] as const),
  owner: () => [
    [t("value.me"), ME],
    [t("value.nobody"), NOBODY],
  ],
  waits: () => [[t("value.any"), ANYTHING]],
  ownership: () => OWNERSHIPS.map((one) => [domain(`ownership.${one}`), one] as const),
  age: () => [[t("value.never"), "none"]],
  due: () => [
    [t("value.late"), "<0"],
    [t("value.today"), "0"],
    [t("value.none"), "none"],
  ],
};

/** Keys whose values aren't a closed list. */
export const FREE_VALUES: Readonly<
  Record<string, (word: string, regions: ReadonlyMap<string, string>) => string | null>
> = {
  who: (word, regions) =>
    regions.get(foldedWord(word)) ??
    (/^\p{ASCII}{2,4}$/u.test(word) && /^[a-z]+$/i.test(word) ? word.toUpperCase() : null),
  owner: (word) => (/^[^\s,@]+@[^\s,@]+$/u.test(word) ? word : null),
  waits: (word) => {
    const [upper, code] = [word.toUpperCase(), foldedWord(word).toUpperCase().replaceAll("-", "_")];
    return [word, upper, code].find((one) => leafNamed(one) !== null) ?? null;
  },
  age: (word) => (parseDayRange(word) === null ? null : word),
  due: (word) => (parseDayRange(word) === null ? null : word),
};

export const EXAMPLE_VALUES: Readonly<Record<string, readonly string[]>> = {
  who: ["FR", "DE", "UA", "EU"],
  waits: ["US-4-001"],
  age: [">30", ">90", "30..60"],
  due: ["<7", "<30"],
};
