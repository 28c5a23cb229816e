import type { ReactNode } from "react";
import { codeLook } from "@/components/ui/looks";
import { dayOf } from "@/lib/domain/base/day";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import { translator, type MessageKey } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { WaitingMark } from "../conditions/marks";

const t = translator("conditions");
const domain = translator("domain");

export function TriggerFacts({ trigger, timeZone }: { trigger: Trigger; timeZone: string }) {
  const { code, description, waiting, createdAt } = trigger;
  const rows: [MessageKey<"conditions">, ReactNode][] = [
    [
      "sheet.code",
      <span key="code" className={codeLook()}>
        {code}
      </span>,
    ],
    [
      "sheet.waiting",
      <>
        <WaitingMark waiting={waiting} />
        <br />
        <span className="text-muted">{domain(`waitingMeaning.${waiting}`)}</span>
      </>,
    ],
    ["sheet.description", description],
    ["sheet.recorded", shortDay(dayOf(createdAt, timeZone))],
  ];
  return (
    <section
      className="max-md:first:order-0 max-md:mt-8 max-md:pb-0 max-md:first:-order-1"
      aria-labelledby="facts"
    >
      <h2 id="facts">{t("sheet.facts")}</h2>
      <dl className="facts border-t border-t-rule">
        {rows
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt>{t(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
