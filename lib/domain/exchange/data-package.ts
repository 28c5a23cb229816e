// Machine-readable metadata of an export's files: a Data Package, version 2 (https://datapackage.org).
import type { Json } from "../base/canonical";
import type { TableField } from "./table";

export interface DataPackage {
  name: string;
  title: string;
  tables: readonly DescribedTable[];
  /** Records and events as JSON Lines, by path. */
  lines: readonly { name: string; path: string; description: string }[];
}

export interface DescribedTable {
  name: string;
  path: string;
  title: string;
  fields: readonly (TableField & { description: string })[];
  primaryKey: readonly string[];
}

export const dataPackage = ({ name, title, tables, lines }: DataPackage): Json => ({
  $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
  name,
  title,
  resources: [...tables.map(tableResource), ...lines.map(linesResource)],
});

const tableResource = ({ name, path, title, fields, primaryKey }: DescribedTable): Json => ({
  name,
  path,
  title,
  type: "table",
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
  dialect: {
    $schema: "https://datapackage.org/profiles/2.0/tabledialect.json",
    header: true,
    delimiter: ",",
    lineTerminator: "\r\n",
    quoteChar: '"',
    doubleQuote: true,
  },
  schema: {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: fields.map(({ name: field, type, description }) => ({ name: field, type, description })),
    primaryKey: [...primaryKey],
    missingValues: [""],
  },
});

const linesResource = ({ name, path, description }: DataPackage["lines"][number]): Json => ({
  name,
  path,
  description,
  format: "jsonl",
  mediatype: "application/jsonl",
  encoding: "utf-8",
});
