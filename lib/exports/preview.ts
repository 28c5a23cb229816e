import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { mayExport } from "@/lib/domain/log/export";
import { selectionOf } from "@/lib/domain/exchange/export-selection";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { isCounted } from "@/lib/domain/unresolved/reasons";
import { ok, type Result } from "@/lib/domain/base/result";
import { dayOfSnapshot } from "@/lib/domain/history/snapshot";
import { findRegisterState, computeItems } from "@/lib/db/past/snapshot";
import type { ExportRequest } from "./build";

/** The size of a package, by kind of record and by table. */
export interface Preview {
  position: number;
  records: Readonly<Record<string, number>>;
  /** Of the pledges. */
  voided: number;
  unresolved: number | null;
  /** Of the unresolved items. */
  dormant: number;
  complete: boolean;
}

export async function loadPreview(
  actor: Actor,
  { view, asOf }: { view: ExportRequest["view"]; asOf: Instant | null },
  at: Instant,
): Promise<Result<Preview>> {
  if (!mayExport(actor)) return refuse("role");
  if (asOf !== null && asOf > at) return invalid({ path: "asOf", code: "moment-ahead" });
  const moment = asOf ?? at;
  const { position, snapshot } = await findRegisterState(moment);
  if (view.what === "LOG")
    return ok({
      position: position.seq,
      records: { event: position.seq },
      voided: 0,
      unresolved: null,
      dormant: 0,
      complete: true,
    });
  await computeItems(snapshot);
  const selection = selectionOf(snapshot, view, dayOfSnapshot(snapshot, moment));
  const pledges = selection.records.find(([kind]) => kind === "pledge")?.[1] ?? [];
  const filled = selection.records.filter(([, ids]) => ids.length > 0);
  return ok({
    position: position.seq,
    records: Object.fromEntries(filled.map(([kind, ids]) => [kind, ids.length])),
    voided: pledges.filter((id) => (snapshot.pledge.get(id)?.voided ?? null) !== null).length,
    unresolved: selection.unresolved?.length ?? null,
    dormant: selection.unresolved?.filter((item) => !isCounted(item.class)).length ?? 0,
    complete: selection.complete,
  });
}
