import fc from "fast-check";
import { expect, test } from "vitest";
import { merge, type MergedFields, type MergeSide } from "@/components/form/merging/merge";

test("if only one side changed a record, its version is the result", () => {
  fc.assert(
    fc.property(anyThree, ({ base, theirs, mine }) => {
      expect(merge(base, base, mine)).toMatchObject({ fields: mine, clashes: [], takenOver: [] });
      expect(merge(base, theirs, base)).toMatchObject({ fields: theirs, clashes: [] });
    }),
  );
});

test("changes by two people in different places are merged as if made one after the other", () => {
  fc.assert(
    fc.property(anyBase, fc.uniqueArray(anyEdit, { selector: placeOf }), (base, edits) => {
      const [theirs, mine] = [0, 1].map((side) => edits.filter((_, index) => index % 2 === side)) as [
        Edit[],
        Edit[],
      ];
      const merged = merge(base, registered(edited(base, theirs)), edited(base, mine));
      expect(merged.clashes).toEqual([]);
      expect(said(merged.fields)).toEqual(said(edited(edited(base, theirs), mine)));
    }),
  );
});

test("no change of either side is lost without a question", () => {
  fc.assert(
    fc.property(anyThree, ({ base, theirs, mine }) => {
      const { fields, clashes } = merge(base, theirs, mine);
      const asked = new Set(clashes.map(({ key }) => key));
      const was = atoms(base);
      const got = atoms(fields);
      for (const side of [atoms(theirs), atoms(mine)]) {
        const changed = [...new Set([...was.keys(), ...side.keys()])].filter(
          (at) => was.get(at) !== side.get(at),
        );
        const lost = changed.filter((at) => got.get(at) !== side.get(at) && !isAsked(asked, at));
        expect(lost).toEqual([]);
      }
      expect(added(fields)).toEqual(expect.arrayContaining([...added(theirs), ...added(mine)]));
    }),
  );
});

test("a clash is settled as chosen, from either side", () => {
  fc.assert(
    fc.property(anyThree, fc.infiniteStream(fc.boolean()), ({ base, theirs, mine }, coin) => {
      const keys = merge(base, theirs, mine).clashes.map(
        ({ key }) => [key, coin.next().value as boolean] as const,
      );
      const choices = (first: MergeSide, other: MergeSide) =>
        Object.fromEntries(keys.map(([key, heads]) => [key, heads ? first : other]));
      const here = merge(base, theirs, mine, { choices: choices("theirs", "mine") });
      const there = merge(base, registered(mine), typed(theirs), { choices: choices("mine", "theirs") });
      expect(there.clashes.map(({ key }) => key).sort()).toEqual(keys.map(([key]) => key).sort());
      expect(said(there.fields)).toEqual(said(here.fields));
    }),
  );
});

test("fields of one meaning clash together, unless their changes merge", () => {
  const base = { role: "OFFICER", desk: ["FR"], name: "A" };
  const theirs = { role: "MANAGER", desk: [], name: "A" };
  const mine = { role: "OFFICER", desk: ["FR", "DE"], name: "B" };
  const { clashes, fields } = merge(base, theirs, mine, { together: [["role", "desk"]] });
  expect(clashes.map(({ key }) => key)).toEqual(["role", "desk"]);
  expect(fields).toEqual(mine);
  const both = { ...base, desk: ["FR", "ES"] };
  expect(merge(base, both, { ...base, desk: ["FR", "DE"] }, { together: [["role", "desk"]] })).toEqual({
    fields: { ...base, desk: ["FR", "ES", "DE"] },
    clashes: [],
    takenOver: ["desk"],
  });
});

test("a line that one removed and the other changed is asked about; if kept, it is a new one", () => {
  const line = { id: "l1", kind: "AIR", quantity: { min: 1 } };
  const [base, gone, more] = [[line], [], [{ ...line, kind: "TROOPS" }]].map((lines) => ({ lines }));
  const key = "lines.l1";
  expect(merge(base!, gone!, more!).clashes).toEqual([
    { key, field: "lines", id: "l1", line: 1, theirs: null, mine: more!.lines[0] },
  ]);
  expect(merge(base!, gone!, more!, { choices: { [key]: "mine" } }).fields).toEqual({
    lines: [{ kind: "TROOPS", quantity: { min: 1 } }],
  });
  expect(merge(base!, gone!, more!, { choices: { [key]: "theirs" } }).fields).toEqual(gone);
  expect(merge(base!, more!, gone!, { choices: { [key]: "theirs" } }).fields).toEqual(more);
});

test("the same line added by both is one line, as after a lost answer", () => {
  const added = { kind: "AIR", quantity: { min: 1 } };
  const merged = merge({ lines: [] }, { lines: [{ id: "n1", ...added }] }, { lines: [added, added] });
  expect(merged.fields).toEqual({ lines: [{ id: "n1", ...added }, added] });
});

