/**
 * Text at a path of names, such as one from an answer: "error.name.too-long". Only own properties: not
 * "constructor".
 */
export function textAt(node: unknown, path: string): string | undefined {
  const found = path.split(".").reduce<unknown>((at, name) => ownAt(at, name), node);
  return typeof found === "string" ? found : undefined;
}

const ownAt = (node: unknown, name: string): unknown =>
  typeof node === "object" && node !== null && Object.hasOwn(node, name)
    ? Reflect.get(node, name)
    : undefined;
