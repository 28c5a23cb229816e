import { counted } from "@/components/tables/counted";
import { toWholeList } from "@/components/tables/filter-words";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import type { Listed } from "@/lib/domain/base/listing";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { NO_LISTS } from "@/lib/domain/details/pledge-filter";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { translator } from "@/lib/i18n/translator";
import { hasPledgesFilter, pledgesHref, type PledgesView } from "./view";

const t = translator("pledges");
const domain = translator("domain");

interface Given {
  view: PledgesView;
  found: Pick<Listed<unknown>, "total" | "capped">;
  /** Facts about the leaves that the filter names. */
  facts: LeafFacts;
}

/** How many, and the filters that no box of the form shows. */
export function PledgesSummary({ view, found, facts }: Given) {
  const narrowed = hasPledgesFilter(view);
  const total = t("total", { ...counted(found), narrowed: String(narrowed) });
  return (
    <ListSummary whole={toWholeList(narrowed, pledgesHref({ ...view, ...ALL }))}>
      {[total, ...alsoNarrowedTo(view, facts)].join(". ")}
    </ListSummary>
  );
}

/** Nothing left out, nothing compared. */
const ALL = {
  ...NO_LISTS,
  not: null,
  age: null,
  due: null,
  q: null,
  voided: "without",
} as const satisfies Partial<PledgesView>;

function alsoNarrowedTo({ code, domain: domains, waits, voided }: PledgesView, facts: LeafFacts): string[] {
  return [
    ...(code.length === 0
      ? []
      : [t("narrowed.reasons", { codes: code.map((one) => domain(`code.${one}`)).join(", ") })]),
    ...(domains.length === 0
      ? []
      : [t("narrowed.domains", { domains: domains.map((one) => domain(`domain.${one}`)).join(", ") })]),
    ...(waits.length === 0
      ? []
      : [t("narrowed.waits", { list: waits.map((name) => waitedFor(name, facts)).join(", ") })]),
    ...(voided === "without" ? [] : [t("narrowed.void", { voided })]),
  ];
}

function waitedFor(name: string, facts: LeafFacts): string {
  const leaf = leafNamed(name);
  return leaf === null ? t("narrowed.anything") : leafTitle(leaf, facts);
}
