import { expect, test } from "vitest";
import { ENTITY_TYPES } from "@/lib/domain/base/audit";
import { actorNamed, recordNamed } from "@/lib/domain/log/logged";
import { recordNameOf } from "@/lib/domain/log/record-name";

const ID = "7d444840-9dc0-11d1-b245-5ffdce74fad2";

test.each([
  ["fr-3-001", { is: "pledge", reference: "FR-3-001" }],
  ["NATO-5-1234", { is: "pledge", reference: "NATO-5-1234" }],
  ["Pledge", { is: "type", type: "pledge" }],
  ["FR", { is: "record", name: "FR" }],
  ["ceasefire_in_force", { is: "record", name: "CEASEFIRE_IN_FORCE" }],
  ["DEMO-1", { is: "record", name: "DEMO-1" }],
  [ID.toUpperCase(), { is: "record", name: ID }],
  ["Officer@register.example", { is: "account", email: "officer@register.example" }],
  ["FR-6-001", { is: "record", name: "FR-6-001" }],
  ["two words", null],
  ["a@b@c", null],
  ["1", null],
  ["", null],
  ["Œuvre", null],
])("%j names %j", (text, named) => {
  expect(recordNamed(text)).toEqual(named);
});

test.each([
  [ID, "id"],
  ["register", "id"],
  ["Manager@Register.example", "email"],
  ["Register", "name"],
  ["Олена Коваль", "name"],
])("%s names someone by %s", (text, is) => {
  expect(actorNamed(text)).toMatchObject({ is });
});

test("a record that lacks everything has no name, whatever its type", () => {
  for (const type of ENTITY_TYPES)
    for (const record of [null, [], "text", {}, { serves: [], names: null, concerns: 3 }])
      expect(recordNameOf(type, record)).toEqual({ reference: null, title: null });
});

test("a record goes by the first name that it has", () => {
  const document = { publisher: "A ministry", title: null };
  expect(recordNameOf("source", document).title).toBe("A ministry");
  expect(recordNameOf("source", { ...document, title: "A letter" }).title).toBe("A letter");
  expect(recordNameOf("approval", { body: "Bundestag", serves: ["DE-3-001", "DE-3-002"] })).toEqual({
    reference: "DE-3-001",
    title: "Bundestag",
  });
  expect(recordNameOf("proposal", { reference: null, concerns: ["DE-3-002"] }).reference).toBe("DE-3-002");
});
