import "server-only";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { refusedRow, type BulkOutcome } from "@/lib/domain/base/bulk-result";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { withReceipts } from "@/lib/db/log/receipts";
import { perItemKey, write } from "@/lib/db/write";
import { requireEditable, whyNotOwnerIn } from "./changing";
import { isTheSame, withChanges } from "./content";
import type { ChangeManyInput } from "./schema";

/**
 * Makes the same change to several pledges, each in its own transaction with its own event. A refusal or
 * failure of one doesn't undo the others. A repeat with the same key returns what was done and tries the
 * rest.
 */
export async function changePledges(
  actor: Actor,
  { items, ...change }: ChangeManyInput,
): Promise<Result<BulkOutcome[]>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  // Reserves the request's key for this body.
  const claimed = await write(actor, () => Promise.resolve(ok(null)));
  if (!claimed.ok) return claimed;
  const outcomes: BulkOutcome[] = [];
  for (const item of items) {
    const { value: row, receipts } = await withReceipts(() =>
      perItemKey(item.reference, () => changeOne(actor, item, change)),
    );
    // The change itself is invalid, for every pledge.
    if (!row.ok && row.refusal.code === "invalid" && outcomes.length === 0) return row;
    outcomes.push(
      row.ok ? { ...row.value, receipt: receipts[0] ?? null } : refusedRow(item.reference, row.refusal),
    );
  }
  return ok(outcomes);
}

type Item = ChangeManyInput["items"][number];

function changeOne(
  actor: Actor,
  { reference, version }: Item,
  { changes, confirm, on }: Omit<ChangeManyInput, "items">,
): Promise<Result<Omit<BulkOutcome, "receipt">>> {
  return write<Omit<BulkOutcome, "receipt">>(actor, async (tx) => {
    const lastConfirmedOn = on ?? tx.today;
    if (lastConfirmedOn > tx.today) return invalid({ path: "on", code: "in-future" });
    const wrongOwner = await whyNotOwnerIn(tx, changes.owner ?? null, "changes.owner");
    if (wrongOwner) return wrongOwner;
    const found = await tx.pledges.lock(reference);
    const editable = await requireEditable(tx, actor, found ? ok(found) : refuse("not-found"), version);
    if (!editable.ok)
      return editable.refusal.code === "no-such-step"
        ? refuse("no-such-step", { because: "void" })
        : editable;
    const before = editable.value;
    const content = withChanges(before, changes, "changes.", tx.today);
    if (!content.ok) return content;
    // Of many, some may have been confirmed later than that day: these stay so, but for a day that lies ahead.
    const known = before.lastConfirmedOn ?? "";
    const isNews = confirm && (known < lastConfirmedOn || known > tx.today);
    const after = isNews ? { ...content.value, lastConfirmedOn } : content.value;
    if (isTheSame(before, after))
      return ok({ reference, outcome: "UNCHANGED", version: before.version, refusal: null });
    const action = isTheSame(before, content.value) ? "pledge.confirmed" : "pledge.changed";
    const saved = await tx.save("pledge", before, after, { action });
    return ok({ reference, outcome: "DONE", version: saved.version, refusal: null });
  });
}
