import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { participantReader } from "@/lib/domain/import/cells/participant";
import { participantRecord } from "@/lib/domain/history/record";
import { recordFromLog } from "@/lib/domain/history/record-from-log";
import { everyName, withRenaming } from "@/lib/domain/people/renaming";
import type { Participant } from "@/lib/domain/people/participant";
import { withLanguage } from "@/lib/i18n/reader";
import { participantName } from "@/lib/i18n/words/participant-name";
import { anyDay } from "../../support/any/arbitrary";
import { france, TODAY } from "../../support/cast";

const namesOn = ({ names, formerNames }: Participant, day: string): Record<string, string> =>
  formerNames.find(({ until }) => day < until)?.names ?? names;

const renamed = (participant: Participant, names: Record<string, string>, on: string): Participant => {
  const result = withRenaming(participant, { names, on, reason: "By law" }, TODAY);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const refused = (on: string, reason: string | null = "By law", names = { en: "Gaul" }) => {
  const result = withRenaming(renamed(france, { en: "Francia" }, "2026-01-10"), { names, on, reason }, TODAY);
  return result.ok ? null : result.refusal;
};

describe("a new name", () => {
  test("wins over that of a standard list from its day on, and the old one stays known", () => {
    const turkey: Participant = { ...france, code: "TR", names: { en: "Turkey" } };
    const turkiye = renamed(turkey, { en: "Türkiye" }, "2026-02-01");
    withLanguage("fr", () => {
      expect(participantName(turkey)).toBe("Turquie");
      expect(participantName(turkiye)).toBe("Türkiye");
    });
    expect([namesOn(turkiye, "2026-01-31")["en"], namesOn(turkiye, "2026-02-01")["en"]]).toEqual([
      "Turkey",
      "Türkiye",
    ]);
    expect(everyName(turkiye)).toContain("Turkey");
    expect(participantReader([{ code: "TR", names: turkiye.names }, france])("Türkiye")).toMatchObject({
      value: "TR",
    });
    const czechia = renamed(
      { ...france, code: "XK", names: { en: "Oldland" } },
      { en: "Newland" },
      "2026-02-01",
    );
    expect(participantReader([czechia])("oldland")).toMatchObject({ value: "XK" });
  });

  test.each<[string, string | null, string]>([
    ["2026-02-26", "By law", "renamedOn in-future"],
    ["2026-01-10", "By law", "renamedOn renamed-later"],
    ["2026-01-11", null, "reason empty"],
  ])("is refused on %s, because %s: %s", (on, reason, expected) => {
    const refusal = refused(on, reason);
    expect(refusal?.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([expected]);
  });

  test("must differ from the old one", () => {
    const same = { en: "Francia", fr: "Francia", uk: "Francia" };
    expect(refused("2026-02-01", "By law", same)?.errors?.[0]?.code).toBe("same-name");
  });
});

test("law: on each day the last name given by then is valid, and the log gives all names back", () => {
  const days = fc.uniqueArray(
    anyDay.filter((day) => day <= TODAY),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(days, anyDay, (unsorted, day) => {
      const sorted = unsorted.toSorted();
      const after = sorted.reduce((known, on) => renamed(known, { en: `Name of ${on}` }, on), france);
      const last = sorted.filter((on) => on <= day).at(-1);
      expect(namesOn(after, day)["en"]).toBe(last === undefined ? "France" : `Name of ${last}`);
      expect(recordFromLog("participant", participantRecord(after), new Map())).toEqual(after);
    }),
  );
});

test("a participant that was never renamed is recorded without former names", () =>
  expect(Object.keys(participantRecord(france) as object)).not.toContain("formerNames"));
