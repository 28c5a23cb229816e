// The single values that a person writes about a pledge.
import { mayBeNull, namesOf, unstatedIn, type Field, type ValuesOf } from "../base/field";

export const FURTHER_APPROVALS = ["YES", "NO", "UNKNOWN"] as const;
export type FurtherApproval = (typeof FURTHER_APPROVALS)[number];

export const HANDLINGS = ["PUBLIC", "COALITION"] as const;
export type Handling = (typeof HANDLINGS)[number];

/** Each code has a default. */
export type PledgeField =
  | Extract<Field, { is: "line" | "text" | "day" | "account" }>
  | (Extract<Field, { is: "code" }> & { otherwise: string });

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

export type ValueField = keyof typeof PLEDGE_FIELDS;
export type PledgeValues = ValuesOf<typeof PLEDGE_FIELDS>;

/** Fields that may be unstated. */
export type StatedField = {
  [Name in ValueField]: null extends PledgeValues[Name] ? Name : never;
}[ValueField];

export const VALUE_FIELDS = namesOf(PLEDGE_FIELDS);

export const fieldOf = (name: ValueField): PledgeField => PLEDGE_FIELDS[name];

export const STATED_FIELDS = VALUE_FIELDS.filter((name): name is StatedField => mayBeNull(fieldOf(name)));

/** Makes one item for each of the values. */
export const eachValue = <T>(make: (name: ValueField, field: PledgeField) => T): Record<ValueField, T> =>
  Object.fromEntries(VALUE_FIELDS.map((name) => [name, make(name, fieldOf(name))])) as Record<ValueField, T>;

/** The values of a pledge that states nothing but a title. */
export const UNSTATED_VALUES = unstatedIn(PLEDGE_FIELDS);

/** Only these values of something that has more. */
export const valuesOf = (from: PledgeValues): PledgeValues => eachValue((name) => from[name]) as PledgeValues;

/** Longest texts other than a pledge's own fields, for every way they are entered. */
export const TEXT_LIMITS = {
  reason: 2_000,
  asStated: 200,
  publisher: 200,
  url: 2_000,
  sourceTitle: 500,
} as const;
