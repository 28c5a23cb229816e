import type { Pledge, PledgeContent } from "@/lib/domain/pledge/pledge";

/** Proposed changes as they can be sent again: a line that isn't on record has no id yet. */
export function changeable(proposed: Partial<PledgeContent>, pledge: Pledge): Partial<PledgeContent> | null {
  if (Object.keys(proposed).length === 0) return null;
  const { contributions, ...fields } = proposed;
  if (contributions === undefined) return fields;
  const known = new Set(pledge.contributions.map(({ id }) => id));
  const lines = contributions.map(({ id, ...line }) => (known.has(id) ? { id, ...line } : line));
  return { ...fields, contributions: lines as PledgeContent["contributions"] };
}
