import { asOfHref } from "@/components/ui/address/as-of-href";
import { Fold } from "@/components/ui/fold/fold";
import { ClassGlyph, type ItemClass } from "@/components/ui/marks/class-mark";
import { AskLink } from "@/components/oversight/questions/ask-link";
import type { QuestionContext } from "@/components/oversight/questions/question-context";
import { buttonLook } from "@/components/ui/looks";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { countedItems } from "@/lib/domain/unresolved/reasons";
import { listedApart } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";
import { fixLinkFor, type FixKind } from "./fix-links";

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
  details,
  questionContext,
  today,
}: {
  details: PledgeDetails;
  questionContext: QuestionContext | null;
  today: Day;
}) {
  const t = translator("pledge");
  return (
    <section className="section" aria-labelledby="unresolved">
      {details.unresolved.length > 0 ? (
        <Items details={details} questionContext={questionContext} today={today} />
      ) : (
        <>
          <Title details={details} />
          <p className="text-muted">{t(details.voided ? "voidedHasNone" : "nothingOpenHere")}</p>
        </>
      )}
    </section>
  );
}

const Title = ({ details }: Pick<Given, "details">) => {
  const t = translator("pledge");
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <h2 id="unresolved">{t("unresolved")}</h2>
      <span className="text-muted">{t("counted", { count: countedItems(details.unresolved).length })}</span>
    </span>
  );
};

type Given = Parameters<typeof PledgeOpenItems>[0];

/** One line says what is missing, and how many of each class; opened, it says what would resolve each. */
function Items({ details, questionContext, today }: Given) {
  const t = translator("pledge");
  const domain = translator("domain");
  return (
    <Fold
      opensFor="unresolved"
      summary={
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
          <Title details={details} />
          <span className="min-w-0 flex-1 basis-60 md:truncate">
            {listedApart(details.unresolved.map(({ code }) => domain(`code.${code}`)))}
          </span>
          <Classes details={details} />
          <span className={buttonLook()}>{t("resolve")}</span>
        </span>
      }
    >
      <ul className="open-items">
        {details.unresolved.map((item) => {
          const words = itemWords(item);
          const { participant, priority, reference } = details;
          const placed = { ...item, participant, priority, reference };
          const fix = fixLinkFor(placed);
          return (
            <li
              className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-y-0 gap-x-2 px-0 py-2.5 border-b border-b-rule first:pt-0 max-md:grid-cols-[24px_minmax(0,1fr)]"
              key={item.code}
            >
              <div className="pt-0.5">
                <ClassGlyph of={item.class} />
              </div>
              <div>
                <h3 className="text-ui font-semibold">{domain(`code.${item.code}`)}</h3>
                <p>{words.what}</p>
                <p className="text-muted">
                  <b className="text-muted font-normal">{t("resolvedBy")}</b> {words.resolvedBy}
                </p>
              </div>
              <div className="item-actions flex items-center gap-4 max-md:justify-between max-md:col-2 max-md:mt-1.5">
                <span className="text-muted">{t("openFor", { days: daysBetween(item.since, today) })}</span>
                <div className="flex flex-col gap-1.5">
                  {details.may.edit || FOR_READERS.includes(fix.name) ? (
                    <a className={buttonLook()} href={asOfHref(fix.href)}>
                      {t(`mend.${fix.name}`)}
                    </a>
                  ) : null}
                  <AskLink item={placed} context={questionContext} button />
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}

const CLASSES: readonly ItemClass[] = ["BLOCKED", "GAP", "QUALITY", "DORMANT"];

const Classes = ({ details }: Pick<Given, "details">) => (
  <span className="flex gap-3">
    {CLASSES.map((name) => {
      const count = details.unresolved.filter((item) => item.class === name).length;
      return count === 0 ? null : (
        <span key={name} className="flex items-center gap-1">
          <ClassGlyph of={name} />
          <span className="sr-only">{translator("domain")(`class.${name}`)}</span> {count}
        </span>
      );
    })}
  </span>
);
