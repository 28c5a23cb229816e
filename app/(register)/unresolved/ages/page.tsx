import { Markup } from "@/components/ui/page/markup/markup";
import { AgeCharts, AgesTable } from "@/components/unresolved/charts/ages";
import { linkTo } from "@/components/ui/link-to";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { loadAges } from "@/lib/unresolved/charts/queries";
import type { Ages } from "@/lib/domain/unresolved/ages";
import { translator } from "@/lib/i18n/translator";
import { ChartFrame } from "@/components/unresolved/charts/chart-frame";
import { agesFinding } from "@/lib/domain/unresolved/charts/findings";
import { monthOf } from "@/lib/i18n/dates";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import { titled } from "../../../titled";

const t = translator("charts");

export const generateMetadata = titled(() => t("ages.title"));

export default async function AgesPage() {
  const { actor, at, moment } = await readAt();
  const [ages, { marking }] = await Promise.all([loadAges(actor, at), loadSettings()]);
  if (!ages.ok) return <RefusedAndNoted refusal={ages.refusal} home="/unresolved/ages" />;
  return (
    <>
      <PageHead title={t("ages.title")} />
      <Sentence ages={ages.value} />
      <ChartFrame
        id="ages"
        finding={findingWords(ages.value)}
        note={t("ages.note")}
        data="/api/v1/charts/ages.csv"
        {...{ at: moment, marking }}
      >
        <AgeCharts ages={ages.value} />
      </ChartFrame>
      <Markup>
        <Section id="months" title={t("ages.table")}>
          <AgesTable ages={ages.value} />
        </Section>
      </Markup>
    </>
  );
}

function findingWords({ months, counts }: Ages): string {
  const found = agesFinding(months, Object.values(counts));
  if (found === null) return t("ages.finding.none");
  const { month, count, all } = found;
  return month === null
    ? t("ages.finding.older", { count, all, month: monthOf(months[1] ?? "") })
    : t("ages.finding.month", { count, all, month: monthOf(month) });
}

/** Months that count as recent, including this one; items from before are old. */
const RECENT = 3;

function Sentence({ ages: { months, counts } }: { ages: Ages }) {
  const all = Object.values(counts);
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  return (
    <p className="headline">
      {t.rich("ages.headline", {
        count: sum(all.flat()),
        old: sum(all.flatMap((values) => values.slice(0, -RECENT))),
        month: monthOf(months.at(-RECENT) ?? ""),
        all: linkTo("/unresolved"),
      })}
    </p>
  );
}
