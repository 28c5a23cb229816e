// Two people changed the same record. What only one of them touched is merged; the rest is shown side by side.

export interface Clash {
  field: string;
  theirs: unknown;
  mine: unknown;
}

/** Fields of `mine` that differ from what the record was when I began. */
export function changedSince(base: Fields, mine: Fields): Fields {
  return Object.fromEntries(Object.entries(mine).filter(([field, value]) => !same(base[field], value)));
}

/** Fields that both changed, and not to the same. */
export function clashesBetween(base: Fields, theirs: Fields, mine: Fields): Clash[] {
  return Object.keys(changedSince(base, mine))
    .filter((field) => !same(base[field], theirs[field]) && !same(theirs[field], mine[field]))
    .map((field) => ({ field, theirs: theirs[field], mine: mine[field] }));
}

type Fields = Record<string, unknown>;

const same = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const members = Object.entries(value as Fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${stable(one)}`).join(",")}}`;
}
