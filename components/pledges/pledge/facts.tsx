import type { ReactNode } from "react";
import { NotStated } from "@/components/ui/not-stated";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { translator, type Messages } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { windowSentence } from "./contributions";

export function Facts({
  sheet,
  ownerName,
  today,
}: {
  sheet: PledgeDetails;
  ownerName: string | null;
  today: Day;
}) {
  const t = translator("pledge");
  const domain = translator("domain");
  const day = (value: string | null) => (value === null ? null : shortDay(value));
  const rows: [
    keyof Messages["pledge"]["fact"],
    ReactNode,
    missing?: keyof Messages["pledge"]["factMissing"],
  ][] = [
    ["statedOn", day(sheet.statedOn)],
    ["authorisedBy", sheet.authorisedBy],
    [
      "furtherApproval",
      sheet.furtherApproval === "UNKNOWN" ? null : domain(`furtherApproval.${sheet.furtherApproval}`),
      "notKnown",
    ],
    [
      "window",
      sheet.windowStart === null && sheet.windowEnd === null
        ? null
        : windowSentence(sheet.windowStart, sheet.windowEnd),
    ],
    ["dueOn", day(sheet.dueOn)],
    ["instrument", sheet.instrument && derived(domain(`evidenceKind.${sheet.instrument}`)), "none"],
    ["verification", sheet.verification && derived(domain(`verification.${sheet.verification}`)), "none"],
    ["owner", sheet.owner === null ? null : (ownerName ?? sheet.owner), "nobody"],
    [
      "nextAction",
      sheet.nextAction && action(sheet.nextAction, sheet.nextActionDueOn, today),
      "nothingPlanned",
    ],
    ["lastConfirmedOn", sheet.lastConfirmedOn && withAge(sheet.lastConfirmedOn, today), "never"],
    ["handling", domain(`handling.${sheet.handling}`)],
    ["version", sheet.version],
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t("facts")}</h2>
      <dl className="facts">
        {rows.map(([name, value, missing = "notStated"]) => (
          <Fact key={name} name={t(`fact.${name}`)}>
            {value ?? <NotStated>{t(`factMissing.${missing}`)}</NotStated>}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function derived(words: string): ReactNode {
  return (
    <>
      {words} <span className="muted">{translator("pledge")("derived")}</span>
    </>
  );
}

function action(text: string, due: Day | null, today: Day): ReactNode {
  const t = translator("pledge");
  if (due === null) return text;
  const days = daysBetween(today, due);
  return (
    <>
      {text}
      <br />
      <span className="muted">
        {t("byDay", { day: shortDay(due), when: days < 0 ? "past" : "ahead", days: Math.abs(days) })}
      </span>
    </>
  );
}

function withAge(day: Day, today: Day): ReactNode {
  return (
    <>
      {shortDay(day)}
      <br />
      <span className="muted">{translator("pledge")("daysAgo", { days: daysBetween(day, today) })}</span>
    </>
  );
}
