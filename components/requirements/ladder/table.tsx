// Who is there from the day a trigger holds: by domain and unit, and day by day; below, who is missing and why.
import { Markup } from "@/components/ui/page/markup/markup";
import { ExportLink } from "@/components/tables/export-link";
import { ChartTools, type PictureFacts } from "@/components/unresolved/charts/chart-tools";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import { Fold } from "@/components/ui/fold/fold";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { Section } from "@/components/ui/page/section";
import { scaled } from "@/lib/domain/base/amount";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import { STRENGTHS, type Strength } from "@/lib/domain/requirements/strength-figures";
import {
  RESPONSE_DAYS,
  type ResponseLadder,
  type ResponseRow,
  type ResponseRung,
} from "@/lib/domain/requirements/response-ladder";
import { dayInWords } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import { domainWords } from "@/lib/i18n/words/domain-words";
import { figureLine, figureWords, unitWords } from "@/lib/i18n/words/requirement-words";
import { ladderFinding } from "@/lib/domain/requirements/ladder-finding";
import { ReferenceLink } from "@/components/ui/link-to";
import { LadderDrawing } from "./drawing";
import { LADDER_TABLE } from "./rung";
import { OffersOffLadder } from "./off-ladder";
import { besideTrigger, ladderCsvHref, type RequirementsView } from "../view";

const t = translator("requirements");
const domain = translator("domain");

interface Props {
  ladder: ResponseLadder;
  view: RequirementsView;
  /** Names of participants, by code. */
  names: Readonly<Record<string, string>>;
  pictureFacts: PictureFacts;
}

export function ResponseLadderTable({
  ladder: { trigger, from, rows, triggers },
  view,
  names,
  pictureFacts,
}: Props) {
  const holds = trigger.state === "MET" && trigger.since === from ? "since" : "ifToday";
  return (
    <Section
      id="ladder"
      title={t("ladder.title")}
      anchor="response-ladder"
      aside={
        <div className="flex flex-wrap items-center gap-4">
          <ChartTools id="response-ladder" finding={findingWords(rows)} data={null} {...pictureFacts} />
          <ExportLink href={ladderCsvHref(view)} label={t("ladder.export")} />
        </div>
      }
    >
      <h3 className="mb-1 text-lead font-semibold">{findingWords(rows)}</h3>
      <FilterBar
        action="/requirements#ladder"
        words={{ label: t("ladder.title"), show: t("ladder.show"), clear: t("ladder.clear") }}
        keep={besideTrigger(view)}
        extra={
          <span>
            <b>{trigger.title}</b> {t(`ladder.${holds}`, { day: dayInWords(from) })}
          </span>
        }
      >
        <label htmlFor="ladder-trigger">{t("ladder.trigger")}</label>
        <select className="input" id="ladder-trigger" name="trigger" defaultValue={trigger.code}>
          {triggers.some(({ code }) => code === trigger.code) ? null : (
            <option value={trigger.code}>{trigger.title}</option>
          )}
          {triggers.map(({ code, title }) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      </FilterBar>
      <Markup>
        <LadderDrawing rows={rows.filter(isDrawn)} name={rowName} />
      </Markup>
      <p className="text-muted mt-2 text-caption">{t("ladder.key")}</p>
      <Markup>
        <Fold summary={<b>{t("ladder.asTable")}</b>} className="mt-2">
          <p className="text-muted mb-2">{t("ladder.text")}</p>
          <div className="wide" id={LADDER_TABLE} role="region" aria-label={t("ladder.table")} tabIndex={0}>
            <Ledger
              flat
              caption={t("ladder.caption")}
              groups={rows.map((row) => ({
                key: rowName(row),
                heading: rowName(row),
                rows: LINES.map((line) => ({ line, row })),
              }))}
              rowKey={({ line }) => line}
              columns={columns(names)}
            />
          </div>
          <p className="text-muted pt-3">{t("neverSummed")}</p>
          <OffersOffLadder rows={rows} name={rowName} />
        </Fold>
      </Markup>
    </Section>
  );
}

/** Someone is there, or something is needed. The table has all rows. */
const isDrawn = ({ rungs }: ResponseRow): boolean =>
  rungs.some(({ need, there }) => need > 0n || STRENGTHS.some((strength) => there[strength].length > 0));

/** The drawing's title, derived by rule from its figures. */
function findingWords(rows: readonly ResponseRow[]): string {
  const { needed, filled, first, silent } = ladderFinding(rows);
  if (needed === 0) return t("ladder.finding.nothing", { silent });
  if (first === null) return t("ladder.finding.nobody", { needed, silent });
  return t("ladder.finding.some", { needed, filled, first, silent });
}

/** "Land, people", "Sea, EUR". */
const rowName = ({ domain: one, measure }: ResponseRow): string =>
  t("ladder.row", {
    domain: domainWords(one),
    measure: "currency" in measure ? measure.currency : unitWords(MANY, measure),
  });

const MANY = scaled("100");
const LINES = ["need", ...STRENGTHS, "short"] as const;

interface Line {
  line: (typeof LINES)[number];
  row: ResponseRow;
}

const columns = (names: Props["names"]): ListColumn<Line>[] => [
  {
    heading: t("ladder.what"),
    names: true,
    cell: ({ line }) =>
      line === "need" || line === "short" ? t(`ladder.${line}`) : domain(`strength.${line}`),
  },
  ...RESPONSE_DAYS.map((day, n): ListColumn<Line> => ({
    heading: t("dayDue", { day }),
    numeric: true,
    cell: ({ line, row: { measure, rungs } }) => {
      const rung = rungs[n];
      if (!rung) return null;
      if (line === "need") return rung.need === 0n ? t("ladder.notNeeded") : figureWords(rung.need, measure);
      if (line === "short") return <Short rung={rung} measure={measure} />;
      return <There rung={rung} strength={line} measure={measure} names={names} />;
    },
  })),
];

function Short({ rung: { short }, measure }: { rung: ResponseRung; measure: Measure }) {
  if (short.length === 0) return t("none");
  return short.map(({ requirement, amount, sealed }) => (
    <span key={requirement} className="block min-h-6">
      {sealed ? `${t("atMost")} ` : ""}
      <b>{figureWords(amount, measure)}</b> <RequirementLink reference={requirement} />
    </span>
  ));
}

interface ThereProps {
  rung: ResponseRung;
  strength: Strength;
  measure: Measure;
  names: Props["names"];
}

function There({ rung, strength, measure, names }: ThereProps) {
  const figure = rung[strength];
  return (
    <>
      {figureLine(figure, measure)}
      {figure.unsaid > 0 ? ` ${t("plus")}` : ""}
      {rung.there[strength].map((code) => (
        <span key={code} className="block min-h-6">
          <a href={asOfHref(`/participants/${code}`)}>{names[code] ?? code}</a>
        </span>
      ))}
    </>
  );
}

const RequirementLink = ({ reference }: { reference: string }) => (
  <ReferenceLink href={asOfHref(`/requirements/${reference}`)}>{reference}</ReferenceLink>
);
