// Reads the address of a new scenario, including what a form has just added.
import type { WrongMoment } from "@/components/form/mistyped";
import { MOST_ASSUMPTIONS, type Assumption } from "@/lib/domain/history/scenarios/assumption";
import { assumptionName, assumptionNamed } from "@/lib/domain/history/scenarios/assumption-name";
import { momentNamed } from "@/lib/domain/base/moment";
import { PRIORITIES, type Priority } from "@/lib/domain/base/priority";
import { typedNumber } from "@/lib/i18n/typed-number";
import { textOf, type Search } from "../../search";
import { momentsTyped } from "../../typed-dates";

export interface NewScenarioRequest {
  asOf: string | null;
  assumptions: Assumption[];
  priority: Priority | null;
  /** A form was sent, so the page redirects to another address. */
  moved: boolean;
  wrongMoments: ReadonlyMap<"asOf", WrongMoment>;
  /** What is wrong with the other parameters. */
  wrong: "unreadable" | "many" | "moment" | null;
}

export function askedIn(search: Search): NewScenarioRequest {
  const { read, wrong } = momentsTyped(search, ["asOf"]);
  const asOf = read.get("asOf") ?? textOf(search.asOf);
  const texts = [search.suppose ?? []].flat().join(",").split(",").filter(Boolean);
  const added = addedBy(search);
  const known = texts.map(assumptionNamed);
  const assumptions = [...known, added].filter((one) => one !== null && one !== undefined);
  const byName = new Map(assumptions.map((one) => [assumptionName(one), one]));
  const unread = known.includes(null) || added === null;
  return {
    asOf: asOf !== null && momentNamed(asOf) === null ? null : asOf,
    assumptions: [...byName.values()].slice(0, MOST_ASSUMPTIONS),
    priority: PRIORITIES.find((one) => String(one) === textOf(search.priority)) ?? null,
    moved: read.size > 0 || added !== undefined,
    wrongMoments: wrong,
    wrong:
      asOf !== null && momentNamed(asOf) === null
        ? "moment"
        : unread
          ? "unreadable"
          : byName.size > MOST_ASSUMPTIONS
            ? "many"
            : null,
  };
}

/** The assumption that a form adds; null: incomplete; undefined: no form was sent. */
function addedBy(search: Search): Assumption | null | undefined {
  const kind = textOf(search.add);
  if (kind === null) return undefined;
  const [subject, value] = [textOf(search.subject)?.trim() ?? "", textOf(search.value)?.trim() ?? ""];
  if (kind === "pledge") return assumptionNamed(`pledge:${subject.toUpperCase()}:${value}`);
  if (kind !== "contribution") return assumptionNamed(`${kind}:${subject}:${value}`);
  const [id = "", unit = ""] = subject.split(":");
  return assumptionNamed(`contribution:${id}:${typedNumber(value)}:${unit}`);
}
