// Amounts, contributions and conditions in one cell each: in codes, so that programs can read them.
import { isLeaf, partsOf, type Condition, type Leaf } from "../pledge/condition";
import type { Limit } from "../pledge/measure";
import type { Caveat, Contribution } from "../pledge/contribution";
import type { AttachedFile } from "../pledge/file";
import { moneyEnds, type Money } from "../pledge/money";
import { intervalOf, type Quantity } from "../pledge/quantity";
import type { ParticipantLink } from "../pledge/link";
import type { SameAs } from "../pledge/same-as";
import { joined } from "./table";

/** "TROOPS RANGE 3000–5000 PERSON "a brigade" IN_UKRAINE (GEOGRAPHIC)". */
export function lineInCodes({ kind, location, quantity, money, caveats }: Line): string {
  const parts = [kind, quantityInCodes(quantity), money && moneyInCodes(money), location];
  const restricted = caveats.map(({ category }) => category).join(" ");
  return `${parts.filter(Boolean).join(" ")}${restricted && ` (${restricted})`}`;
}

type Line = Pick<Contribution, "kind" | "location" | "quantity" | "money"> & {
  caveats: readonly Pick<Caveat, "category">[];
};

/** Without a number it gives its kind's code: never 0, never blank. A sealed number is never written to a file. */
export function quantityInCodes({ kind, unit, asStated, ...ends }: Quantity): string {
  const interval = kind === "SEALED" ? null : intervalOf({ kind, unit, asStated, ...ends });
  if (interval === null) return `${kind}${inQuotes(asStated)}`;
  const { low, high } = interval;
  return (
    `${kind} ${spanInCodes(String(low), high === null ? null : String(high))} ${unit ?? ""}`.trim() +
    inQuotes(asStated)
  );
}

/** "200000000.00 GBP" where it is exact, else "UP_TO 0–2000000000 EUR "up to €2bn"". */
function moneyInCodes(money: Money): string {
  const { kind, min, max, currency, asStated } = moneyEnds(money);
  return `${kind === "EXACT" ? "" : `${kind} `}${spanInCodes(min, max)} ${currency}${inQuotes(asStated)}`;
}

/** "UP_TO 0–3000 PERSON". */
export const limitInCodes = ({ quantity, money }: Limit): string =>
  money === null ? (quantity === null ? "" : quantityInCodes(quantity)) : moneyInCodes(money);

const spanInCodes = (low: string, high: string | null): string =>
  low === high ? low : `${low}–${high ?? ""}`;

const inQuotes = (asStated: string | null): string => (asStated === null ? "" : ` "${asStated}"`);

export const caveatsInCodes = (caveats: readonly Caveat[]): string | null =>
  joined(caveats.map(({ category, text }) => `${category}: ${text}`));

/** "sha256:9f2c… Letter of intent.pdf". */
export const filesInCodes = (
  files: readonly Pick<AttachedFile, "name" | "sha256" | "retracted">[] = [],
): string | null =>
  joined(
    files.map(({ name, sha256, retracted }) => `${retracted ? "retracted " : ""}sha256:${sha256} ${name}`),
  );

/**
 * "CEASEFIRE_IN_FORCE and (Bundestag: APPROVED or US-4-001: COMMITTED [INFERRED])"; an approval without a known body by
 * id.
 */
export function conditionInCodes(part: Condition, bodyOf: (approval: string) => string | undefined): string {
  if (isLeaf(part)) return leafInCodes(part, bodyOf);
  if ("not" in part) {
    const inner = conditionInCodes(part.not, bodyOf);
    return isLeaf(part.not) ? `not ${inner}` : `not (${inner})`;
  }
  const inner = partsOf(part).map((one) => {
    const codes = conditionInCodes(one, bodyOf);
    return isLeaf(one) || "not" in one ? codes : `(${codes})`;
  });
  if ("kOf" in part) return `at least ${part.kOf} of (${inner.join("; ")})`;
  return inner.join("all" in part ? " and " : " or ");
}

function leafInCodes(leaf: Leaf, bodyOf: (approval: string) => string | undefined): string {
  const basis = leaf.basis ? ` [${leaf.basis}]` : "";
  if ("trigger" in leaf) return `${leaf.trigger}${basis}`;
  if ("pledge" in leaf) return `${leaf.pledge}: ${leaf.atLeast}${basis}`;
  return `${bodyOf(leaf.approval) ?? leaf.approval}: APPROVED${basis}`;
}

/** "DE, GB (CLAIMED)". */
export const linksInCodes = (links: readonly ParticipantLink[]): string | null =>
  joined(
    links.map(({ participant, state }) =>
      state === "CONFIRMED" ? participant : `${participant} (${state})`,
    ),
  );

/** What a line says that it is the same as. */
export interface LineWithSameAs {
  sameAs: Pick<SameAs, "pledge" | "contribution" | "state"> | null;
}

/** "2 = GB-3-002/6f0a… (CLAIMED)": of the second line, by the id of the line that it names. Imports read it. */
export const sameLinesInCodes = (lines: readonly LineWithSameAs[]): string | null =>
  joined(
    lines.flatMap(({ sameAs }, index) => {
      if (sameAs === null) return [];
      const { pledge, contribution, state } = sameAs;
      const of = `${index + 1} = ${pledge}/${contribution}`;
      return state === "CONFIRMED" ? of : `${of} (${state})`;
    }),
  );
