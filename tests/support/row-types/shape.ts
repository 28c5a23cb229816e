export type Shape =
  | "string"
  | "number"
  | "boolean"
  | "bigint"
  | "null"
  | "undefined"
  | "unknown"
  | { value: string | number | boolean }
  | { instance: string }
  | { oneOf: Shape[] }
  | { list: Shape }
  | { tuple: Shape[] }
  | { members: Record<string, { shape: Shape; optional: boolean }>; others?: Shape }
  /** Its index in the description's types: types may contain themselves. */
  | { type: number };

/** An SQL query whose rows have a type. Lines and columns start at 1. */
export interface AskedCall {
  file: string;
  from: [line: number, column: number];
  to: [line: number, column: number];
  row: Shape;
  /** Its answer comes as JSON where a page asks it together with others. */
  mayBeJson?: true;
}

export const placeOf = ({ file, from: [line, column] }: AskedCall): string => `${file}:${line}:${column}`;

export interface Description {
  calls: AskedCall[];
  types: Shape[];
}

export function resolved(types: readonly Shape[], shape: Shape): Shape {
  if (typeof shape === "string" || !("type" in shape)) return shape;
  const found = types[shape.type];
  if (found === undefined) throw new Error(`the description has no type ${shape.type}`);
  return found;
}

export function textOf(types: readonly Shape[], shape: Shape): string {
  if (typeof shape === "string") return shape;
  if ("type" in shape) return textOf(types, resolved(types, shape));
  if ("value" in shape) return JSON.stringify(shape.value);
  if ("instance" in shape) return shape.instance;
  if ("oneOf" in shape) return shape.oneOf.map((one) => textOf(types, one)).join(" | ");
  if ("members" in shape) return `{ ${Object.keys(shape.members).join(", ")} }`;
  return "list" in shape ? "a list" : `a list of ${shape.tuple.length}`;
}
