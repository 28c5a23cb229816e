import { translator } from "@/lib/i18n/translator";
import { isNarrowed, pledgesHref, type PledgesView } from "./view";

const t = translator("pledges");
const domain = translator("domain");

/** How many, and what the view is narrowed to that no box of the form shows. */
export function Summary({ view, total, capped }: { view: PledgesView; total: number; capped: boolean }) {
  const narrowed = isNarrowed(view);
  const also = alsoNarrowedTo(view);
  return (
    <p className="muted">
      {t("total", {
        capped: String(capped),
        total: total.toLocaleString("en-GB"),
        count: total,
        narrowed: String(narrowed),
      })}
      {also.length === 0 ? null : `. ${also.join(". ")}`}
      {narrowed ? (
        <>
          {" · "}
          <a href={pledgesHref({ ...view, ...ALL })}>{t("filter.clear")}</a>
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
  q: null,
  voided: "without",
} as const satisfies Partial<PledgesView>;

function alsoNarrowedTo({ code, domain: domains, voided }: PledgesView): string[] {
  return [
    ...(code.length === 0
      ? []
      : [t("narrowed.reasons", { codes: code.map((one) => domain(`code.${one}`)).join(", ") })]),
    ...(domains.length === 0
      ? []
      : [t("narrowed.domains", { domains: domains.map((one) => domain(`domain.${one}`)).join(", ") })]),
    ...(voided === "without" ? [] : [t("narrowed.void", { voided })]),
  ];
}
