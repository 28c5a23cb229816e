import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import {
  countsOf,
  changeGroups,
  narrowed,
  CHANGE_SECTIONS,
  type RegisterChanges,
  type ChangesGroup,
  type ChangeSection,
} from "@/lib/domain/history/changes";
import { cursorOf } from "@/lib/domain/base/cursor";
import { momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import { asksForLess, atOnce, type TableView } from "@/lib/domain/exchange/table-view";
import { listedChanges, type ListedChange } from "@/lib/domain/exchange/tables/change-list";
import { findChanges, findSpan, type LogSpan } from "@/lib/db/past/span";
import { shownTo } from "@/lib/db/queries/pledges/sealed";
import { findSettings } from "@/lib/db/queries/log/settings";
import { changesOrderOf, type ChangesFilter } from "./filter";

/** Figures and groups under the filter, with the first rows of each section, or a page of the section asked for. */
export interface ChangesPage extends LogSpan, RegisterChanges {
  counts: Record<ChangeSection, number>;
  groups: ChangesGroup[];
  /** Cursor of the section's next page. */
  next: string | null;
}

/** `invalid` if one of the moments is unknown or in the future. */
export async function loadChanges(
  actor: Actor,
  filter: ChangesFilter,
  at: NowOrAsOf,
): Promise<Result<ChangesPage>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const span = await findSpan(filter, momentOf(at));
  if (!span.ok) return span;
  const changes = narrowed(await findChanges(span.value), filter);
  const { show, after, limit } = filter;
  const page = <T>(section: ChangeSection, rows: readonly T[]): T[] =>
    show === null ? rows.slice(0, limit) : show === section ? rows.slice(after, after + limit) : [];
  const left = show !== null && changes[show].length > after + limit;
  return ok({
    ...span.value,
    counts: countsOf(changes),
    groups: changeGroups(changes, filter.group),
    new: page("new", changes.new),
    resolved: page("resolved", changes.resolved),
    open: page("open", changes.open),
    logged: page("logged", changes.logged),
    moved: page("moved", changes.moved),
    quantities: await shownTo(actor, page("quantities", changes.quantities)),
    declined: page("declined", changes.declined),
    voided: page("voided", changes.voided),
    next: left ? cursorOf(changesOrderOf(show), [String(after + limit)]) : null,
  });
}

/** All rows of the view, section by section. Files contain no sealed numbers, for any reader. */
export async function loadChangesCsv(
  actor: Actor,
  filter: ChangesFilter,
  at: NowOrAsOf,
): Promise<Result<TableView<ListedChange>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const span = await findSpan(filter, momentOf(at));
  if (!span.ok) return span;
  const changes = narrowed(await findChanges(span.value), filter);
  const shown = { ...changes, quantities: hiddenIn(changes.quantities) };
  const { participant, priority, class: classes, show } = filter;
  const { marking } = await findSettings();
  return ok({
    rows: atOnce(listedChanges(shown, show === null ? CHANGE_SECTIONS : [show])),
    asOf: span.value.to.at,
    marking,
    narrowed: asksForLess({ participant, priority, classes, show }),
  });
}
