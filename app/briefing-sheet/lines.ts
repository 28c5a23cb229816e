// The top of the sheet: its headline, lines that say whom to ask what, and what holds the most back.
import { isValidElement, type ReactNode } from "react";
import type { OnePage, SheetDrawing } from "@/components/unresolved/briefing/sheet-view";
import { matterLine } from "@/components/unresolved/matters/line-words";
import type { ParticipantNames } from "@/components/unresolved/briefing/view";
import type { LineGiven } from "@/components/unresolved/matters/held-words";
import { someOf } from "@/components/unresolved/matters/some-of";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import type { ShownMatter } from "@/lib/domain/unresolved/what-matters";
import { translator } from "@/lib/i18n/translator";

const t = translator("briefing");

export const sheetLines = (matters: readonly ShownMatter[], given: LineGiven): OnePage["lines"] =>
  matters.map((matter) => {
    const { what, why, who: concerned } = matterLine(matter, given);
    const who = decidersOf(matter) ?? concerned;
    return {
      what,
      why: plain(why),
      who: who.length === 0 ? t("sheet.everybody") : someOf(who, given.names, 2),
      ask: t(`sheet.ask.${askedOf(matter)}`),
    };
  });

/** All participants that the lines name or concern. */
export const concernedIn = (matters: readonly ShownMatter[], given: LineGiven): ReadonlySet<string> =>
  new Set(matters.flatMap((matter) => [...(decidersOf(matter) ?? []), ...matterLine(matter, given).who]));

/** Who could change what holds others up; null: the participants that the line concerns. */
function decidersOf(matter: ShownMatter): readonly string[] | null {
  if (matter.kind !== "holds-up") return null;
  if ("cycle" in matter.what) return matter.what.cycle.participants;
  const { leaf } = matter.what;
  return "pledge" in leaf ? [leaf.pledge.split("-")[0] ?? ""] : null;
}

/** The question to ask on the phone. */
function askedOf(matter: ShownMatter) {
  if (matter.kind === "holds-up") {
    if ("cycle" in matter.what) return "deadlock";
    const { leaf } = matter.what;
    return "approval" in leaf ? "approval" : "pledge" in leaf ? "pledge" : "trigger";
  }
  if (matter.kind !== "lacks") return matter.kind;
  if (matter.steps[0]?.step === "number") return "number";
  return matter.coverage.offers.some(({ counts }) => counts !== null) ? "step" : "nobody";
}

/** The first line, and how many needs firm offers meet. */
export function sheetHeadline(what: string | null, needs: readonly RequirementDetails[]): string {
  const met = needs.filter(({ coverage }) => coverage.shortfall === 0n).length;
  const said = t("sheet.met", { met, needs: needs.length });
  return what === null ? said : t("sheet.headline", { what, met: said });
}

/** Boxes and lines that an A4 page has room for. */
const MOST_WAITING = 7;

export function drawingOf(first: ShownMatter | undefined, names: ParticipantNames): SheetDrawing | null {
  if (first?.kind !== "holds-up") return null;
  const { what, pledges, inferred } = first;
  const nameOf = (reference: string): string => names[reference.split("-")[0] ?? ""] ?? reference;
  const boxes =
    "cycle" in what
      ? what.cycle.pledges.slice(0, 2).map((reference) => ({ title: nameOf(reference), below: reference }))
      : [{ title: matterLine(first, { names, today: first.since, mayAct: false }).what, below: "" }];
  const others = pledges.filter((reference) => !boxes.some(({ below }) => below === reference));
  return {
    title: t("sheet.drawing"),
    note: others.length > MOST_WAITING ? t("sheet.more", { count: others.length - MOST_WAITING }) : "",
    boxes,
    between: t("sheet.each"),
    waiting: others.slice(0, MOST_WAITING).map((reference) => ({
      words: `${nameOf(reference)}, ${reference}`,
      isInferred: inferred.includes(reference),
    })),
  };
}

/** The words of a line, without its bold type. */
function plain(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map((one: ReactNode) => plain(one)).join("");
  return isValidElement<{ children?: ReactNode }>(node) ? plain(node.props.children) : "";
}
