import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, type Role, ROLES } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import type { Result } from "@/lib/domain/base/result";
import {
  changePerson,
  createFirstAdministrator,
  createPerson,
  renewLink,
  signOutPerson,
} from "@/lib/people/people/commands";
import { loadOwners, loadPeople, loadPerson } from "@/lib/people/people/queries";
import { personChanges, personInput, type PersonChanges } from "@/lib/people/people/schema";
import { signOutEverywhere } from "@/lib/people/people/sessions";
import { THE_REGISTER } from "@/lib/workspace/settings/commands";
import { idempotently } from "@/lib/db/log/idempotency";
import { verifyRegister } from "@/lib/db/verify/verify";
import { madeAtOnce, madeByTwo } from "../../support/registers/accounts";
import { emailOf, openRegister, type TestRegister } from "../../auth/register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());

const AT = "2026-02-25T08:40:00.000Z";
const actorOf = (role: Role): Actor => ({
  id: register.id[role],
  email: emailOf(role),
  name: role,
  role,
  desk: role === "OFFICER" ? ["FR"] : [],
  session: null,
  request: null,
});
const codeOf = (result: Result<unknown>): string =>
  result.ok ? "ok" : (result.refusal.errors?.[0]?.code ?? result.refusal.code);

let made = 0;
const someone = (change: object = {}) =>
  personInput.parse({
    email: `someone-${(made += 1)}@register.example`,
    name: `Someone ${made}`,
    role: "OFFICER",
    desk: ["FR"],
    ...change,
  });

async function aPerson(change: object = {}): Promise<Person> {
  const input = someone({ reason: "Takes over the desk", ...change });
  const created = await madeByTwo(await createPerson(actorOf("ADMIN"), input), actorOf("MANAGER"));
  if (!created.ok) throw new Error(codeOf(created));
  return created.value;
}

async function head(): Promise<number> {
  const [row] = await register.sql("SELECT seq FROM audit.head");
  return Number(row?.seq);
}

describe("managing people", () => {
  test("is for administrators only, and auditors may read", async () => {
    const person = await aPerson();
    for (const role of ROLES) {
      const actor = actorOf(role);
      const before = await head();
      const kept = role === "ADMIN" ? "ok" : "role";
      expect(codeOf(await createPerson(actor, someone())), role).toBe(kept);
      expect(
        codeOf(
          await changePerson(actor, {
            id: person.id,
            ifMatch: person.version,
            changes: { name: `Changed ${(made += 1)}` },
          }),
        ),
        role,
      ).toBe(kept);
      expect(codeOf(await renewLink(actor, { id: person.id })), role).toBe(kept);
      expect(codeOf(await signOutPerson(actor, { id: person.id })), role).toBe(kept);
      expect(await head()).toBe(before + (role === "ADMIN" ? 4 : 0));

      const read = role === "ADMIN" || role === "AUDITOR" ? "ok" : "role";
      expect(codeOf(await loadPeople(actor, { after: null, limit: 50 })), role).toBe(read);
      expect(codeOf(await loadPerson(actor, person.id)), role).toBe(read);
      expect(codeOf(await loadOwners(actor, AT)), role).toBe(
        role === "OFFICER" || role === "MANAGER" ? "ok" : "role",
      );
    }
  });

  test("includes, for everyone, ending their own sessions", async () => {
    for (const role of ROLES) expect(codeOf(await signOutEverywhere(actorOf(role)))).toBe("ok");
  });
});

