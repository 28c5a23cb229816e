// Compares an answer of the database with the type of its rows.
import { inspect } from "node:util";
import { resolved, textOf, type AskedCall, type Description, type Shape } from "./shape";

export interface Answer {
  rows: readonly unknown[];
  /** Prisma doesn't name the columns of an answer without rows. */
  fields?: readonly { name: string; dataTypeID?: number }[];
}

/** Types that JSON has other values for than `pg`: whole and exact numbers of any size, bytes, days and moments; and lists of them. */
const NOT_AS_JSON = new Set([
  17, 20, 1082, 1083, 1114, 1184, 1186, 1266, 1700, 1001, 1016, 1115, 1182, 1183, 1185, 1187, 1231, 1270,
]);

export function differences(
  { types }: Description,
  { row: shape, mayBeJson }: Pick<AskedCall, "row" | "mayBeJson">,
  { rows, fields }: Answer,
): string[] {
  const columns = fields && columnsOf(types, shape);
  const names = (fields ?? []).map(({ name }) => name);
  const missing = columns?.find((name) => !names.includes(name));
  const changed = mayBeJson && fields?.find(({ dataTypeID = 0 }) => NOT_AS_JSON.has(dataTypeID));
  const twice = names.find((name, i) => names.indexOf(name) < i);
  const checked = rows.length > CHECKED ? [...rows.slice(0, CHECKED), rows.at(-1)] : rows;
  const wrongRow = checked.map((row) => mismatch(types, shape, row)).find((one) => one !== null);
  return [
    ...(missing === undefined ? [] : [`${missing}: expected a column, got ${names.join(", ")}`]),
    ...(changed ? [`${changed.name}: expected a cast to what JSON has, got type ${changed.dataTypeID}`] : []),
    ...(twice === undefined ? [] : [`${twice}: expected one column, got two`]),
    ...(wrongRow ? [sentence(types, wrongRow)] : []),
  ];
}
const CHECKED = 20;

interface Mismatch {
  at: string;
  expected: Shape | undefined;
  got: unknown;
}

const sentence = (types: readonly Shape[], { at, expected, got }: Mismatch): string =>
  `${at}: expected ${expected === undefined ? "nothing of this name" : textOf(types, expected)}, got ${shown(got)}`;

/** The first part of a value that its shape doesn't allow. An object may have only the members of its shape. */
function mismatch(types: readonly Shape[], shape: Shape, value: unknown, at = ""): Mismatch | null {
  const wrong = { at, expected: shape, got: value };
  const unless = (fits: boolean): Mismatch | null => (fits ? null : wrong);
  if (shape === "unknown") return unless(value !== undefined);
  if (shape === "null") return unless(value === null);
  if (typeof shape === "string") return unless(typeof value === shape);
  if ("type" in shape) return mismatch(types, resolved(types, shape), value, at);
  if ("value" in shape) return unless(value === shape.value);
  if ("instance" in shape) return unless(isObject(value) && value.constructor.name === shape.instance);
  if ("oneOf" in shape) {
    const found: (Mismatch | null)[] = shape.oneOf.map((one) => mismatch(types, one, value, at));
    return found.reduce((a, b) => a && b && (weight(b) > weight(a) ? b : a), wrong);
  }
  if ("members" in shape) return isPlain(value) ? firstOf(membersOf(types, shape, value, at)) : wrong;
  if (!Array.isArray(value)) return wrong;
  const items: unknown[] = value;
  if ("list" in shape)
    return firstOf(items.map((item, i) => () => mismatch(types, shape.list, item, `${at}[${i}]`)));
  if (items.length !== shape.tuple.length) return wrong;
  return firstOf(shape.tuple.map((one, i) => () => mismatch(types, one, items[i], `${at}[${i}]`)));
}

function membersOf(
  types: readonly Shape[],
  { members, others }: Extract<Shape, { members: object }>,
  value: Readonly<Record<string, unknown>>,
  at: string,
): (() => Mismatch | null)[] {
  return [...new Set([...Object.keys(members), ...Object.keys(value)])].map((name) => () => {
    const path = at === "" ? name : `${at}.${name}`;
    const { shape, optional = false } = members[name] ?? { shape: others };
    if (!shape) return { at: path, expected: shape, got: value[name] };
    return optional && !(name in value) ? null : mismatch(types, shape, value[name], path);
  });
}

/** The columns that even an answer without rows must have. Null for a union of rows. */
function columnsOf(types: readonly Shape[], row: Shape): string[] | null {
  const shape = resolved(types, row);
  if (typeof shape === "string" || !("members" in shape)) return null;
  return Object.keys(shape.members).filter((name) => !shape.members[name]?.optional);
}

/** In a union, the mismatch deepest in an existing value explains most. */
const weight = ({ at, got }: Mismatch): number =>
  2 * (at.match(/[.[]|^./g)?.length ?? 0) + (got === undefined ? 0 : 1);

function firstOf(checks: readonly (() => Mismatch | null)[]): Mismatch | null {
  for (const check of checks) {
    const found = check();
    if (found) return found;
  }
  return null;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && Object.getPrototypeOf(value) === Object.prototype;

const shown = (value: unknown): string => inspect(value, { breakLength: Infinity }).slice(0, 200);
