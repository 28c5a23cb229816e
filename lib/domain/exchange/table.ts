// A table for exports: named fields with typed cells, and a key. Unknown values and empty texts are both empty cells,
// because no file format distinguishes them. Several values in a cell are separated by "; ". Money is text, as exact as
// stated.
export type FieldType = "string" | "integer" | "number" | "date" | "datetime" | "boolean";
export type TableCell = string | number | boolean | null;
export type TableRow = readonly TableCell[];

export interface TableField {
  name: string;
  type: FieldType;
}

export interface Table<In> {
  /** Also the name of its file and sheet. */
  name: string;
  fields: readonly (TableField & { of: (from: In) => TableCell })[];
  primaryKey: readonly string[];
}

export function table<In>(
  name: string,
  primaryKey: readonly string[],
  columns: Readonly<Record<string, Column<In>>>,
): Table<In> {
  return {
    name,
    primaryKey,
    fields: Object.entries(columns).map(([field, column]) => ({ name: field, ...column })),
  };
}

export interface Column<In> {
  type: FieldType;
  of: (from: In) => TableCell;
}

export const textField = <In>(of: (from: In) => string | null | undefined): Column<In> => ({
  type: "string",
  of: (from) => of(from) || null,
});
export const integer = <In>(of: (from: In) => number | null): Column<In> => ({ type: "integer", of });
export const numberField = <In>(of: (from: In) => number | null): Column<In> => ({ type: "number", of });
/** YYYY-MM-DD. */
export const dayField = <In>(of: (from: In) => string | null | undefined): Column<In> => ({
  type: "date",
  of: (from) => of(from) ?? null,
});
/** UTC, ISO 8601. */
export const instantField = <In>(of: (from: In) => string | null | undefined): Column<In> => ({
  type: "datetime",
  of: (from) => of(from) ?? null,
});
export const flag = <In>(of: (from: In) => boolean | null): Column<In> => ({ type: "boolean", of });

export const tableRow = <In>({ fields }: Table<In>, from: In): TableRow => fields.map(({ of }) => of(from));

export async function* tableRows<In>(
  of: Table<In>,
  batches: AsyncIterable<readonly In[]>,
): AsyncGenerator<readonly TableRow[]> {
  for await (const batch of batches) yield batch.map((one) => tableRow(of, one));
}

/** Adds the marking to each row: rows get copied out of their file. */
export const markedField = <In>(of: Table<In>, marking: string): Table<In> => ({
  ...of,
  fields: [...of.fields, { name: "marking", type: "string", of: () => marking }],
});

export const joined = (values: readonly string[]): string | null => values.join("; ") || null;
