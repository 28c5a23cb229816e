// The single values that a person writes about a pledge, each declared once: what forms, changes, imports, exports, the
// API and the record say of them follows from here.
import type { Day } from "../base/day";

export const FURTHER_APPROVALS = ["YES", "NO", "UNKNOWN"] as const;
export type FurtherApproval = (typeof FURTHER_APPROVALS)[number];

export const HANDLINGS = ["PUBLIC", "COALITION"] as const;
export type Handling = (typeof HANDLINGS)[number];

/** `line`: one line of text, `text`: several; `account`: an email address. Null where nothing is stated. */
export type PledgeField = {
  /** Its change needs a decision once the pledge is binding. */
  material?: true;
  /**
   * It was added when records were in the log already: it stays out of a record's canonical form while it says nothing, so
   * that these still give their hashes.
   */
  added?: true;
} & (
  | { is: "line" | "text"; limit: number; required?: true }
  | { is: "day" | "account" }
  | { is: "code"; of: readonly string[]; otherwise: string }
);

/** In the order of forms and histories. */
export const PLEDGE_FIELDS = {
  title: { is: "line", limit: 120, required: true },
  summary: { is: "text", limit: 2_000 },
  statedOn: { is: "day" },
  windowStart: { is: "day", material: true },
  windowEnd: { is: "day", material: true },
  dueOn: { is: "day" },
  /** An office, never a person. */
  authorisedBy: { is: "line", limit: 200 },
  furtherApproval: { is: "code", of: FURTHER_APPROVALS, otherwise: "UNKNOWN" },
  /** The responsible account. */
  owner: { is: "account" },
  nextAction: { is: "line", limit: 300 },
  nextActionDueOn: { is: "day" },
  handling: { is: "code", of: HANDLINGS, otherwise: "PUBLIC" },
} as const satisfies Record<string, PledgeField>;

type Fields = typeof PLEDGE_FIELDS;
export type ValueField = keyof Fields;

type ValueOf<F> = F extends { of: readonly (infer Code)[] }
  ? Code
  : F extends { is: "day" }
    ? Day | null
    : F extends { required: true }
      ? string
      : string | null;

export type PledgeValues = { [Name in ValueField]: ValueOf<Fields[Name]> };

/** Those that may be unstated. */
export type StatedField = {
  [Name in ValueField]: null extends PledgeValues[Name] ? Name : never;
}[ValueField];

export const VALUE_FIELDS = Object.keys(PLEDGE_FIELDS) as ValueField[];

export const fieldOf = (name: ValueField): PledgeField => PLEDGE_FIELDS[name];

/** It may be unstated. */
export const mayBeNull = (field: PledgeField): boolean => field.is !== "code" && !("required" in field);

export const STATED_FIELDS = VALUE_FIELDS.filter((name): name is StatedField => mayBeNull(fieldOf(name)));

/** `added` ones. */
export const ADDED_FIELDS = VALUE_FIELDS.filter((name) => fieldOf(name).added);

/** One thing for each of the values. */
export const eachValue = <T>(make: (name: ValueField, field: PledgeField) => T): Record<ValueField, T> =>
  Object.fromEntries(VALUE_FIELDS.map((name) => [name, make(name, fieldOf(name))])) as Record<ValueField, T>;

/** Nothing but a title is said. */
export const UNSTATED_VALUES = eachValue((_name, field) =>
  field.is === "code" ? field.otherwise : null,
) as Omit<PledgeValues, "title">;

/** Only these values of something that has more. */
export const valuesOf = (from: PledgeValues): PledgeValues => eachValue((name) => from[name]) as PledgeValues;

/** Longest texts beside a pledge's own fields, for every way they are entered. */
export const TEXT_LIMITS = {
  reason: 2_000,
  asStated: 200,
  quote: 4_000,
  publisher: 200,
  url: 2_000,
  sourceTitle: 500,
  noticeToMoveDays: 3_650,
} as const;
