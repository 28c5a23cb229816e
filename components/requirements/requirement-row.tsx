import { asOfHref } from "@/components/ui/address/as-of-href";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { Fold } from "@/components/ui/fold/fold";
import { referenceLook } from "@/components/ui/looks";
import { domainWords } from "@/lib/i18n/words/domain-words";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { amountWords, neededByWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { NeedMet } from "./needs/met";
import { Unnumbered } from "./needs/unnumbered";
import { Notes } from "./notes";
import { anchorOf } from "./view";

const t = translator("requirements");

const domain = translator("domain");

/** Notes on further offers are only on the requirement's own page. */
const MOST_NOTED = 8;

export function RequirementRow({
  details: { requirement, coverage },
  names,
}: {
  details: RequirementDetails;
  names: Readonly<Record<string, string>>;
}) {
  const { reference, title, criticality, neededBy, lead } = requirement;
  const id = anchorOf(reference);
  const offers = coverage.offers.filter(({ offer }) => offer.withdrawn === null);
  return (
    <article
      data-row=""
      className="-mx-3 scroll-my-28 border-b border-b-rule px-3 py-2 print:mx-0 print:px-0 aria-[current=true]:bg-selected aria-[current=true]:shadow-[inset_3px_0_var(--text)]"
      aria-labelledby={id}
    >
      <header className="flex items-end justify-between gap-4 mb-1.5 max-xs:flex-wrap max-xs:gap-0">
        <div>
          <p className="text-caption text-muted">
            <span className={referenceLook()}>{reference}</span> ·{" "}
            {domain(`priority.${requirement.priority}`)}, {inSentence(domainWords(requirement.domain))} ·{" "}
            {neededByWords(neededBy)} · {t("criticalityShort", { n: criticality })}
          </p>
          <h3 className="text-lead/6 font-semibold" id={id}>
            <a className="text-inherit" href={asOfHref(`/requirements/${reference}`)}>
              {title}
            </a>
          </h3>
        </div>
        <p className="text-muted whitespace-nowrap max-xs:whitespace-normal">
          {t.rich("needed", {
            amount: amountWords(coverage.need, coverage.measure),
            b: (words) => <b className="text-text text-lead/6 font-semibold">{words}</b>,
          })}
        </p>
      </header>
      <NeedMet reference={reference} title={title} coverage={coverage} />
      <div className="flex flex-wrap items-center gap-x-5">
        <Unnumbered coverage={coverage} names={names} />
        {offers.length > MOST_NOTED ? (
          <a
            className="inline-flex min-h-8 items-center"
            href={asOfHref(`/requirements/${reference}#offers`)}
          >
            {t("whyFold", { count: offers.length })}
          </a>
        ) : offers.length > 0 ? (
          <Fold
            className="open:basis-full"
            summary={<span className="text-muted">{t("whyFold", { count: offers.length })}</span>}
          >
            <Notes coverage={coverage} names={names} />
          </Fold>
        ) : null}
        {offers.length === 0 || lead === null ? (
          <p className="text-muted">
            {offers.length === 0 ? `${t("noOffer")} ` : null}
            {lead === null ? t("noLead") : null}
          </p>
        ) : null}
      </div>
    </article>
  );
}
