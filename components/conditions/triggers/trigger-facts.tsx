import type { ReactNode } from "react";
import { codeLook } from "@/components/ui/looks";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator, type MessageKey } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { Fact, SideFacts } from "@/components/ui/page/facts";
import { WaitingMark } from "../conditions/marks";

const t = translator("conditions");
const domain = translator("domain");

export function TriggerFacts({ trigger }: { trigger: Trigger }) {
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
    ["sheet.recorded", shortDay(registerDay(createdAt))],
  ];
  return (
    <SideFacts title={t("sheet.facts")}>
      {rows
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <Fact key={name} name={t(name)}>
            {value}
          </Fact>
        ))}
    </SideFacts>
  );
}
