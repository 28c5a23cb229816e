// npm run check:register: recomputes unresolved items and compares them with the stored ones that pages count. Prints
// the sums, then the differences. Exit 0 the same, 1 different, 2 it could not be checked.
import { checkRegister } from "@/lib/db/derived/check";
import type { ItemRow } from "@/lib/db/derived/item-row";
import { runScript } from "./run-script";

await runScript(async () => {
  const { items, differing, counters, cells, leaves } = await checkRegister();
  const counted = items.filter((item) => item.class !== "DORMANT");
  console.log(`counted: ${counted.length}, dormant: ${items.length - counted.length}`);
  for (const [what, of] of Object.entries(groupings())) console.log(`${what}: ${sumsBy(counted, of)}`);
  for (const line of differing) console.log(`differs: ${line}`);
  for (const line of counters) console.log(`differs: ${line}`);
  for (const cell of cells) console.log(`differs: numbers of ${cell} aren't gapless`);
  for (const reference of leaves)
    console.log(`differs: the leaves of ${reference} aren't those of its condition`);
  const wrong = differing.length + counters.length + cells.length + leaves.length;
  console.log(wrong === 0 ? `as derived: ${items.length} items` : `${wrong} differ`);
  return wrong === 0 ? 0 : 1;
}, "could not check: ");

function groupings(): Record<string, (item: ItemRow) => string> {
  return {
    "by class": (item) => item.class,
    "by code": (item) => item.code,
    "by participant": (item) => item.participant,
    "by priority": (item) => String(item.priority),
    "by owner": (item) => item.owner ?? "nobody",
  };
}

function sumsBy(items: readonly ItemRow[], of: (item: ItemRow) => string): string {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(of(item), (sums.get(of(item)) ?? 0) + 1);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, n]) => `${key} ${n}`)
    .join(", ");
}
