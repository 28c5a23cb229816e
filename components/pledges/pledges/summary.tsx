import { asOfHref } from "@/components/ui/address/as-of-href";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { hasPledgesFilter, pledgesHref, type PledgesView } from "./view";

const t = translator("pledges");
const domain = translator("domain");

interface Given {
  view: PledgesView;
  total: number;
  capped: boolean;
  /** Facts of what the filter's conditions name. */
  facts: LeafFacts;
}

/** How many, and the filters that no box of the form shows. */
export function PledgesSummary({ view, total, capped, facts }: Given) {
  const narrowed = hasPledgesFilter(view);
  const also = alsoNarrowedTo(view, facts);
  return (
    <p className="muted">
      {t("total", {
        capped: String(capped),
        total: numberInWords(total),
        count: total,
        narrowed: String(narrowed),
      })}
      {also.length === 0 ? null : `. ${also.join(". ")}`}
      {narrowed ? (
        <>
          {" · "}
          <a href={asOfHref(pledgesHref({ ...view, ...ALL }))}>{t("filter.clear")}</a>
        </>
      ) : null}
    </p>
  );
}

const ALL = {
  participant: [],
  priority: [],
  stage: [],
  class: [],
  code: [],
  owner: [],
  kind: [],
  domain: [],
  waits: [],
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