describe("a new account", () => {
  test("has a link and no password, and its event contains no secret", async () => {
    const created = madeAtOnce(
      await createPerson(actorOf("ADMIN"), someone({ email: "New.Person@Register.Example" })),
    );
    if (!created.ok) throw new Error(codeOf(created));
    expect(created.value).toMatchObject({ email: "new.person@register.example", version: 1, desk: ["FR"] });
    expect(created.value.setPasswordLink).toMatch(/^\/set-password\/[\w-]{43}$/);
    expect(await loadPerson(actorOf("AUDITOR"), created.value.id)).toMatchObject({
      value: { hasPassword: false, lastSignedInAt: null },
    });
    const [event] = await register.sql("SELECT action, payload FROM audit.event ORDER BY seq DESC LIMIT 1");
    expect(event).toMatchObject({ action: "person.created" });
    expect(String(event?.payload)).not.toContain("set-password");
  });

  test("has a unique e-mail address, also if several are made at once", async () => {
    const email = "twice@register.example";
    const codes = await Promise.all(
      [1, 2, 3, 4].map(async () => codeOf(await createPerson(actorOf("ADMIN"), someone({ email })))),
    );
    expect(codes.sort()).toEqual(["email-taken", "email-taken", "email-taken", "ok"]);
    expect(codeOf(await createPerson(actorOf("ADMIN"), someone({ email: email.toUpperCase() })))).toBe(
      "email-taken",
    );
  });

  test("has a desk only if it is an officer's, of participants on record", async () => {
    expect(codeOf(await createPerson(actorOf("ADMIN"), someone({ desk: ["FR", "XX"] })))).toBe("unknown");
    expect(codeOf(await createPerson(actorOf("ADMIN"), someone({ role: "MANAGER" })))).toBe(
      "desk-of-officers",
    );
    expect(codeOf(await createPerson(actorOf("ADMIN"), someone({ desk: [] })))).toBe("ok");
  });
});

describe("nobody can be mistaken for someone else", () => {
  const faultsOf = (result: Result<unknown>): string[] =>
    result.ok ? [] : (result.refusal.errors ?? []).map(({ path, code }) => `${path} ${code}`);
  const create = async (change: object) => faultsOf(await createPerson(actorOf("ADMIN"), someone(change)));

  test("by the very same name, unless a further word tells the two apart", async () => {
    await aPerson({ name: "Zo\u00eb Example" });
    expect(await create({ name: "zoe\u0308  example" })).toEqual(["name name-shared"]);
    expect(await create({ name: "Zo\u00eb Example (Paris)" })).toEqual([]);
  });

  test("by a name that looks the same in other letters", async () => {
    await aPerson({ name: "Pavlo Kovalenko" });
    for (const name of ["P\u0430vlo Kovalenko", "Pavl\u03bf Kovalenko"])
      expect(await create({ name })).toEqual(["name name-look-alike"]);
  });

  test("by an address that looks nearly the same, refused together with such a name", async () => {
    await aPerson({ name: "Marne", email: "marne@register.example" });
    expect(await create({ name: "Mame", email: "mame@register.example" })).toEqual([
      "email email-look-alike",
      "name name-look-alike",
    ]);
    expect(await create({ email: "marne@register.example" })).toEqual(["email email-taken"]);
  });

  test("by being renamed to the name of a disabled account", async () => {
    const left = await aPerson({ name: "Olena Left" });
    const rename = async (person: Person, name: string) =>
      faultsOf(
        await changePerson(actorOf("ADMIN"), { id: person.id, ifMatch: person.version, changes: { name } }),
      );
    const disabled = await changePerson(actorOf("ADMIN"), {
      id: left.id,
      ifMatch: left.version,
      changes: { disabled: true },
    });
    expect(disabled.ok).toBe(true);
    const other = await aPerson();
    expect(await rename(other, "Olena Left")).toEqual(["name name-shared"]);
    expect(await rename(other, "\u041elena Left")).toEqual(["name name-look-alike"]);
    expect(await rename(other, "OLENA LEFT (Odesa)")).toEqual([]);
  });

  test("by being created at the same time", async () => {
    const codes = await Promise.all([1, 2, 3].map(() => create({ name: "At Once" })));
    expect(codes.flat()).toEqual(["name name-shared", "name name-shared"]);
  });

  test("but a name can be changed to capital letters", async () => {
    const other = await aPerson();
    expect(
      faultsOf(
        await changePerson(actorOf("ADMIN"), {
          id: other.id,
          ifMatch: other.version,
          changes: { name: other.name.toUpperCase() },
        }),
      ),
    ).toEqual([]);
  });
});

