import type { Names } from "@/components/ui/names";
import { type OpenGroup, behind, type UnresolvedView } from "@/components/unresolved/unresolved/view";
import type { Actor } from "@/lib/domain/people/actor";
import type { ComparedSummary } from "@/lib/domain/history/changes";
import type { Headline } from "@/lib/domain/unresolved/figures";
import type { UnresolvedFilter, UnresolvedSummary } from "@/lib/domain/unresolved/summary";
import { momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { ok, type Result } from "@/lib/domain/base/result";
import { registerDay } from "@/lib/i18n/register-zone";
import {
  inOneGeneration,
  loadHeadline,
  loadUnresolved,
  loadUnresolvedItems,
} from "@/lib/unresolved/unresolved/queries";
import { loadQuestionContext } from "./question-context";
import { loadNames } from "../names";

export interface UnresolvedPage {
  headline: Headline;
  /** By reason, without the view's filters of class and reason. */
  scope: UnresolvedSummary;
  shown: ComparedSummary;
  opened: OpenGroup | null;
  names: Names;
}

const ITEMS = 25;

/** All that the page shows: counts always, items only of the opened group. All queries read one generation. */
export const loadUnresolvedView = (...asked: Parameters<typeof load>): ReturnType<typeof load> =>
  inOneGeneration(() => load(...asked));

async function load(
  actor: Actor,
  view: UnresolvedView,
  after: UnresolvedFilter["after"],
  at: NowOrAsOf,
): Promise<Result<UnresolvedPage>> {
  const { open, ...filter } = view;
  const counts = { ...filter, after: null, limit: 0 };
  const isScope = view.group === "code" && view.class.length === 0 && view.code.length === 0;
  const [headline, scope, narrowed, names] = await Promise.all([
    loadHeadline(actor, at),
    loadUnresolved(actor, { ...counts, group: "code", class: [], code: [] }, at),
    isScope ? null : loadUnresolved(actor, counts, at),
    loadNames(actor, at),
  ]);
  const shown = narrowed ?? scope;
  if (!headline.ok) return headline;
  if (!scope.ok) return scope;
  if (!shown.ok) return shown;

  const opened =
    shown.value.groups.some(({ key }) => key === open) && open !== null
      ? await loadGroup(actor, view, open, after, at)
      : null;
  if (opened && !opened.ok) return opened;
  return ok({
    headline: headline.value,
    scope: scope.value,
    shown: shown.value,
    opened: opened?.value ?? null,
    names,
  });
}

async function loadGroup(
  actor: Actor,
  view: UnresolvedView,
  key: string,
  after: UnresolvedFilter["after"],
  at: NowOrAsOf,
): Promise<Result<OpenGroup>> {
  const { open: _open, ...filter } = behind(view, key);
  const found = await loadUnresolvedItems(actor, { ...filter, after, limit: ITEMS }, at);
  if (!found.ok) return found;
  const { items, next } = found.value;
  const today = registerDay(momentOf(at));
  const questionContext = await loadQuestionContext(actor, items, { at, today });
  return ok({ key, items, next, further: after !== null, questionContext });
}
