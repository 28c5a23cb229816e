import { expect, test } from "vitest";
import {
  given,
  materialIn,
  silentIn,
  unstatedIn,
  withoutUnstated,
  withoutParts,
  type Fields,
} from "@/lib/domain/base/field";

const FIELDS = {
  name: { is: "line", limit: 20, required: true, material: true },
  note: { is: "text", limit: 200 },
  due: { is: "day", material: true, added: true },
  state: { is: "code", of: ["OPEN", "SHUT"], otherwise: "OPEN", added: true },
  holds: { is: "flag", otherwise: true },
  money: { is: "part" },
  lines: { is: "part", required: true },
} as const satisfies Fields;

test("an optional field that isn't stated is null, or has its default", () => {
  expect(unstatedIn(FIELDS)).toEqual({ note: null, due: null, state: "OPEN", holds: true, money: null });
});

test("an added field is left out of a record while it states nothing, and can be restored", () => {
  const said = withoutUnstated(FIELDS);
  const old = { name: "A", note: null };
  expect(said({ ...old, due: null, state: "OPEN" })).toEqual(old);
  expect({ ...silentIn(FIELDS), ...old }).toEqual({ ...old, due: null, state: "OPEN" });
  const later = { ...old, due: "2026-03-01", state: "OPEN" };
  expect(said(later)).toEqual({ ...old, due: "2026-03-01" });
  const all = { ...old, due: "2026-03-01", state: "SHUT" };
  expect(said(all)).toBe(all);
});

test("parts can be left out, and material fields listed", () => {
  expect(Object.keys(withoutParts(FIELDS))).toEqual(["name", "note", "due", "state", "holds"]);
  expect(materialIn(FIELDS)).toEqual(["name", "due"]);
});

test("a change has the fields that are given, null included", () => {
  expect(given({ name: "B", note: undefined, due: null })).toEqual({ name: "B", due: null });
});
