import type { ReactNode } from "react";
import { codeLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";
import { Fact } from "@/components/ui/page/facts";

const t = translator("sample");

export interface DrawnOf {
  of: string;
  seed: string;
  position: number;
  leafHash: string;
  population: number;
  n: number;
}

/** What is needed to draw the same sample again; printed with it. */
export function SampleFacts({
  of,
  seed,
  position,
  leafHash,
  population,
  n,
  readsLog,
}: DrawnOf & { readsLog: boolean }) {
  return (
    <>
      <p className="headline mt-4 print:mt-0 print:max-w-none">
        {t.rich("drawn", {
          n,
          population,
          of: t.ofCode("of", of),
          b: (words: ReactNode) => <b>{words}</b>,
        })}
      </p>
      <dl className="facts mx-0 mt-3 mb-4 max-w-[100ch]">
        <dt>{t("fact.seed")}</dt>
        <dd className={codeLook()}>{seed}</dd>
        <Fact name={t("fact.position")}>
          {readsLog ? (
            <a href={`/audit/${position}`}>{t("event", { position })}</a>
          ) : (
            t("event", { position })
          )}
        </Fact>
        <dt>{t("fact.leafHash")}</dt>
        <dd className={codeLook()}>{leafHash}</dd>
      </dl>
    </>
  );
}
