// SQL in pieces: values become parameters, pieces nest. What `pg` runs as it is.
export class Sql {
  constructor(
    private readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  get text(): string {
    return this.strings.reduce(
      (text, string, index) => (index === 0 ? string : `${text}$${String(index)}${string}`),
      "",
    );
  }

  get parts(): readonly string[] {
    return this.strings;
  }
}

export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  const parts = [strings[0] ?? ""];
  const flat: unknown[] = [];
  const append = (text: string): void => {
    parts.push(`${parts.pop() ?? ""}${text}`);
  };
  values.forEach((value, index) => {
    if (value instanceof Sql) {
      value.parts.forEach((text, at) => (at === 0 ? append(text) : parts.push(text)));
      flat.push(...value.values);
      append(strings[index + 1] ?? "");
    } else {
      flat.push(value);
      parts.push(strings[index + 1] ?? "");
    }
  });
  return new Sql(parts, flat);
}

/** SQL that is written elsewhere, and holds no values. */
export const raw = (text: string): Sql => new Sql([text], []);

/** Conditions that all hold; none at all is true. */
export function all(conditions: readonly (Sql | null)[]): Sql {
  const given = conditions.filter((one) => one !== null);
  return given.slice(1).reduce((sum, one) => sql`${sum} AND ${one}`, given[0] ?? sql`true`);
}

/** A list that asks for nothing in particular is no condition. */
export function anyOf(
  column: Sql,
  values: readonly unknown[],
  type: "text" | "smallint" = "text",
): Sql | null {
  if (values.length === 0) return null;
  return type === "text"
    ? sql`${column} = ANY(${values}::text[])`
    : sql`${column} = ANY(${values}::smallint[])`;
}