describe("a change", () => {
  const change = async (person: Person, changes: PersonChanges) =>
    madeByTwo(
      await changePerson(actorOf("ADMIN"), {
        id: person.id,
        ifMatch: person.version,
        changes: { ...changes, reason: "Needed" },
      }),
      actorOf("MANAGER"),
    );

  test("of an older version is refused, with what has changed since", async () => {
    const person = await aPerson();
    await change(person, { name: "Changed" });
    expect(await change(person, { role: "MANAGER", desk: [] })).toMatchObject({
      refusal: { code: "version", conflict: { current: 2, changedBy: "ADMIN", fields: ["name"] } },
    });
  });

  test("of nothing makes no event", async () => {
    const person = await aPerson();
    const before = await head();
    expect(await change(person, { name: person.name, desk: ["FR"], disabled: false })).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    expect(await change(person, {})).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await head()).toBe(before);
  });

  test("of role removes the desk", async () => {
    expect(await change(await aPerson(), { role: "MANAGER" })).toMatchObject({
      value: { role: "MANAGER", desk: [] },
    });
    expect(codeOf(await change(await aPerson({ role: "MANAGER", desk: [] }), { desk: ["FR"] }))).toBe(
      "desk-of-officers",
    );
  });

  test("that disables an account has its time, and can be undone", async () => {
    const disabled = await change(await aPerson(), { disabled: true });
    if (!disabled.ok) throw new Error(codeOf(disabled));
    expect(disabled.value.disabledAt).not.toBeNull();
    expect(codeOf(await renewLink(actorOf("ADMIN"), { id: disabled.value.id }))).toBe("disabled");
    expect(await change(disabled.value, { disabled: false })).toMatchObject({ value: { disabledAt: null } });
    const events = await register.sql("SELECT action FROM audit.event WHERE entity_id = $1 ORDER BY seq", [
      disabled.value.id,
    ]);
    expect(events.map((event) => event.action)).toEqual([
      "person.created",
      "person.disabled",
      "person.enabled",
    ]);
  });

  test("that makes a new link is on record, with who made it", async () => {
    const person = await aPerson();
    const renewed = madeAtOnce(await renewLink(actorOf("ADMIN"), { id: person.id }));
    expect(renewed).toMatchObject({ value: { version: 2 } });
    const events = await register.sql(
      "SELECT action, actor_name FROM audit.event WHERE entity_id = $1 ORDER BY seq",
      [person.id],
    );
    expect(events).toEqual([
      { action: "person.created", actor_name: "ADMIN" },
      { action: "person.link-made", actor_name: "ADMIN" },
    ]);
  });

  test("gives or removes a clearance, which is in the record only while it is held", async () => {
    const person = await aPerson();
    const payload = async () => {
      const rows = await register.sql(
        "SELECT payload FROM audit.event WHERE entity_id = $1 ORDER BY seq DESC LIMIT 1",
        [person.id],
      );
      return String(rows[0]?.payload);
    };
    expect(await payload()).not.toMatch(/sealed|secondFactor/);
    const cleared = await change(person, { sealed: true });
    if (!cleared.ok) throw new Error(codeOf(cleared));
    expect(cleared.value).toMatchObject({ sealed: true, version: 2 });
    expect(await payload()).toContain('"sealed":true');
    expect(await change(cleared.value, { sealed: false })).toMatchObject({ value: { sealed: false } });
    expect(await payload()).not.toContain("sealed");
    expect((await verifyRegister()).findings).toEqual([]);
  });

  test("of one's own role, desk or clearance is refused", async () => {
    const admin = await aPerson({ role: "ADMIN", desk: [] });
    const own = (changes: PersonChanges) =>
      changePerson(
        { ...actorOf("ADMIN"), id: admin.id, name: admin.name },
        { id: admin.id, ifMatch: admin.version, changes },
      );
    const before = await head();
    for (const changes of [{ role: "AUDITOR" }, { role: "OFFICER", desk: ["FR"] }, { sealed: true }] as const)
      expect(codeOf(await own(changes as PersonChanges))).toBe("role");
    expect(await head()).toBe(before);
    expect(codeOf(await own({ name: "Renamed" }))).toBe("ok");
    expect(await change(admin, { role: "AUDITOR" })).toMatchObject({ refusal: { code: "version" } });
    expect(codeOf(await change({ ...admin, version: 2 }, { role: "AUDITOR" }))).toBe("ok");
  });

  test("of a person who doesn't exist is not found", async () => {
    for (const id of ["00000000-0000-4000-8000-000000000000", "nobody", ""]) {
      expect(codeOf(await changePerson(actorOf("ADMIN"), { id, ifMatch: 1, changes: {} }))).toBe("not-found");
      expect(codeOf(await signOutPerson(actorOf("ADMIN"), { id }))).toBe("not-found");
    }
  });

  test("never leaves the register without an administrator, not even two changes at once", async () => {
    const [row] = await register.sql("SELECT version FROM person WHERE id = $1", [register.id.ADMIN]);
    const last = { id: register.id.ADMIN, ifMatch: Number(row?.version) };
    expect(codeOf(await changePerson(actorOf("ADMIN"), { ...last, changes: { role: "AUDITOR" } }))).toBe(
      "last-administrator",
    );
    expect(codeOf(await changePerson(actorOf("ADMIN"), { ...last, changes: { disabled: true } }))).toBe(
      "last-administrator",
    );

    const second = await aPerson({ role: "ADMIN", desk: [] });
    const codes = await Promise.all([
      changePerson(
        { ...actorOf("ADMIN"), id: second.id, name: second.name },
        { ...last, changes: { role: "AUDITOR" } },
      ),
      changePerson(actorOf("ADMIN"), { id: second.id, ifMatch: 1, changes: { disabled: true } }),
    ]);
    // The second one is no longer an administrator.
    expect(codes.map(codeOf).sort()).toEqual(["ok", "rights-changed"]);
    const [admins] = await register.sql(
      "SELECT count(*)::int AS n FROM person WHERE role = 'ADMIN' AND disabled_at IS NULL AND id IN ($1, $2)",
      [register.id.ADMIN, second.id],
    );
    expect(admins).toEqual({ n: 1 });
    const [first] = await register.sql("SELECT role, version FROM person WHERE id = $1", [last.id]);
    if (first?.role === "ADMIN") return;
    const restoring = {
      id: last.id,
      ifMatch: Number(first?.version),
      changes: { role: "ADMIN" as const, reason: "Back" },
    };
    const other = { ...actorOf("ADMIN"), id: second.id, name: second.name };
    const proposed = await changePerson(other, restoring);
    expect(codeOf(await madeByTwo(proposed, actorOf("MANAGER")))).toBe("ok");
  });
});

