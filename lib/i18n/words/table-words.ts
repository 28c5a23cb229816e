// What tables of exports say in words: the sentences of their rows, and what each field means.
import type { DescribedTable } from "@/lib/domain/exchange/data-package";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import type { TableField } from "@/lib/domain/exchange/table";
import type { ChangeSaid, ListedChange } from "@/lib/domain/exchange/tables/change-list";
import type { ItemSaid } from "@/lib/domain/exchange/tables/derived";
import { translator } from "../translator";
import { itemWords } from "./words";

const say = translator("tables");

export const itemSaid = (item: UnresolvedRow): ItemSaid => ({ item, ...itemWords(item) });

export const changeSaid = (row: ListedChange): ChangeSaid => ({
  ...row,
  what: row.item === null ? null : itemWords(row.item).what,
});

/** Its own word for a field first, then the one that all tables have for it. */
export const fieldMeaning = (table: string, field: string): string =>
  say.has(`of.${table}.${field}`) ? say(`of.${table}.${field}`) : say(`field.${field}`);

/** For the descriptor of a package: `path` from where that lies. */
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
  title: say(`title.${name}`),
  primaryKey,
  fields: fields.map((field) => ({
    name: field.name,
    type: field.type,
    description: fieldMeaning(name, field.name),
  })),
});
