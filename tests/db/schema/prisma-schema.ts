// What schema.prisma says of the tables, read from its text: Prisma's own reader of it is a native program that
// closed networks can't fetch.
export interface TableShape {
  /** As `name type null`, sorted. */
  columns: string[];
  /** As `unique a,b` or `index a,b`; the primary key first among the unique ones. */
  keys: string[];
  /** As `column -> schema.table.column`. */
  links: string[];
}

export function tablesOf(schema: string): Map<string, TableShape> {
  const models = [...schema.matchAll(/^(?:model|view) (\w+) \{\n([\s\S]*?)^\}/gm)].map(
    ([, name = "", body = ""]) => modelOf(name, body),
  );
  const named = new Map(models.map((model) => [model.name, model]));
  return new Map(models.map((model) => [model.table, shapeOf(model, named)]));
}

interface Field {
  name: string;
  column: string;
  type: string;
  optional: boolean;
  list: boolean;
  attributes: string;
}

interface Model {
  name: string;
  table: string;
  fields: Field[];
  blocks: string[];
}

function modelOf(name: string, body: string): Model {
  const lines = body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"));
  const blocks = lines.filter((line) => line.startsWith("@@"));
  const table = quoted(blocks, "@@map") ?? name;
  return {
    name,
    table: `${quoted(blocks, "@@schema") ?? "public"}.${table}`,
    fields: lines.filter((line) => !line.startsWith("@@")).map(fieldOf),
    blocks,
  };
}

function fieldOf(line: string): Field {
  const [, name = "", type = "", mark = "", attributes = ""] =
    /^(\w+)\s+(\w+(?:\("\w+(?:\[\])?"\))?)(\?|\[\])?\s*(.*)$/.exec(line) ?? [];
  return {
    name,
    column: quoted([attributes], "@map") ?? name,
    type,
    optional: mark === "?",
    list: mark === "[]",
    attributes,
  };
}

function shapeOf({ fields, blocks }: Model, models: Map<string, Model>): TableShape {
  const columns = fields.filter((field) => !models.has(field.type));
  const columnOf = (name: string) => columns.find((field) => field.name === name)?.column ?? name;
  const sortedColumnOf = (part: string) => {
    const [, name = part, descending] = /^(\w+)(\(sort: Desc\))?$/.exec(part) ?? [];
    return `${columnOf(name)}${descending ? " desc" : ""}`;
  };
  const listed = (text: string) =>
    text
      .split(",")
      .map((part) => sortedColumnOf(part.trim()))
      .join(",");
  const inBlocks = (kind: string) =>
    blocks.flatMap((line) =>
      [...line.matchAll(new RegExp(`^${kind}\\(\\[([^\\]]+)\\]`, "g"))].map(([, inner = ""]) =>
        listed(inner),
      ),
    );
  const own = (attribute: RegExp) =>
    columns.filter((field) => attribute.test(field.attributes)).map((field) => field.column);
  return {
    columns: columns
      .map((field) => `${field.column} ${sqlTypeOf(field)} ${field.optional ? "null" : "not null"}`)
      .sort(),
    keys: [
      ...[...own(/@id\b/), ...inBlocks("@@id"), ...own(/@unique\b/), ...inBlocks("@@unique")].map(
        (key) => `unique ${key}`,
      ),
      ...inBlocks("@@index").map((key) => `index ${key}`),
    ].sort(),
    links: fields
      .filter((field) => models.has(field.type) && field.attributes.includes("fields:"))
      .map((field) => {
        const [, from = "", to = ""] =
          /fields: \[(\w+)\], references: \[(\w+)\]/.exec(field.attributes) ?? [];
        const target = models.get(field.type);
        return `${columnOf(from)} -> ${target?.table}.${target?.fields.find((other) => other.name === to)?.column ?? to}`;
      })
      .sort(),
  };
}

function sqlTypeOf({ type, list, attributes }: Field): string {
  const native = /@db\.(\w+)(?:\((\d+)\))?/.exec(attributes);
  const base = native
    ? NATIVE[native[1] ?? ""]
    : (BASE[type] ?? /^Unsupported\("(\w+(?:\[\])?)"\)$/.exec(type)?.[1]);
  return `${base ?? `unknown ${type}`}${list ? "[]" : ""}`;
}

const BASE: Record<string, string> = {
  String: "text",
  Int: "integer",
  BigInt: "bigint",
  Boolean: "boolean",
  Json: "jsonb",
  Decimal: "numeric",
};
const NATIVE: Record<string, string> = {
  Uuid: "uuid",
  Date: "date",
  Timestamptz: "timestamp(3) with time zone",
  SmallInt: "smallint",
  Decimal: "numeric",
};

const quoted = (lines: readonly string[], attribute: string): string | undefined =>
  lines
    .map((line) => new RegExp(`${attribute}\\("(\\w+)"\\)`).exec(line)?.[1])
    .find((found) => found !== undefined);
