// What changed from one event to the next, field by field.
import type { Role } from "../people/actor";
import type { Action } from "../base/audit";
import { isSameJson, type Json } from "../base/canonical";
import type { Condition } from "../pledge/condition";
import type { Instant } from "../base/day";
import { CONTENT_FIELDS } from "../pledge/pledge";

export interface FieldChange {
  /** As `stage`, `contributions.0.quantity`, `evidence`. */
  field: string;
  from: Json;
  to: Json;
}

export interface HistoryEntry {
  seq: number;
  leafHash: string;
  at: Instant;
  actor: { name: string; role: Role };
  action: Action;
  /** What changed, where it isn't the record itself: the body of an approval. */
  about: string | null;
  reason: string | null;
  comment: string | null;
  changes: FieldChange[];
}

/** A page of them; `next`: the cursor of the following one. */
export interface HistoryList {
  items: HistoryEntry[];
  next: string | null;
}

/** An event's own fields, and those that follow from another field, aren't shown as changes. */
const OWN = [
  "id",
  "reference",
  "version",
  "createdAt",
  "updatedAt",
  "stageSetOn",
  "pledgedByStepOn",
  "conditionSetOn",
  "recordedAt",
];

/** What people look for first; fields of other records follow by name. */
const ORDER = [
  "stage",
  "stageReason",
  "suspendedFrom",
  "voided",
  "participant",
  "priority",
  ...CONTENT_FIELDS,
];

const placeOf = (field: string): number => {
  const place = (ORDER as readonly string[]).indexOf(field);
  return place === -1 ? ORDER.length : place;
};

/** Fields that differ; null: there was no earlier record. Lists of lines are compared by id. */
export function changesBetween(before: Json | null, after: Json): FieldChange[] {
  const from = membersOf(before);
  const to = membersOf(after);
  const keys = [...new Set([...Object.keys(to), ...Object.keys(from)])].filter((key) => !OWN.includes(key));
  keys.sort((a, b) => placeOf(a) - placeOf(b));
  return keys.flatMap((key) => fieldChanges(key, from[key] ?? null, to[key] ?? null));
}

/**
 * Conditions in the changes, before and after: to display them, their leaves must be loaded. A scenario's assumptions
 * are about leaves, too, except those about contributions.
 */
export const conditionsIn = (changes: readonly FieldChange[]): Condition[] =>
  changes
    .filter(({ field }) => field === "condition" || field === "assumptions")
    .flatMap(({ from, to }) => [from, to].flat())
    .filter(
      (one) => one !== null && typeof one === "object" && !("contribution" in one),
    ) as unknown as Condition[];

function fieldChanges(field: string, from: Json, to: Json): FieldChange[] {
  if (isSameJson(from, to)) return [];
  if (field === "contributions" && isLines(from) && isLines(to)) return lineChanges(field, from, to);
  if (field === "evidence" && isLines(from ?? []) && isLines(to))
    return lineChanges(field, isLines(from) ? from : [], to);
  return [{ field, from, to }];
}

type Line = { readonly [key: string]: Json };

function lineChanges(field: string, from: readonly Line[], to: readonly Line[]): FieldChange[] {
  const gone = from.filter((line) => !to.some((other) => other.id === line.id));
  return [
    ...to.flatMap((line, index) => {
      const old = from.find((other) => other.id === line.id);
      if (!old) return [{ field: `${field}.${index}`, from: null, to: line }];
      return [...new Set([...Object.keys(line), ...Object.keys(old)])]
        .filter((key) => key !== "id" && !isSameJson(old[key] ?? null, line[key] ?? null))
        .map((key) => ({ field: `${field}.${index}.${key}`, from: old[key] ?? null, to: line[key] ?? null }));
    }),
    ...gone.map((line) => ({ field: `${field}.${from.indexOf(line)}`, from: line, to: null })),
  ];
}

const isLines = (value: Json): value is readonly Line[] =>
  Array.isArray(value) &&
  value.every((one) => one !== null && typeof one === "object" && !Array.isArray(one));

function membersOf(value: Json | null): { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Line) : {};
}
