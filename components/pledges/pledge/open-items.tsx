import { asOfHref } from "@/components/ui/address/as-of-href";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { AskLink } from "@/components/oversight/questions/ask-link";
import type { Asking } from "@/components/oversight/questions/asking";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";
import { fixLinkFor, type FixKind } from "./fix-links";

const isCounted = (item: UnresolvedItem): boolean => item.class !== "DORMANT";

/** Links for every reader: they only lead to something to read. */
const FOR_READERS: readonly FixKind[] = [
  "see-sources",
  "follow-pledge",
  "see-trigger",
  "see-cycle",
  "see-offer",
  "see-ruling",
];

/** What is unresolved, since when, what would resolve it, and the link there. */
export function PledgeOpenItems({
  sheet,
  asking,
  today,
}: {
  sheet: PledgeDetails;
  asking: Asking | null;
  today: Day;
}) {
  const t = translator("pledge");
  const domain = translator("domain");
  return (
    <section className="sec" aria-labelledby="unresolved">
      <header>
        <h2 id="unresolved">{t("unresolved")}</h2>
        <p>{t("counted", { count: sheet.unresolved.filter(isCounted).length })}</p>
      </header>
      {sheet.unresolved.length === 0 ? (
        <p className="muted">{t(sheet.voided ? "voidedHasNone" : "nothingOpenHere")}</p>
      ) : null}
      <ul className="unl">
        {sheet.unresolved.map((item) => {
          const words = itemWords(item);
          const { participant, priority, reference } = sheet;
          const placed = { ...item, participant, priority, reference };
          const mend = fixLinkFor(placed);
          return (
            <li key={item.code}>
              <div className="ui">
                <ClassGlyph of={item.class} />
              </div>
              <div>
                <h3>
                  {domain(`code.${item.code}`)} <span className="code">{item.code}</span>
                </h3>
                <p>{words.what}</p>
                <p className="res">
                  <b>{t("resolvedBy")}</b> {words.resolvedBy}
                </p>
              </div>
              <div className="ua">
                <span className="muted">{t("openFor", { days: daysBetween(item.since, today) })}</span>
                <div className="ways">
                  {sheet.may.edit || FOR_READERS.includes(mend.name) ? (
                    <a className="btn" href={asOfHref(mend.href)}>
                      {t(`mend.${mend.name}`)}
                    </a>
                  ) : null}
                  <AskLink item={placed} asking={asking} button />
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
