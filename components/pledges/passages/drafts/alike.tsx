import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { buttonLook } from "@/components/ui/looks";
import { STAGE_SAID, type PledgeDraft } from "@/lib/domain/passages/pledge-draft";
import { COMPARED, type AlikePledge, type ComparedField } from "@/lib/domain/passages/pledges-alike";
import { withMarking } from "@/lib/i18n/coalition-only";
import { dayInWords } from "@/lib/i18n/dates";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { amountsInWords } from "./amounts-in-words";
import { AlikeSection, ChooseRepeats } from "./choose-repeats";

const t = translator("drafts");
const domain = translator("domain");

/** A draft next to the pledges on record that it may be, with differences marked. Made on the server. */
export function AlikePledges({ draft, alike }: { draft: PledgeDraft; alike: readonly AlikePledge[] }) {
  return (
    <>
      {alike.map((one) => (
        <Alike key={one.pledge.reference} draft={draft} {...one} />
      ))}
    </>
  );
}

function Alike({ draft, pledge, agrees, differs }: { draft: PledgeDraft } & AlikePledge) {
  const { reference, stage } = pledge;
  const named = withMarking(reference);
  const draftSays = saidBy({ ...draft.content, stage: STAGE_SAID[draft.content.says] });
  const theirs = saidBy(pledge);
  const titles = {
    alike: { name: t("alike.title", { reference }), shown: t("alike.title", { reference: named }) },
    opposite: { name: t("alike.opposite", { reference }), shown: t("alike.opposite", { reference: named }) },
  };
  return (
    <AlikeSection stage={stage} titles={titles}>
      {agrees.length === 0 ? null : (
        <p className="mb-1 text-muted">
          {t("alike.agrees", { what: listWords(agrees.map((what) => t(`alike.what.${what}`))) })}
        </p>
      )}
      <table className="mb-2 w-full table-fixed">
        <thead>
          <tr className="text-left text-caption text-muted">
            <td className="w-28 max-md:w-20" />
            <th scope="col">{t("alike.text")}</th>
            <th scope="col">
              <a href={`/pledges/${reference}`}>{reference}</a>
              <CoalitionMark reference={reference} />
            </th>
          </tr>
        </thead>
        <tbody>
          {COMPARED.filter((field) => draftSays[field] !== null || theirs[field] !== null).map((field) => (
            <tr key={field} className="border-t border-rule align-top">
              <th scope="row" className="py-1 pr-2 text-left font-normal text-muted">
                {t(`alike.field.${field}`)}
              </th>
              <td className="py-1 pr-2 wrap-anywhere">{draftSays[field] ?? t("notStated")}</td>
              <td className="py-1 wrap-anywhere">
                {differs.includes(field) ? (
                  <mark className="bg-(--highlight) text-text">
                    {theirs[field] ?? t("notStated")}
                    <span className="sr-only"> {t("alike.differs")}</span>
                  </mark>
                ) : (
                  (theirs[field] ?? t("notStated"))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="flex flex-wrap gap-3 noscript:hidden">
        <ChooseRepeats reference={reference} label={t("alike.same", { reference: named })} stage={stage} />
        <ChooseRepeats reference="" label={t("alike.new", { reference: named })} />
        <a className={buttonLook("plain")} href={`/pledges/${reference}/edit`}>
          {t("alike.update", { reference: named })}
        </a>
      </p>
    </AlikeSection>
  );
}

type ComparedStatement = Pick<
  AlikePledge["pledge"],
  "title" | "stage" | "statedOn" | "windowStart" | "windowEnd"
> & {
  priority: AlikePledge["pledge"]["priority"] | null;
  contributions: AlikePledge["pledge"]["contributions"];
};

function saidBy(one: ComparedStatement): Record<ComparedField, string | null> {
  const { title, stage, priority, statedOn, windowStart, windowEnd } = one;
  const ends = [windowStart, windowEnd].flatMap((day) => (day === null ? [] : dayInWords(day)));
  return {
    title,
    stage: domain(`stage.${stage}`),
    priority: priority === null ? null : `${String(priority)} · ${domain.ofCode("priority", priority)}`,
    amount: amountsInWords(one),
    window: ends.length === 0 ? null : ends.join(" – "),
    statedOn: statedOn === null ? null : dayInWords(statedOn),
  };
}
