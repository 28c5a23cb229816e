// The path and query of a page. Only the parameters given are changed; the others stay exactly as written.

export interface Address {
  path: string;
  /** `name=value`, as written. */
  pairs: string[];
}

export function addressIn(text: string): Address {
  const [path = "", ...rest] = text.split("?");
  return { path: path === "" ? "/" : path, pairs: rest.join("?").split("&").filter(Boolean) };
}

export const addressText = ({ path, pairs }: Address): string =>
  pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;

export const parameterValues = (text: string, name: string): string[] =>
  new URLSearchParams(addressIn(text).pairs.join("&")).getAll(name);

/** Each name once, in order of appearance. */
export const parameterNames = (text: string): string[] => [...new Set(addressIn(text).pairs.map(nameIn))];

export function withoutParameters(text: string, names: readonly string[]): string {
  const { path, pairs } = addressIn(text);
  return addressText({ path, pairs: pairs.filter((pair) => !names.includes(nameIn(pair))) });
}

/** `to`, with these parameters copied from `text` as written. */
export function withParametersOf(text: string, names: readonly string[], to: string): string {
  const [address = "", ...place] = to.split("#");
  const { path, pairs } = addressIn(address);
  const carried = addressIn(text).pairs.filter((pair) => names.includes(nameIn(pair)));
  return [addressText({ path, pairs: [...pairs, ...carried] }), ...place].join("#");
}

export function renamedParameter(text: string, from: string, to: string): string {
  const { path, pairs } = addressIn(text);
  return addressText({
    path,
    pairs: pairs.map((pair) =>
      nameIn(pair) === from ? `${to}=${pair.split("=").slice(1).join("=")}` : pair,
    ),
  });
}

const nameIn = (pair: string): string => new URLSearchParams(pair).keys().next().value ?? "";
