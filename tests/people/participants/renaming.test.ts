// A participant gets a new name on a day, and its former name stays on record.
import { afterAll, beforeAll, expect, test } from "vitest";
import { statementsOf } from "@/bench/statements";
import { verifyRegister } from "@/lib/db/verify/verify";
import { changeParticipant } from "@/lib/people/participants/commands";
import { loadParticipant, loadParticipantList } from "@/lib/people/participants/queries";
import { participantChanges } from "@/lib/people/participants/schema";
import { loadOwners } from "@/lib/people/people/queries";
import {
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => void (register = await staffedRegister()));
afterAll(() => register.close());

const now = async () => value(await loadParticipant(register.admin, "FR", new Date().toISOString()));
const changed = async (changes: object, by = register.admin) =>
  changeParticipant(by, {
    code: "FR",
    ifMatch: (await now()).version,
    changes: participantChanges.parse(changes),
  });
const RENAMED = { names: { en: "Gaul" }, renamedOn: "2026-02-01", reason: "By law" };

test("only an administrator records a new name, with its day and a reason", async () => {
  for (const who of [register.officer, register.manager, register.auditor])
    expect(refusalOf(await changed(RENAMED, who))).toBe("role");
  expect(refusalOf(await changed({ ...RENAMED, reason: null }))).toBe("invalid, reason empty");
  expect(participantChanges.safeParse({ renamedOn: "2026-02-01", reason: "By law" }).success).toBe(false);
  const before = await now();
  value(await changed({ leftOn: "2099-01-01", reason: "An election" }));
  const after = value(await changed(RENAMED));
  expect(after.names).toEqual({ en: "Gaul", fr: "Gaul", uk: "Gaul" });
  expect(after.formerNames).toEqual([{ names: before.names, until: "2026-02-01" }]);
  expect(after.leftReason).toBe("An election");
  expect((await register.eventsOf("FR")).at(-1)).toMatchObject({
    action: "participant.changed",
    reason: "By law",
  });
  expect(refusalOf(await changed({ ...RENAMED, names: { en: "Francia" } }))).toBe(
    "invalid, renamedOn renamed-later",
  );
});

test("a spelling is corrected without a day, and makes no former name", async () => {
  const { names, formerNames } = value(await changed({ names: { en: "Gaule", fr: null, uk: null } }));
  expect([names, formerNames.length]).toEqual([{ en: "Gaule" }, 1]);
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

test("participants, and people who may own a pledge, are read again only after a change of one", async () => {
  const asked = async (): Promise<string[]> => {
    const at = new Date().toISOString();
    const read = () =>
      Promise.all([loadParticipantList(register.admin, at), loadOwners(register.officer, at)]);
    return (await statementsOf(read)).statements
      .map(({ text }) => text)
      .filter((text) => !text.includes("audit.head"));
  };
  await asked();
  expect(await asked()).toEqual([]);
  value(await changed({ names: { en: "Gallia", fr: null, uk: null } }));
  expect(await asked()).toEqual([expect.stringContaining('"participant"')]);
  await register.open("newcomer", "OFFICER", ["FR"]);
  expect(await asked()).toEqual([expect.stringContaining("FROM person")]);
});
