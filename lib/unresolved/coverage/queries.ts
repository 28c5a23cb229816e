import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { dayOf } from "@/lib/domain/base/day";
import { countsByCell, narrowed } from "@/lib/domain/history/changes";
import type { Coverage, CoverageCell } from "@/lib/domain/unresolved/matrix";
import type { NamedMoment } from "@/lib/domain/base/moment";
import type { Priority } from "@/lib/domain/base/priority";
import { isPast, momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { atOnce, type TableView } from "@/lib/domain/exchange/table-view";
import { snapshotPositionOf, coverageIn } from "@/lib/domain/history/snapshot-items";
import { findChanges, findSpan } from "@/lib/db/past/span";
import { findPast } from "@/lib/db/past/snapshot";
import type { AmountColumn } from "@/lib/domain/requirements/side-by-side";
import {
  findAmountLines,
  findAmounts,
  type AmountLine,
  type PriorityAmounts,
} from "@/lib/db/queries/pledges/amounts";
import { findCoverage } from "@/lib/db/queries/unresolved/coverage";
import { findSettings } from "@/lib/db/queries/log/settings";

/** The whole matrix: a cell for every participant and priority. */
export async function loadCoverage(actor: Actor, at: NowOrAsOf): Promise<Result<Coverage>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const { snapshot, day } = await findPast(at);
    return ok(coverageIn(snapshot, day));
  }
  const { timeZone } = await findSettings();
  return ok(await findCoverage(dayOf(at, timeZone)));
}

/** With the items that came up in each cell since a moment, and those that were resolved. */
export async function loadCoverageSince(
  actor: Actor,
  since: NamedMoment,
  at: NowOrAsOf,
): Promise<Result<Coverage>> {
  const coverage = await loadCoverage(actor, at);
  if (!coverage.ok) return coverage;
  const span = await findSpan({ since, until: null }, momentOf(at));
  if (!span.ok) return span;
  const changes = narrowed(await findChanges(span.value), { participant: [], priority: [], class: [] });
  const [fresh, resolved] = [changes.new, changes.resolved].map(countsByCell);
  return ok({
    ...coverage.value,
    since: span.value.from,
    cells: coverage.value.cells.map((cell) => {
      const place = snapshotPositionOf(cell.participant, cell.priority);
      return { ...cell, new: fresh?.get(place) ?? 0, resolved: resolved?.get(place) ?? 0 };
    }),
  });
}

/** One row per cell. */
export async function loadCoverageCsv(
  actor: Actor,
  { since }: { since: NamedMoment | null },
  at: NowOrAsOf,
): Promise<Result<TableView<CoverageCell>>> {
  const coverage = await (since === null ? loadCoverage(actor, at) : loadCoverageSince(actor, since, at));
  if (!coverage.ok) return coverage;
  const { marking } = await findSettings();
  return ok({ rows: atOnce(coverage.value.cells), asOf: momentOf(at), marking, narrowed: false });
}

/** Amounts pledged on a priority by stage, each unit and currency separately. */
export async function loadAmounts(actor: Actor, priority: Priority): Promise<Result<PriorityAmounts>> {
  return mayReadRegister(actor) ? ok(await findAmounts(priority)) : refuse("role");
}

/** The lines behind one figure; one more than the limit means there are others. */
export async function loadAmountLines(
  actor: Actor,
  priority: Priority,
  figure: { column: AmountColumn; measure: string | null; of: "unit" | "currency" },
  limit: number,
): Promise<Result<AmountLine[]>> {
  return mayReadRegister(actor) ? ok(await findAmountLines(priority, figure, limit + 1)) : refuse("role");
}
