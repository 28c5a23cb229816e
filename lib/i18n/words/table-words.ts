// Texts of export tables: the sentences in their rows, and the meaning of each field.
import type { DescribedTable } from "@/lib/domain/exchange/data-package";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import type { TableField } from "@/lib/domain/exchange/table";
import type { ChangeInWords, ListedChange } from "@/lib/domain/exchange/tables/change-list";
import type { ItemInWords } from "@/lib/domain/exchange/tables/derived";
import { translator } from "../translator";
import { itemWords } from "./words";

const say = translator("tables");

export const withItemWords = (item: UnresolvedRow): ItemInWords => ({ item, ...itemWords(item) });

export const withChangeWords = (row: ListedChange): ChangeInWords => ({
  ...row,
  what: row.item === null ? null : itemWords(row.item).what,
});

/** A table's own meaning of a field, otherwise the common one. */
export function fieldMeaning(table: string, field: string): string {
  const own = `of.${table}.${field}`;
  return say.has(own) ? say(own) : say.ofCode("field", field);
}

/** For a package's descriptor; `path` relative to it. */
export const described = (
  {
    name,
    fields,
    primaryKey,
  }: { name: string; fields: readonly TableField[]; primaryKey: readonly string[] },
  path: string,
): DescribedTable => ({
  name,
  path,
  title: say.ofCode("title", name),
  primaryKey,
  fields: fields.map((field) => ({
    name: field.name,
    type: field.type,
    description: fieldMeaning(name, field.name),
  })),
});
