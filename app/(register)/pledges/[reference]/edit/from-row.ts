import { pledgeDraftOf, type Draft } from "@/components/pledges/pledge-form/draft";
import { isId } from "@/lib/domain/base/id";
import type { ImportRow } from "@/lib/domain/import/import-row";
import { fieldsOtherwise } from "@/lib/domain/import/import-same";
import type { Actor } from "@/lib/domain/people/actor";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { VALUE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { loadUnderstoodRow } from "@/lib/imports/alike";
import { textOf, type Search } from "../../../search";

/** The form with the values that differ in a file's row: a person checks it, then saves or proposes it. */
export async function draftFromRow(
  actor: Actor,
  pledge: Pledge,
  search: Search,
): Promise<{ id: string; draft: Partial<Draft> } | null> {
  const [id, number] = [textOf(search.import), textOf(search.row)];
  if (id === null || number === null || !isId(id) || !/^\d{1,7}$/.test(number)) return null;
  const loaded = await loadUnderstoodRow(actor, { id, row: Number(number) });
  if (!loaded.ok || loaded.value.participant !== pledge.participant) return null;
  return { id: `${id}-${number}`, draft: draftOf(loaded.value, pledge) };
}

/** The stage has its own form; a pledge's priority and participant can't change. */
function draftOf(row: ImportRow, pledge: Pledge): Partial<Draft> {
  const differs = fieldsOtherwise(row, pledge);
  const fields = VALUE_FIELDS.filter((field) => differs.some((one) => one === field));
  const [line, ...others] = pledge.contributions;
  const typed = pledgeDraftOf({
    ...pledge,
    ...(Object.fromEntries(fields.map((field) => [field, row[field]])) as Partial<Pledge>),
    ...(line
      ? {
          contributions: [
            {
              ...line,
              quantity: differs.includes("quantity") ? row.quantity : line.quantity,
              money: differs.includes("amount") ? row.money : line.money,
            },
            ...others,
          ],
        }
      : {}),
  });
  const texts = Object.fromEntries(fields.map((field) => [field, typed[field]])) as Partial<Draft>;
  const isAmount = differs.includes("quantity") || differs.includes("amount");
  return { ...texts, ...(isAmount ? { contributions: typed.contributions } : {}), reason: row.reason ?? "" };
}
