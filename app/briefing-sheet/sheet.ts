// The one page of a briefing, in words. Its page, its PDF and the package that holds the PDF say the same.
import { loadBriefing } from "@/app/(register)/briefing/briefing";
import { loadNames } from "@/app/(register)/names";
import { loadWhatMatters } from "@/app/what-matters";
import type { OnePage } from "@/components/unresolved/briefing/sheet-view";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Actor } from "@/lib/domain/people/actor";
import { longMomentIn, zoneName } from "@/lib/i18n/dates";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { loadPosition, namesCoalitionOnly } from "@/lib/exports/queries";
import { loadParticipantList } from "@/lib/people/participants/queries";
import { loadDesks } from "@/lib/people/people/queries";
import { loadRequirements } from "@/lib/requirements/queries";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { drawingOf, concernedIn, sheetHeadline, sheetLines } from "./lines";
import { changeRows, changesTitle, dateRows, deskRows, MARKS, matrixRows } from "./rows";

const t = translator("briefing");
const domain = translator("domain");
const form = translator("form");

interface SheetAsked {
  at: NowOrAsOf;
  /** The same as an instant. */
  moment: Instant;
  /** Name of the package that the sheet is put into. */
  package: string | null;
}

export async function loadBriefingSheet(actor: Actor, asked: SheetAsked): Promise<Result<OnePage>> {
  const { at, moment } = asked;
  const [briefing, matters, needs, coverage, participants, desks, names, entry, settings] = await Promise.all(
    [
      loadBriefing(actor, null, "with", at),
      loadWhatMatters(actor, at),
      loadRequirements(actor, OPEN, at),
      loadCoverage(actor, at),
      loadParticipantList(actor, at),
      loadDesks(actor, at),
      loadNames(actor, at),
      loadPosition(at),
      loadSettings(),
    ],
  );
  for (const one of [briefing, matters, needs, coverage, participants, desks]) if (!one.ok) return one;
  if (!briefing.ok || !matters.ok || !needs.ok || !coverage.ok || !participants.ok || !desks.ok)
    throw new Error("refused above");
  const given = { names: names.participants, today: dayOf(moment, settings.timeZone), mayAct: true };
  const lines = sheetLines(matters.value, given);
  const when = `${longMomentIn(settings.timeZone, moment)} ${zoneName(settings.timeZone)}`;
  const sheet = {
    title: settings.demonstration ? t("sheet.demonstration") : t("title"),
    subject: t("sheet.subject", { when }),
    marking: settings.marking,
    headline: sheetHeadline(lines[0]?.what ?? null, needs.value),
    lines,
    drawing: drawingOf(matters.value[0], given.names),
    changes: { title: changesTitle(briefing.value), rows: changeRows(briefing.value, given.names) },
    dates: { title: t("sheet.dates"), rows: dateRows(briefing.value, given) },
    matrix: {
      title: t("sheet.matrix"),
      note: t("sheet.priorities", {
        list: ([1, 2, 3, 4, 5] as const)
          .map((priority) => `${String(priority)} ${domain(`priority.${priority}`)}`)
          .join(" · "),
      }),
      rows: matrixRows(coverage.value, participants.value, given),
      legend: MARKS.map((mark) => ({ mark, words: t(`sheet.mark.${mark}`) })),
    },
    desks: {
      title: t("sheet.desks"),
      rows: deskRows(desks.value, given.names, concernedIn(matters.value, given)),
    },
    foot: {
      asOf: t("sheet.asOf", {
        when,
        utc: `${moment.slice(0, 16).replace("T", " ")} UTC`,
        entry: numberInWords(entry),
      }),
      ranked: t("sheet.ranked"),
      proof: asked.package === null ? t("sheet.alone") : t("sheet.proof", { package: asked.package }),
      page: t("sheet.page"),
    },
  };
  // As on the page: what leaves the register says that part of it is for the coalition only.
  const isMarked = await namesCoalitionOnly(JSON.stringify(sheet));
  return ok(isMarked ? { ...sheet, marking: `${sheet.marking} ${form("coalitionOnly")}`.trim() } : sheet);
}

const OPEN: Parameters<typeof loadRequirements>[1] = {
  priority: [],
  criticality: [],
  closed: "without",
  sort: "criticality",
};
