// What a line of the list says about a pledge, cell by cell.
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { Glyph } from "@/components/ui/marks/glyph";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import { countedItems, isCounted } from "@/lib/domain/unresolved/reasons";
import { moneyWords, quantityWords, type NumberLength } from "@/lib/i18n/words/domain-words";
import { proposedChangeWords } from "@/lib/i18n/words/proposed-change-words";
import { nearDay, relativeDay } from "@/lib/i18n/dates";
import { listedApart } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { Unsaid } from "./unsaid";

const t = translator("lists");
const domain = translator("domain");
const pledges = translator("pledges");
const mine = translator("mine");
const ui = translator("ui");

export const TitleCell = ({ reference, title, voided }: PledgeRow) => (
  <>
    <CoalitionMark reference={reference} /> {title}
    {voided ? <span className="text-muted"> {pledges("void")}</span> : null}
  </>
);

export const StageCell = ({ stage, proposal }: PledgeRow) => (
  <>
    <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>
    {proposal?.status === "OPEN" ? (
      <span className="sr-only"> {pledges("proposed", { wish: proposedChangeWords(proposal.wish) })}</span>
    ) : null}
  </>
);

export const wholeStage = ({ stage, proposal }: PledgeRow): string | null =>
  proposal?.status === "OPEN"
    ? t("proposedOf", { stage: domain(`stage.${stage}`), wish: proposedChangeWords(proposal.wish) })
    : null;

/** Each contribution's own amount: units and currencies are never added up. */
export function AmountsCell({ contributions, stage }: PledgeRow) {
  if (contributions.length === 0 && (stage === "DECLINED" || stage === "WITHDRAWN"))
    return <span className="text-muted">{pledges("nothingOffered")}</span>;
  const amounts = contributions.flatMap((line) => amountOf(line, { isShort: true }) ?? []);
  return amounts.length === 0 ? <Unsaid stage={stage} /> : <Uncut words={listedApart(amounts)} />;
}

/** Long words take two small lines, as owners do. A further number is a box, which "…" replaces whole where they are cut. */
function Uncut({ words }: { words: string }) {
  const parts = words.split(/(?<= )([^ ]*\d[^ ]*)/).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      <span key={place} className="inline-block">
        {part}
      </span>
    ),
  );
  if (words.length <= ON_ONE_LINE) return parts;
  return <span className={TWO_LINES}>{parts}</span>;
}

const TWO_LINES = "md:line-clamp-2 md:text-caption/3.5 md:whitespace-normal";

/** How many letters of any language fit into the column. */
const ON_ONE_LINE = 17;
const ON_SHORT_LINE = 12;

export const wholeAmounts = ({ contributions }: PledgeRow): string =>
  listedApart(
    contributions.map((line) =>
      t("amountOf", {
        kind: domain(`contributionKind.${line.kind}`),
        amount: amountOf(line) ?? ui("notStated"),
      }),
    ),
  );

/** Quantity and money; null where neither is stated. */
function amountOf({ quantity, money }: Contribution, length: NumberLength = {}): string | null {
  const parts = [
    quantity.kind === "NOT_STATED" ? null : quantityWords(quantity, length),
    money && moneyWords(money, length),
  ];
  return parts.filter((part) => part !== null).join(", ") || null;
}

/** How many things are counted as missing, with the mark of the worst. */
export function MissingCell({ reference, unresolved }: PledgeRow) {
  const worst = WORST_FIRST.find((one) => unresolved.some((item) => item.class === one));
  if (worst === undefined) return "0";
  return (
    <span className="inline-flex items-center justify-end gap-1.5">
      <ClassGlyph of={worst} />
      <a className="min-w-4" href={asOfHref(`/pledges/${reference}#unresolved`)}>
        {countedItems(unresolved).length}
      </a>
    </span>
  );
}

const WORST_FIRST = ["BLOCKED", "GAP", "QUALITY", "DORMANT"] as const;

export function wholeOpen({ unresolved }: PledgeRow): string | null {
  const counted = countedItems(unresolved);
  const dormant = unresolved.filter((item) => !isCounted(item.class));
  const parts = [
    counted.length > 0 ? t("openOf", { count: counted.length, list: codesOf(counted) }) : [],
    dormant.length > 0 ? t("dormantOf", { list: codesOf(dormant) }) : [],
  ].flat();
  return parts.length > 0 ? parts.join(". ") : null;
}

const codesOf = (items: PledgeRow["unresolved"]): string =>
  listedApart(items.map(({ code }) => domain(`code.${code}`)));

/** Days in words: late, today, else the day; the step itself is in the cell's title. */
export function NextStepCell({ pledge: { nextAction, nextActionDueOn: on }, today }: OnDay) {
  const step = nextAction === null ? null : <span className="sr-only"> {nextAction}</span>;
  if (on === null)
    return step === null ? <span className="text-muted">{t("noStep")}</span> : <>{nextAction}</>;
  const late = daysBetween(on, today);
  return (
    <>
      {late > 0 ? (
        <Late words={mine("due.late", { days: late })} />
      ) : late === 0 ? (
        <b className="text-waiting-ink">{mine("due.today")}</b>
      ) : (
        nearDay(today, on)
      )}
      {step}
    </>
  );
}

const Late = ({ words }: { words: string }) => (
  <b className={`text-blocked-ink ${words.length > ON_SHORT_LINE ? TWO_LINES : ""}`}>{words}</b>
);

export const wholeStep = ({ nextAction, nextActionDueOn: on }: PledgeRow, today: Day): string | null =>
  nextAction === null || on === null
    ? nextAction
    : pledges("nextBy", { action: nextAction, on: nearDay(today, on) });

/** How long ago, strong where that is too long. */
export function ConfirmedCell({ pledge: { lastConfirmedOn: on, unresolved }, today }: OnDay) {
  const words = on === null ? t("notConfirmed") : relativeDay(today, on);
  return unresolved.some(({ code }) => code === "STALE") ? (
    <b className="text-waiting-ink">{words}</b>
  ) : (
    words
  );
}

interface OnDay {
  pledge: PledgeRow;
  today: Day;
}

interface Owned {
  pledge: PledgeRow;
  name: string | null;
  keeps: boolean;
}

/** The link opens the editor in the row. */
export const OwnerCell = ({ pledge: { reference }, name, keeps }: Owned) => (
  <span className="flex items-center">
    {name === null ? (
      <span className="text-muted flex-1 truncate">{t("noOwner")}</span>
    ) : (
      <span className={`flex-1 ${TWO_LINES}`}>{name}</span>
    )}
    {keeps ? (
      <a
        className="icon-target text-link print:hidden"
        data-inline={reference}
        href={`/pledges/${reference}/edit#owner`}
        aria-label={pledges("changeHere", { reference })}
      >
        <Glyph name="edit" size={12} />
      </a>
    ) : null}
  </span>
);
