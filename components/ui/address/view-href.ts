/** Values of an address: empty ones are left out, several of one name are joined by commas. */
export type ViewValues = Readonly<
  Record<string, string | number | readonly (string | number)[] | null | undefined>
>;

/** The same values always give the same address, in the order given. */
export function viewHref(path: string, values: ViewValues, fragment?: string): string {
  const query = Object.entries(values).flatMap(([name, value]) => {
    const text = [value ?? []].flat().map(String).map(encodeURIComponent).join(",");
    return text === "" ? [] : [`${name}=${text.replaceAll("%40", "@")}`];
  });
  const anchor = fragment === undefined ? "" : `#${fragment}`;
  return `${path}${query.length > 0 ? `?${query.join("&")}` : ""}${anchor}`;
}
