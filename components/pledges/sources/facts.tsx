import type { ReactNode } from "react";
import { codeLook } from "@/components/ui/looks";
import { NotStated } from "@/components/ui/not-stated";
import type { Source } from "@/lib/domain/pledge/source";
import { languageWords } from "@/lib/i18n/words/domain-words";
import type { Messages } from "@/lib/i18n/message-files";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { Fact, SideFacts } from "@/components/ui/page/facts";

const t = translator("sources");
const ui = translator("ui");
const domain = translator("domain");

export function SourceFacts({ source }: { source: Source }) {
  const { publisher, title, publishedOn, language, ownership, url, createdAt } = source;
  const rows: [keyof Messages["sources"]["fact"], ReactNode][] = [
    ["publisher", publisher],
    ["title", title && <span lang={language}>{title}</span>],
    ["publishedOn", publishedOn && shortDay(publishedOn)],
    ["language", languageWords(language)],
    [
      "ownership",
      <>
        {domain(`ownership.${ownership}`)}
        <br />
        <span className="text-muted">{domain(`ownershipMeaning.${ownership}`)}</span>
      </>,
    ],
    ["url", url && <span className={codeLook()}>{url}</span>],
    ["recorded", shortDay(registerDay(createdAt))],
  ];
  return (
    <SideFacts title={t("facts")} isShort>
      {rows.map(([name, value]) => (
        <Fact key={name} name={t(`fact.${name}`)}>
          {value ?? <NotStated>{ui("notStated")}</NotStated>}
        </Fact>
      ))}
    </SideFacts>
  );
}