type Line = { id?: string; kind: string; quantity: { min: number } };
interface Content extends MergedFields {
  a: number | null;
  b: string;
  codes: string[];
  lines: Line[];
}
type Edit =
  | { at: "a" | "b"; value: string }
  | { at: "code"; code: string }
  | { at: "kind" | "quantity"; id: string; value: string }
  | { at: "off"; id: string }
  | { at: "new"; value: string };

const LINES = ["l1", "l2", "l3"];
const CODES = ["AT", "DE", "ES", "FR"];
const anyValue = fc.constantFrom("1", "2", "3");
const anyLine = (id: string) =>
  fc.record({ id: fc.constant(id), kind: anyValue, quantity: fc.record({ min: fc.nat({ max: 2 }) }) });
const anyBase: fc.Arbitrary<Content> = fc.record({
  a: fc.option(fc.nat({ max: 3 })),
  b: anyValue,
  codes: fc.subarray(CODES),
  lines: fc.tuple(...[...LINES, "l4"].map(anyLine)),
});
const editOf = (off: readonly string[]): fc.Arbitrary<Edit> =>
  fc.oneof(
    fc.record({ at: fc.constantFrom("a", "b"), value: anyValue }),
    fc.record({ at: fc.constant("code" as const), code: fc.constantFrom(...CODES) }),
    fc.record({ at: fc.constantFrom("kind", "quantity"), id: fc.constantFrom(...LINES), value: anyValue }),
    fc.record({ at: fc.constant("off" as const), id: fc.constantFrom(...off) }),
    fc.record({ at: fc.constant("new" as const), value: anyValue }),
  );
/** A line is removed or changed, not both. */
const anyEdit = editOf(["l4"]);
const anyThree = fc
  .tuple(anyBase, fc.array(editOf(LINES)), fc.array(editOf(LINES)))
  .map(([base, theirs, mine]) => ({
    base,
    theirs: registered(edited(base, theirs)),
    mine: edited(base, mine),
  }));

const placeOf = (edit: Edit): string =>
  [edit.at, "code" in edit ? edit.code : "id" in edit ? edit.id : edit.at === "new" ? edit.value : ""].join(
    ".",
  );

const edited = (base: Content, edits: readonly Edit[]): Content => edits.reduce(withEdit, base);

function withEdit(content: Content, edit: Edit): Content {
  const { codes, lines } = content;
  switch (edit.at) {
    case "a":
      return { ...content, a: Number(edit.value) };
    case "b":
      return { ...content, b: edit.value };
    case "code":
      return {
        ...content,
        codes: codes.includes(edit.code) ? codes.filter((code) => code !== edit.code) : [...codes, edit.code],
      };
    case "off":
      return { ...content, lines: lines.filter(({ id }) => id !== edit.id) };
    case "new":
      return { ...content, lines: [...lines, { kind: "new", quantity: { min: Number(edit.value) } }] };
    default: {
      const part = edit.at === "kind" ? { kind: edit.value } : { quantity: { min: Number(edit.value) } };
      return { ...content, lines: lines.map((line) => (line.id === edit.id ? { ...line, ...part } : line)) };
    }
  }
}

/** As the register saves it: each line has an id. */
const registered = (content: Content): Content => ({
  ...content,
  lines: content.lines.map((line, index) => ({ id: `n${index}`, ...line })),
});

/** As typed by a person who has added those lines. */
const typed = (content: Content): Content => ({
  ...content,
  lines: content.lines.map(({ id, ...line }) => (id?.startsWith("l") ? { id, ...line } : line)),
});

/** The content without the order of its lines and codes, and without the ids of new lines. */
const said = (fields: MergedFields) => {
  const { codes, lines, ...rest } = fields as Content;
  return {
    ...rest,
    codes: [...codes].sort(),
    lines: lines.map(({ id: _id, ...line }) => JSON.stringify(line)).sort(),
  };
};

type Atoms = ReadonlyMap<string, unknown>;

function atoms(fields: MergedFields): Atoms {
  const { a, b, codes, lines } = fields as Content;
  return new Map<string, unknown>([
    ["a", a],
    ["b", b],
    ...codes.map((code) => [`codes.${code}`, true] as const),
    ...lines.flatMap(({ id, kind, quantity }) =>
      id === undefined
        ? []
        : ([
            [`lines.${id}.kind`, kind],
            [`lines.${id}.quantity`, quantity.min],
          ] as const),
    ),
  ]);
}

const isAsked = (keys: ReadonlySet<string>, at: string): boolean =>
  keys.has(at) || keys.has(at.split(".").slice(0, 2).join("."));

const added = (fields: MergedFields): string[] =>
  (fields as Content).lines
    .filter(({ id }) => !id?.startsWith("l"))
    .map(({ id: _id, ...line }) => JSON.stringify(line));
