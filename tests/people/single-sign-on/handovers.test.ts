// Where the organisation's groups decide desks, a handover would be undone at the next sign-in.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/people/actor";
import { handOverDesk } from "@/lib/people/handovers/commands";
import { isDeskByGroups, loadHandoverChoice } from "@/lib/people/handovers/queries";
import { handoverInput } from "@/lib/people/handovers/schema";
import { addSignInGroup } from "@/lib/people/sign-in-groups/commands";
import {
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

const ISSUER = "https://login.example";

let register: StaffedRegister;
let officer: Actor;
let colleague: Actor;
beforeAll(async () => {
  Object.assign(process.env, {
    NEXTAUTH_URL: "http://localhost:3000",
    OIDC_ISSUER: ISSUER,
    OIDC_CLIENT_ID: "register",
    OIDC_CLIENT_SECRET: "secret",
  });
  register = await staffedRegister();
  ({ officer, officerNorth: colleague } = register);
});
afterAll(() => register.close());

const give = (from: Actor, to: Actor, code: string) =>
  handOverDesk(from, handoverInput.parse({ to: to.email, participants: [code], note: "On leave" }));
const bind = ({ id, email }: Actor, issuer = ISSUER) =>
  pool().query("INSERT INTO identity (person_id, issuer, subject, bound_at) VALUES ($1, $2, $3, now())", [
    id,
    issuer,
    email,
  ]);

test("a desk that groups decide is neither handed over nor added to", async () => {
  const { admin } = register;
  await bind(colleague);
  value(await give(officer, colleague, "FR"));
  const group = { name: "desk-north", role: "OFFICER" as const, desk: ["SE"], sealed: false };
  value(await addSignInGroup(admin, group));
  const { rows } = await pool().query("SELECT desk FROM person WHERE id = $1", [colleague.id]);
  const { desk } = rows[0] as { desk: string[] };
  const now = { ...colleague, desk };
  expect(refusalOf(await give({ ...officer, desk: ["DE"] }, now, "DE"))).toBe("invalid, to desk-by-groups");
  expect(refusalOf(await give(now, { ...officer, desk: ["DE"] }, "FR"))).toBe(
    "invalid, participants desk-by-groups",
  );
  // Nor is it offered.
  expect([await isDeskByGroups(now.id), await isDeskByGroups(officer.id)]).toEqual([true, false]);
  expect(value(await loadHandoverChoice(now, { ...now, desk })).isByGroups).toBe(true);
  const other = await register.open("other", "OFFICER", []);
  const { takers } = value(await loadHandoverChoice(officer, { ...officer, desk: ["DE"] }));
  expect(takers.map(({ email }) => email)).toEqual([other.email]);
});

test("a desk of someone who doesn't sign in through this provider is handed over as before", async () => {
  const third = await register.open("third", "OFFICER", ["GB"]);
  const fourth = await register.open("fourth", "OFFICER", []);
  await bind(fourth, "https://former.example");
  expect(await isDeskByGroups(fourth.id)).toBe(false);
  expect(value(await give(third, fourth, "GB")).participants).toEqual(["GB"]);
});
