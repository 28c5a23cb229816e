import type { ReactNode } from "react";
import { codeLook } from "@/components/ui/looks";
import { NotStated } from "@/components/ui/not-stated";
import { dayOf } from "@/lib/domain/base/day";
import type { Source } from "@/lib/domain/pledge/source";
import { languageWords } from "@/lib/i18n/words/domain-words";
import { translator, type Messages } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("sources");
const ui = translator("ui");
const domain = translator("domain");

export function SourceFacts({ source, timeZone }: { source: Source; timeZone: string }) {
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
    ["recorded", shortDay(dayOf(createdAt, timeZone))],
  ];
  return (
    <section
      className="max-md:first:order-0 max-md:mt-8 max-md:pb-0 max-md:first:-order-1"
      aria-labelledby="facts"
    >
      <h2 id="facts">{t("facts")}</h2>
      <dl data-short="" className="facts border-t border-t-rule">
        {rows.map(([name, value]) => (
          <Fact key={name} name={t(`fact.${name}`)}>
            {value ?? <NotStated>{ui("notStated")}</NotStated>}
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
