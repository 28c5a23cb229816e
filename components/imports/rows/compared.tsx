// A row next to the pledges on record that it may be, with differences marked. Made on the server.
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import type { ImportJob } from "@/lib/domain/import/import";
import type { ImportField } from "@/lib/domain/import/import-columns";
import type { ImportRow } from "@/lib/domain/import/import-row";
import type { RowCompared } from "@/lib/domain/passages/pledges-alike";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { withMarking } from "@/lib/i18n/coalition-only";
import { dayInWords } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { importFormWords } from "../words";
import { AnswerRow } from "./answer-row";

const t = translator("imports");
const domain = translator("domain");

export interface ComparedRow {
  row: ImportRow;
  alike: readonly RowCompared[];
}

/** `answeredReference`: the pledge that someone said it is. */
export function RowNextToRecord({
  job,
  number,
  compared: { row, alike },
  answeredReference,
  title,
}: {
  job: ImportJob;
  number: number;
  compared: ComparedRow;
  answeredReference: string | null;
  title: string;
}) {
  const mayAnswer = job.state === "CHECKED";
  const isNew = { label: t("compared.isNewAfterAll"), says: { is: null } };
  return (
    <>
      {answeredReference === null ? null : (
        <p>{t("compared.said", { reference: withMarking(answeredReference) })}</p>
      )}
      <details>
        <summary className="cursor-pointer text-caption text-muted underline">{title}</summary>
        {alike.map((one) => {
          const { reference } = one.pledge;
          const named = withMarking(reference);
          const then = `/pledges/${reference}/edit?import=${job.id}&row=${String(number)}`;
          const answers = [
            { label: t("compared.same", { reference: named }), says: { is: reference } },
            { label: t("compared.update", { reference: named }), says: { is: reference }, then },
          ];
          return (
            <section key={reference} className="mt-2" aria-label={t("compared.title", { row: number })}>
              <SideBySide row={row} {...one} />
              {answeredReference === null || one.differs.length === 0 ? null : (
                <p className="mb-2">
                  <a href={then}>{t("compared.fill", { reference: named })}</a>
                </p>
              )}
              {mayAnswer ? (
                <AnswerRow
                  id={job.id}
                  row={number}
                  answers={answeredReference === null ? answers : [isNew]}
                  words={importFormWords("compared")}
                />
              ) : null}
            </section>
          );
        })}
      </details>
    </>
  );
}

const SHOWN = [
  "title",
  "stage",
  "priority",
  "quantity",
  "amount",
  "statedOn",
  "windowStart",
  "windowEnd",
] as const;

function SideBySide({ row, pledge, differs }: { row: ImportRow } & RowCompared) {
  const [said, theirs] = [saidBy(row), saidBy(onRecord(pledge))];
  // Differences in other fields are named, too: otherwise they would be lost unseen.
  const others = differs.filter((field) => !SHOWN.some((one) => one === field));
  return (
    <>
      <table className="mb-2 w-full table-fixed">
        <thead>
          <tr className="text-left text-caption text-muted">
            <td className="w-28 max-md:w-20" />
            <th scope="col">{t("compared.file")}</th>
            <th scope="col">
              <a href={`/pledges/${pledge.reference}`}>{pledge.reference}</a>
              <CoalitionMark reference={pledge.reference} />
            </th>
          </tr>
        </thead>
        <tbody>
          {SHOWN.filter((field) => said[field] !== null || theirs[field] !== null).map((field) => (
            <tr key={field} className="border-t border-rule align-top">
              <th scope="row" className="py-1 pr-2 text-left font-normal text-muted">
                {t(`field.${field}`)}
              </th>
              <td className="py-1 pr-2 wrap-anywhere" translate="no">
                <span className="text-caption text-muted md:hidden">{t("compared.file")} </span>
                {said[field] ?? t("compared.notStated")}
              </td>
              <td className="py-1 wrap-anywhere" translate="no">
                <span className="text-caption text-muted md:hidden">{withMarking(pledge.reference)} </span>
                {differs.includes(field) ? (
                  <mark className="bg-(--highlight) text-text">
                    {theirs[field] ?? t("compared.notStated")}
                    <span className="sr-only"> {t("compared.differs")}</span>
                  </mark>
                ) : (
                  (theirs[field] ?? t("compared.notStated"))
                )}
              </td>
            </tr>
          ))}
          {others.map((field) => (
            <tr key={field} className="border-t border-rule align-top">
              <th scope="row" className="py-1 pr-2 text-left font-normal text-muted">
                {t(`field.${field}`)}
              </th>
              <td className="py-1" colSpan={2}>
                <mark className="bg-(--highlight) text-text">{t("compared.differs")}</mark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type Shown = Pick<
  ImportRow,
  "title" | "stage" | "priority" | "money" | "statedOn" | "windowStart" | "windowEnd"
> & {
  quantity: ImportRow["quantity"] | null;
};

const onRecord = ({ contributions: [line], ...pledge }: Pledge): Shown => ({
  ...pledge,
  quantity: line?.quantity ?? null,
  money: line?.money ?? null,
});

function saidBy(one: Shown): Record<(typeof SHOWN)[number], string | null> {
  const day = (said: string | null) => (said === null ? null : dayInWords(said));
  const { quantity, money } = one;
  return {
    title: one.title,
    stage: domain(`stage.${one.stage}`),
    priority: `${String(one.priority)} · ${domain.ofCode("priority", one.priority)}`,
    quantity: quantity === null || quantity.kind === "NOT_STATED" ? null : quantityWords(quantity),
    amount: money === null ? null : moneyWords(money),
    statedOn: day(one.statedOn),
    windowStart: day(one.windowStart),
    windowEnd: day(one.windowEnd),
  } satisfies Record<Extract<ImportField, (typeof SHOWN)[number]>, string | null>;
}
