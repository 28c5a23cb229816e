// Paths in a body, and the body with a value replaced.
export type Path = readonly string[];

/** Every path to a value in a body, deepest first. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...pathsIn(inner, [...path, key]), [...path, key]]);
}

/** Every object in a body, itself included. */
export function objectsIn(body: unknown): Path[] {
  return [[], ...pathsIn(body)].filter((path) => {
    const value = path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), body);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  });
}

export function withValue(body: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(body))
    return body.map((inner: unknown, index) =>
      String(index) === first ? withValue(inner, rest, value) : inner,
    );
  const object = body as Record<string, unknown>;
  return { ...object, [first]: withValue(object[first], rest, value) };
}
