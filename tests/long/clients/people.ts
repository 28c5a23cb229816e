// Accounts as an administrator makes them, over the API; each person sets a password by the link and signs in.
import { randomBytes } from "node:crypto";
import { pool } from "@/lib/db/client";
import { createAdministrator } from "@/scripts/register/admin-create";
import { bodyOf, send, type Answer, type ServerAddress, type Sent } from "./request";

export interface Member {
  id: string;
  name: string;
  role: "OFFICER" | "MANAGER";
  cookie: string;
}

const ADMIN = "admin@long-run.example";

interface Wanted {
  desk: readonly string[];
  count: number;
  /** If links are mailed: finds the one to a person. */
  mailedLink?: (email: string) => Promise<string>;
  /** Officers who come later, by another way than a link. */
  later?: readonly { email: string; name: string }[];
}

/** Officers who share one desk, and a manager to every three of them. */
export async function makePeople(instance: ServerAddress, wanted: Wanted): Promise<Member[]> {
  const created = await createAdministrator(ADMIN, "Admin");
  if ("sorry" in created) throw new Error(created.sorry);
  const people = await invitePeople(instance, await signIn(instance, ADMIN, created.link), wanted);
  // Managers decide over a longer time than a proof is valid, and repeat their decisions.
  await pool().query("UPDATE session SET proven_at = now() + interval '1 day'");
  return people;
}

async function invitePeople(
  instance: ServerAddress,
  admin: string,
  { desk, count, mailedLink, later = [] }: Wanted,
): Promise<Member[]> {
  const people: Promise<Member>[] = [];
  for (let n = 1; n <= count; n += 1) {
    const role = n % 4 === 0 ? "MANAGER" : "OFFICER";
    const email = `person-${n}@long-run.example`;
    const name = `Person ${n}`;
    const body = { email, name, role, reason: "For the long run", desk: role === "OFFICER" ? desk : [] };
    const made = bodyOf(
      await expectAnswer(instance, { method: "POST", path: "/api/v1/people", cookie: admin, body }),
    );
    const { id, setPasswordLink } =
      "wish" in made ? await decided(instance, mailedLink ? null : admin, people, made) : made;
    const comes = async (): Promise<Member> => {
      const link = mailedLink ? await mailedLink(email) : setPasswordLink;
      return { id: String(id), name, role, cookie: await signIn(instance, email, String(link)) };
    };
    people.push(comes());
  }
  for (const one of later) {
    const body = { ...one, role: "OFFICER", reason: "For the long run", desk };
    await expectAnswer(instance, { method: "POST", path: "/api/v1/people", cookie: admin, body });
  }
  return Promise.all(people);
}

/** From the second manager on, another one decides; the link is then shown to the administrator, unless it is mailed. */
async function decided(
  instance: ServerAddress,
  admin: string | null,
  people: readonly Promise<Member>[],
  { id, account }: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const path = `/api/v1/proposals/${String(id)}`;
  const manager = (await Promise.all(people)).find(({ role }) => role === "MANAGER");
  const body = { decision: "APPROVE" };
  const cookie = manager?.cookie ?? "";
  await expectAnswer(instance, { method: "POST", path: `${path}/decision`, cookie, body });
  if (admin === null) return { id: account };
  const shown = await expectAnswer(instance, {
    method: "POST",
    path: `${path}/link`,
    cookie: admin,
    body: {},
  });
  return { id: account, setPasswordLink: bodyOf(shown).setPasswordLink };
}

async function signIn(instance: ServerAddress, email: string, link: string): Promise<string> {
  const password = randomBytes(12).toString("base64url");
  const token = link.split("/").at(-1);
  const set = { token, password, again: password, json: "true" };
  await expectAnswer(instance, { method: "POST", path: "/api/auth/set-password", body: set });
  const credentials = { email, password, json: "true" };
  const { headers } = await expectAnswer(instance, {
    method: "POST",
    path: "/api/auth/callback/credentials",
    body: credentials,
  });
  return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}

async function expectAnswer(instance: ServerAddress, sent: Sent): Promise<Answer> {
  const answer = await send(instance, sent);
  if (answer.status !== null && answer.status < 300) return answer;
  throw new Error(`${sent.path}: ${answer.status === null ? answer.why : `${answer.status} ${answer.text}`}`);
}
