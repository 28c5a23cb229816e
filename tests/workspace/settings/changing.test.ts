// Settings that people change: who may, what follows for every pledge, and what the next start does.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkRegister } from "@/lib/db/derived/check";
import { findCoverage } from "@/lib/db/queries/unresolved/coverage";
import { countItems, findItems } from "@/lib/db/queries/unresolved/unresolved";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import type { Register } from "@/lib/domain/people/register";
import { changeParticipant } from "@/lib/people/participants/commands";
import { participantChanges } from "@/lib/people/participants/schema";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { changeSettings, adoptSettings } from "@/lib/workspace/settings/commands";
import { loadSettingsWithOrigins, loadSettings } from "@/lib/workspace/settings/queries";
import { settingsChanges, type SettingsChanges } from "@/lib/workspace/settings/schema";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
let settings: Register;
beforeAll(async () => {
  register = await staffedRegister();
  for (const priority of [1, 2, 3] as const)
    value(await logPledge(register.officer, aSentPledge({ priority }), LATER));
});
afterAll(() => register.close());
beforeEach(async () => void (settings = value(await loadSettingsWithOrigins(register.admin))));

const change = (changes: SettingsChanges, by: Actor = register.admin) =>
  changeSettings(by, { ifMatch: settings.version, changes });

describe("a change of the settings", () => {
  test("is made only by an administrator, and an auditor may read them", async () => {
    for (const actor of [register.officer, register.manager, register.auditor])
      expect(refusalOf(await change({ marking: "X" }, actor))).toBe("role");
    expect(refusalOf(await loadSettingsWithOrigins(register.manager))).toBe("role");
    expect(refusalOf(await loadSettingsWithOrigins(register.officer))).toBe("role");
    expect(await loadSettingsWithOrigins(register.auditor)).toMatchObject({ value: { staleDays: 30 } });
  });

  test("of the time zone or the term keeps what is derived right", async () => {
    for (const changes of [
      { timeZone: "Pacific/Kiritimati" },
      { staleDays: 7 },
      { timeZone: "Pacific/Pago_Pago", staleDays: 90 },
      { timeZone: "Europe/Kyiv", staleDays: 30 },
    ]) {
      settings = value(await change(changes));
      expect(settings).toMatchObject(changes);
      expect((await checkRegister()).differing).toEqual([]);
    }
  });

  test("of nothing makes no event, and one of an older version is refused with the changes", async () => {
    const head = await register.head();
    expect(value(await change({ staleDays: 30 })).version).toBe(settings.version);
    expect(await register.head()).toBe(head);
    value(await change({ marking: "EXERCISE" }));
    expect(await change({ marking: "ANOTHER" })).toMatchObject({
      refusal: { code: "version", conflict: { changedBy: register.admin.name, fields: ["marking"] } },
    });
  });

  test("while pledges are logged leaves nothing derived from the earlier settings", async () => {
    const log = () => logPledge(register.officer, aSentPledge({ priority: 4, statedOn: null }), LATER);
    const zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Kyiv"];
    for (const timeZone of zones) {
      settings = value(await loadSettingsWithOrigins(register.admin));
      const all = await Promise.all([log(), log(), change({ timeZone }), log(), log()]);
      for (const one of all) expect(refusalOf(one)).toBe("ok");
    }
    expect((await checkRegister()).differing).toEqual([]);
  });

  test("made twice at once is made once, and the other is refused", async () => {
    const both = await Promise.all([change({ staleDays: 20 }), change({ staleDays: 21 })]);
    expect(both.map(refusalOf).sort()).toEqual(["ok", "version"]);
    settings = value(await loadSettingsWithOrigins(register.admin));
    value(await change({ staleDays: 30 }));
  });

  test("accepts a time zone in any case, but only one that PostgreSQL knows", async () => {
    expect(value(await change({ timeZone: "europe/paris" })).timeZone).toBe("Europe/Paris");
    settings = value(await loadSettingsWithOrigins(register.admin));
    expect(refusalOf(await change({ timeZone: "Nowhere/Atall" }))).toBe("invalid, timeZone not-a-time-zone");
  });
});

describe("the next start", () => {
  test("leaves what a person has set", async () => {
    value(await change({ marking: "Set by hand" }));
    const taken = value(await adoptSettings({ timeZone: "Europe/Berlin", marking: "From outside" }));
    expect(taken.setByPeople).toMatchObject([
      { setting: "timeZone", by: register.admin.name },
      { setting: "marking", by: register.admin.name },
    ]);
    expect(await loadSettings()).toMatchObject({ timeZone: "Europe/Paris", marking: "Set by hand" });
  });

  test("knows who has set what", async () => {
    const { origins } = value(await loadSettingsWithOrigins(register.admin));
    expect(origins.marking).toMatchObject({ by: register.admin.name });
    expect(origins.secondFactorFor).toBeNull();
  });
});

