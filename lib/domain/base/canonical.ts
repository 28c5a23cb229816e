// Canonical JSON (RFC 8785): one text for one value, so that equal values have equal hashes.
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Throws for values without a canonical form: NaN, infinities, lone surrogates. */
export function canonical(value: Json): string {
  if (value === null || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "string") return text(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("a number without canonical form");
    return JSON.stringify(value);
  }
  if (isJsonList(value)) return `[${value.map(canonical).join(",")}]`;
  // Without a comparator, names are sorted by code unit, as the RFC requires.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${text(key)}:${canonical(value[key] ?? null)}`);
  return `{${members.join(",")}}`;
}

/** Whether their canonical forms are the same; stops at the first difference. */
export function isSameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (isJsonList(one) || isJsonList(other))
    return (
      isJsonList(one) &&
      isJsonList(other) &&
      one.length === other.length &&
      one.every((value, index) => isSameJson(value, other[index] ?? null))
    );
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameJson(one[key] ?? null, other[key] ?? null))
  );
}

export const isJsonList = (value: Json): value is readonly Json[] => Array.isArray(value);

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError("a lone surrogate has no canonical form");
  return JSON.stringify(value);
}
