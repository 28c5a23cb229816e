import type { ReactNode } from "react";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { NotStated } from "@/components/ui/not-stated";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { Messages } from "@/lib/i18n/message-files";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { Fact } from "@/components/ui/page/facts";
import { windowSentence } from "./contributions";

const t = translator("pledge");
const domain = translator("domain");

type FactName = keyof Messages["pledge"]["fact"];
type Row = [name: FactName, value: ReactNode, missing?: keyof Messages["pledge"]["factMissing"]];

/** What was said, by whom, when, and what it rests on. */
export function Facts({ details, today }: { details: PledgeDetails; today: Day }) {
  const day = (value: string | null) => (value === null ? null : shortDay(value));
  const { windowStart, windowEnd } = details;
  const rows: Row[] = [
    ["statedOn", day(details.statedOn)],
    ["authorisedBy", details.authorisedBy],
    [
      "furtherApproval",
      details.furtherApproval === "UNKNOWN" ? null : domain(`furtherApproval.${details.furtherApproval}`),
      "notKnown",
    ],
    ["instrument", details.instrument && derived(domain(`evidenceKind.${details.instrument}`)), "none"],
    ["window", windowStart === null && windowEnd === null ? null : windowSentence(windowStart, windowEnd)],
    ["dueOn", day(details.dueOn)],
    ["verification", details.verification && derived(domain(`verification.${details.verification}`)), "none"],
    ["lastConfirmedOn", details.lastConfirmedOn && withAge(details.lastConfirmedOn, today), "never"],
  ];
  return (
    <section aria-labelledby="facts">
      <h3 id="facts" className="sr-only">
        {t("facts")}
      </h3>
      <dl className="grid grid-cols-2 md:grid-cols-4">
        {rows.map(([name, value, missing = "notStated"]) => (
          <div key={name} className="min-w-0 border-b border-rule py-1.5 pr-4">
            <dt className="text-caption text-muted">{t(`fact.${name}`)}</dt>
            <dd className="[overflow-wrap:anywhere]">
              {value ?? <NotStated>{t(`factMissing.${missing}`)}</NotStated>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Who keeps the record, and how. */
export function KeptFacts({ details, ownerName }: { details: PledgeDetails; ownerName: string | null }) {
  const rows: Row[] = [
    ["owner", details.owner === null ? null : (ownerName ?? details.owner), "nobody"],
    ["handling", domain(`handling.${details.handling}`)],
    ["version", details.version],
  ];
  return (
    <section className="max-md:mt-8 max-md:pb-0 max-md:first:-order-1" aria-labelledby="kept">
      <h2 id="kept">{t("kept")}</h2>
      <dl className="facts border-t border-t-rule">
        {rows.map(([name, value, missing = "notStated"]) => (
          <Fact key={name} name={t(`fact.${name}`)}>
            {value ?? <NotStated>{t(`factMissing.${missing}`)}</NotStated>}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

/** The one next step, by whom and until when. */
export function PledgeNextStep({
  details,
  ownerName,
  today,
}: Parameters<typeof KeptFacts>[0] & { today: Day }) {
  const { nextAction, nextActionDueOn: due, owner, may, reference } = details;
  const days = due === null ? 0 : daysBetween(today, due);
  return (
    <section
      aria-labelledby="next-step"
      className="flex flex-wrap items-center gap-x-6 gap-y-2 border border-l-4 border-rule border-l-rule-strong px-4 py-2"
    >
      <h2 id="next-step" className="text-ui font-normal text-muted">
        {t("nextStep")}
      </h2>
      <p className="min-w-0 flex-1 basis-52">
        {nextAction ? <b>{nextAction}</b> : <NotStated>{t("factMissing.nothingPlanned")}</NotStated>}
        <span className="block text-muted">
          {owner === null ? t("factMissing.nobody") : (ownerName ?? owner)}
          {due === null
            ? null
            : `, ${t("byDay", { day: shortDay(due), when: days < 0 ? "past" : "ahead", days: Math.abs(days) })}`}
        </span>
      </p>
      {may.edit ? (
        <a className={buttonLook()} href={asOfHref(`/pledges/${reference}/edit#nextAction`)}>
          {t(nextAction ? "changeStep" : "planStep")}
        </a>
      ) : null}
    </section>
  );
}

function derived(words: string): ReactNode {
  return (
    <>
      {words} <span className="text-muted">{t("derived")}</span>
    </>
  );
}

function withAge(day: Day, today: Day): ReactNode {
  return (
    <>
      {shortDay(day)} <span className="text-muted">{t("daysAgo", { days: daysBetween(day, today) })}</span>
    </>
  );
}