test("the log is intact after changes of settings", async () => {
  settings = value(await change({ secondFactorFor: ["MANAGER"] }));
  settings = value(await change({ secondFactorFor: [] }));
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

describe("input from outside", () => {
  test.each([
    { timeZone: "+02:00" },
    { timeZone: "Etc/GMT+2; --" },
    { timeZone: "" },
    { timeZone: "x".repeat(200) },
    { marking: "a\nb" },
    { marking: "x".repeat(201) },
    { marking: "" },
    { staleDays: 0 },
    { staleDays: 366 },
    { staleDays: 1.5 },
    { staleDays: "30" },
    { secondFactorFor: ["ROOT"] },
    { secondFactorFor: "ADMIN" },
    { demonstration: true },
    { offsetMs: 1 },
  ])("%j is refused", (input) => expect(settingsChanges.safeParse(input).success).toBe(false));

  test("a list of roles is sorted, without repetitions", () => {
    expect(
      settingsChanges.parse({ marking: null, secondFactorFor: ["OFFICER", "ADMIN", "OFFICER"] }),
    ).toEqual({
      marking: null,
      secondFactorFor: ["ADMIN", "OFFICER"],
    });
  });
});

describe("a participant", () => {
  const changed = async (changes: object, { by = register.admin, code = "DE" } = {}) =>
    changeParticipant(by, {
      code,
      ifMatch: (await versionOf(code)) ?? 1,
      changes: participantChanges.parse(changes),
    });
  const versionOf = async (code: string): Promise<number> => (await register.eventsOf(code)).length;
  const gaps = async (): Promise<string[]> =>
    (await checkRegister()).items
      .filter((item) => item.code === "NO_PLEDGE" && item.participant === "DE")
      .map((item) => `${item.priority} ${item.since}`)
      .sort();

  /** Its missing positions on a day, by cells, counters and rows. */
  const missingOn = async (day: string) => {
    const { cells } = await findCoverage(day);
    const none = { class: [], participant: [], priority: [], owner: [], since: null, against: null };
    const asked = { ...none, code: ["NO_PLEDGE" as const], after: null, limit: 100 };
    const others = (await countItems({ ...asked, group: "participant" }, day)).filter(
      ({ key }) => key !== "DE",
    );
    const all = await countItems({ ...asked, group: "code" }, day);
    return {
      cells: cells.filter((one) => one.participant === "DE").reduce((sum, one) => sum + one.unresolved, 0),
      counted: sum(all) - sum(others),
      listed: (await findItems({ ...asked, group: "code", participant: ["DE"] }, day)).length,
    };
  };
  const sum = (groups: readonly { count: number }[]): number =>
    groups.reduce((all, { count }) => all + count, 0);

  test("is changed only by an administrator", async () => {
    for (const by of [register.officer, register.manager, register.auditor])
      expect(refusalOf(await changed({ role: "MEMBER" }, { by }))).toBe("role");
    expect(refusalOf(await changed({ role: "MEMBER" }, { code: "XX" }))).toBe("not-found");
  });

  test("is expected to take a position by its role, and since it joined", async () => {
    value(await changed({ role: "MEMBER", joinedOn: "2025-03-02" }));
    expect(await gaps()).toEqual([1, 2, 3, 4, 5].map((priority) => `${priority} 2025-03-02`));
    value(await changed({ joinedOn: "2025-04-10" }));
    expect((await gaps())[0]).toBe("1 2025-04-10");
    value(await changed({ role: "OBSERVER" }));
    expect(await gaps()).toEqual([]);
    value(await changed({ role: "CO_LEAD", joinedOn: null }));
    expect(await gaps()).toHaveLength(5);
    expect((await checkRegister()).differing).toEqual([]);
  });

  test("leaves with a reason, also on a future day, and undoing that needs one as well", async () => {
    const reason = "An election";
    expect(refusalOf(await changed({ leftOn: "2025-06-01" }))).toBe("invalid, reason empty");
    expect(await gaps()).toHaveLength(5);
    value(await changed({ leftOn: "2099-06-01", reason }));
    expect(await gaps()).toHaveLength(5);
    expect([await missingOn("2099-05-31"), await missingOn("2099-06-01")]).toEqual([
      { cells: 5, counted: 5, listed: 5 },
      { cells: 0, counted: 0, listed: 0 },
    ]);
    value(await changed({ leftOn: "2025-06-01", reason }));
    expect(await gaps()).toEqual([]);
    expect((await register.eventsOf("DE")).at(-1)).toMatchObject({ action: "participant.changed", reason });
    expect(await checkRegister()).toMatchObject({ differing: [], counters: [] });
    expect(refusalOf(await changed({ leftOn: null }))).toBe("invalid, reason empty");
    const back = value(await changed({ leftOn: null, reason: "They stayed" }));
    expect(back).toMatchObject({ leftOn: null, leftReason: null });
    expect(await gaps()).toHaveLength(5);
    expect(await checkRegister()).toMatchObject({ differing: [], counters: [] });
  });

  test("has names that are replaced as a whole, each change an event", async () => {
    const named = value(await changed({ names: { en: "Germany", fr: "Allemagne", uk: null } }));
    expect(named.names).toEqual({ en: "Germany", fr: "Allemagne" });
    const events = await register.eventsOf("DE");
    expect(events.at(-1)).toMatchObject({ action: "participant.changed", actor: register.admin.name });
    value(await changed({ names: { en: "Germany", fr: "Allemagne" } }));
    expect(await register.eventsOf("DE")).toHaveLength(events.length);
  });

  test.each([
    { names: { fr: "France" } },
    { names: { en: "" } },
    { names: { en: "X", de: "Y" } },
    { role: "KING" },
    { joinedOn: "2026-02-30" },
    { leftOn: "soon", reason: "x" },
    { leftOn: "2026-02-01", reason: "" },
    { leftOn: "2026-02-01", reason: "x".repeat(2_001) },
    { code: "XX" },
    { kind: "STATE" },
    { [randomUUID()]: 1 },
  ])("%j is refused", (input) => expect(participantChanges.safeParse(input).success).toBe(false));
});
