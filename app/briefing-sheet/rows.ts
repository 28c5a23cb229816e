// The rows of the sheet's parts: what changed, what is due, who has gone how far, whom to ask.
import type { OnePage, SheetMark, SheetRow } from "@/components/unresolved/briefing/sheet-view";
import type { Briefing, ParticipantNames } from "@/components/unresolved/briefing/view";
import { someOf } from "@/components/unresolved/matters/some-of";
import type { Day } from "@/lib/domain/base/day";
import { isPositionExpected, type Participant } from "@/lib/domain/people/participant";
import type { PersonDesk } from "@/lib/domain/people/person";
import { atLeast } from "@/lib/domain/pledge/stages";
import type { Coverage, CoverageCell } from "@/lib/domain/unresolved/matrix";
import { shortDay } from "@/lib/i18n/dates";
import { inOrder, listWords } from "@/lib/i18n/numbers";
import { labelled } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

const t = translator("briefing");
const domain = translator("domain");

export const changesTitle = ({ changes }: Briefing): string =>
  changes === null ? t("changes.title") : t("sheet.since", { name: changes.baseline.name });

export function changeRows({ changes }: Briefing, names: ParticipantNames): SheetRow[] {
  if (changes === null) return [{ what: t("changes.noBaseline"), when: "" }];
  const { counts } = changes;
  const moved = [...changes.moved, ...changes.declined].slice(0, 3).map((row) => ({
    what: labelled(names[row.participant] ?? row.participant, row.title),
    when: domain(`stage.${row.to}`),
  }));
  const logged = new Map<string, number>();
  for (const { participant } of changes.logged) logged.set(participant, (logged.get(participant) ?? 0) + 1);
  const most = [...logged].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 3);
  return [
    {
      what: t("sheet.logged", {
        count: counts.logged,
        names: listWords(most.map(([code]) => names[code] ?? code)),
      }),
      when: "",
    },
    ...moved,
    { what: t("sheet.items", { fresh: counts.new, gone: counts.resolved, same: counts.open }), when: "" },
  ];
}

export const dateRows = (
  { next }: Briefing,
  { names, today }: { names: ParticipantNames; today: Day },
): SheetRow[] =>
  next.length === 0
    ? [{ what: t("next.none"), when: "" }]
    : next.map(({ action, participant, dueOn }) => ({
        what: labelled(names[participant] ?? participant, action),
        when: dueOn < today ? t("sheet.late", { day: shortDay(dueOn) }) : shortDay(dueOn),
      }));

export function matrixRows(
  { cells }: Coverage,
  participants: readonly Participant[],
  { names, today }: { names: ParticipantNames; today: Day },
): OnePage["matrix"]["rows"] {
  const leads = participants.filter(({ role }) => role === "CO_LEAD").map(({ code }) => code);
  return participants
    .filter((one) => isPositionExpected(one, today))
    .map(({ code }) => ({ code, name: names[code] ?? code }))
    .sort(
      (a, b) => Number(leads.includes(b.code)) - Number(leads.includes(a.code)) || inOrder(a.name, b.name),
    )
    .map(({ code, name }) => ({
      name,
      marks: cells.filter(({ participant }) => participant === code).map(markOfCell),
    }));
}

export const MARKS = [
  "firm",
  "pledged",
  "signalled",
  "suspended",
  "declined",
  "none",
] as const satisfies readonly SheetMark[];

function markOfCell({ position, highestStage, expected }: CoverageCell): SheetMark {
  if (position === "DECLINED") return "declined";
  if (position === "NONE") return expected ? "none" : "not-expected";
  if (highestStage === null) return "suspended";
  if (atLeast(highestStage, "COMMITTED")) return "firm";
  return highestStage === "PLEDGED" ? "pledged" : "signalled";
}

/** The participants that the page is about come first: a line has room for a few. */
export const deskRows = (
  desks: readonly PersonDesk[],
  names: ParticipantNames,
  concerned: ReadonlySet<string>,
): SheetRow[] =>
  desks
    .filter(({ desk }) => desk.length > 0)
    .map(({ name, desk }) => ({
      what: someOf(
        [...desk].sort((a, b) => Number(concerned.has(b)) - Number(concerned.has(a))),
        names,
        5,
      ),
      when: name,
    }));
