// A record's reference and title, read from the record itself at that time.
import type { EntityType } from "../base/audit";
import { isId } from "../base/id";
import type { Json } from "../base/canonical";

export interface RecordName {
  /** `FR-3-001`, `DEMO-1`, a code: the record's own, or that of the record it is about. */
  reference: string | null;
  title: string | null;
}

export function recordNameOf(type: EntityType, record: Json): RecordName {
  const [reference, title] = RECORD_PARTS[type];
  const named = textAt(record, title);
  // Of what a finding is about, only the id may be known here, which is no title.
  return { reference: textAt(record, reference), title: named !== null && isId(named) ? null : named };
}

/** Paths to a name: the first that exists. */
export type Parts = readonly (readonly string[])[];

export const RECORD_PARTS: Readonly<Record<EntityType, readonly [reference: Parts, title: Parts]>> = {
  register: [[], []],
  participant: [[["code"]], [["names", "en"]]],
  person: [[], [["name"]]],
  source: [[], [["title"], ["publisher"]]],
  pledge: [[["reference"]], [["title"]]],
  approval: [[["serves", "0"]], [["body"]]],
  comment: [[["pledge"]], []],
  baseline: [[], [["name"]]],
  proposal: [[["reference"], ["concerns", "0"]], []],
  ruling: [[["pledge"]], []],
  handover: [[], []],
  access: [[], []],
  trigger: [[["code"]], [["title"]]],
  requirement: [[["reference"]], [["title"]]],
  offer: [[["requirement"]], [["pledge"]]],
  delivery: [[["pledge"]], []],
  scenario: [[], [["name"]]],
  finding: [[["reference"]], [["about", "key"]]],
  question: [[["reference"]], [["pledge"], ["participant"]]],
  export: [[["reference"]], [["purpose"]]],
  import: [[["reference"]], [["file", "name"]]],
};

function textAt(record: Json, parts: Parts): string | null {
  const found = parts.map((path) => path.reduce<unknown>(memberOf, record));
  return found.find((value) => typeof value === "string") ?? null;
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