test("a first administrator is refused if there is an administrator", async () => {
  const wish = { email: "first@register.example", name: "First" };
  expect(codeOf(await createFirstAdministrator(THE_REGISTER, wish))).toBe("already-there");
});

describe("input from outside", () => {
  const least = { email: "a@b.example", name: "A", role: "OFFICER" };
  test.each([
    { ...least, email: "nobody" },
    { ...least, email: "a@b@c" },
    { ...least, email: "a b@c" },
    { ...least, email: "a\u0000@b.example" },
    { ...least, email: `${"a".repeat(260)}@b.example` },
    { ...least, name: "" },
    { ...least, name: " " },
    { ...least, name: "a\nb" },
    { ...least, name: "a\u200bb" },
    { ...least, name: "a\u00a0b" },
    { ...least, name: "\u202ea" },
    { ...least, email: "\u0430@b.example" },
    { ...least, email: "a@b.ex\u00e4mple" },
    { ...least, email: "a\u200b@b.example" },
    { ...least, name: "\ud800" },
    { ...least, role: "ROOT" },
    { ...least, desk: "FR" },
    { ...least, desk: ["fr"] },
    { ...least, desk: [null] },
    { ...least, password: "x" },
    { ...least, disabled: true },
    JSON.parse('{"email":"a@b.example","name":"A","role":"OFFICER","__proto__":{"role":"ADMIN"}}') as object,
  ])("%j is refused", (input) => expect(personInput.safeParse(input).success).toBe(false));

  test.each([
    { email: "x@y.example" },
    { name: null },
    { name: "a\u2060b" },
    { desk: null },
    { role: "" },
    { disabled: "yes" },
    { sealed: null },
    { secondFactorAt: null },
    { version: 2 },
  ])("a change %j is refused", (input) => expect(personChanges.safeParse(input).success).toBe(false));
});

test("a repeated invitation gives the same link again, which the database doesn't contain", async () => {
  const person = someone();
  const request = { person: register.id.ADMIN, key: "invite-once-7d1f", bodySha256: "0".repeat(64) };
  const invite = async () =>
    madeAtOnce(await idempotently(request, () => createPerson(actorOf("ADMIN"), person)));
  const [first, again] = [await invite(), await invite()];
  if (!first.ok || !again.ok) throw new Error("refused");
  expect(again.value).toEqual(first.value);

  const rows = await register.sql("SELECT i::text AS stored FROM idempotency i");
  expect(rows).toHaveLength(1);
  const stored = String(rows[0]?.stored);
  expect(stored).not.toContain(String(first.value.setPasswordLink).split("/").at(-1));
  expect(stored).not.toContain(request.key);
});
