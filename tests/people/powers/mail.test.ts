// If mail is set up, a link goes only to the person, and people are notified of what others changed.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sendNextAccountMail } from "@/lib/inbox/mail/account-mail";
import { loadMailStatus } from "@/lib/inbox/mail/queries";
import type { Mail } from "@/lib/inbox/mail/post";
import { decideAccountProposal, showLink } from "@/lib/people/account-proposals/commands";
import { changePerson, createPerson } from "@/lib/people/people/commands";
import * as link from "@/lib/people/people/link";
import { madeAtOnce } from "../../support/registers/accounts";
import { staffedRegister, value, type StaffedRegister } from "../../support/registers/staffed-register";
import { pool } from "@/lib/db/client";

vi.hoisted(() => {
  process.env["SMTP_URL"] = "smtp://mail.example";
  process.env["MAIL_FROM"] = "register@mail.example";
});

let register: StaffedRegister;
beforeAll(async () => void (register = await staffedRegister()));
afterAll(() => register.close());

const sent: Mail[] = [];
const office = {
  send: (mail: Mail) => Promise.resolve(void sent.push(mail)),
  settings: { SMTP_URL: "smtp://mail.example", MAIL_FROM: "register@mail.example", DATA_DIR: "/nowhere" },
  home: "https://register.example",
  leaseMs: 60_000,
};
const delivered = async (): Promise<Mail[]> => {
  while ((await sendNextAccountMail(office)) !== null);
  return sent.splice(0);
};

const account = (name: string, change: object = {}) => ({
  ...{ email: `${name}@ministry.example`, name, role: "OFFICER" as const, desk: ["FR"], sealed: false },
  ...change,
});

test("a new account's link is in the mail to its holder, not in the answer or the database", async () => {
  expect(link.isMailSetUp()).toBe(true);
  const made = value(madeAtOnce(await createPerson(register.admin, account("nora"))));
  expect(made.setPasswordLink).toBeNull();
  const [mail, ...more] = await delivered();
  expect(more).toEqual([]);
  expect(mail?.to).toEqual({ name: "nora", address: "nora@ministry.example" });
  const token = /\/set-password\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
  const { rows } = await pool().query("SELECT token_hash FROM password_token WHERE person_id = $1", [
    made.id,
  ]);
  expect(rows).toEqual([{ token_hash: link.tokenHash(token) }]);
  expect(JSON.stringify((await pool().query("SELECT * FROM account_mail")).rows)).not.toContain(token);
});

test("mails about accounts that wait, were sent or were refused are in the status of mail", async () => {
  const { admin } = register;
  const status = async () => value(await loadMailStatus(admin));
  const { id } = value(madeAtOnce(await createPerson(admin, account("petra"))));
  const refusing = { ...office, send: () => Promise.reject(new Error("550 no such mailbox")) };
  expect(await sendNextAccountMail(refusing)).toBe("delayed");
  expect(await status()).toMatchObject({
    waiting: 1,
    since: expect.any(String) as string,
    fault: { at: null, text: expect.stringContaining("550") as string },
    refused: 0,
  });
  await pool().query("UPDATE account_mail SET state = 'REFUSED', ended_at = now() WHERE person_id = $1", [
    id,
  ]);
  expect(await status()).toMatchObject({ waiting: 0, since: null, fault: null, refused: 1 });
  value(madeAtOnce(await createPerson(admin, account("quentin"))));
  expect(await delivered()).toHaveLength(1);
  expect((await status()).lastSentAt).not.toBeNull();
});

test("the proposer of an account that was decided on isn't shown its link", async () => {
  await register.open("decider", "MANAGER");
  await delivered();
  // Someone else could decide: from now on it takes two.
  const manager = register.manager;
  const { name, role } = manager;
  await pool().query(
    "INSERT INTO credential (person_id, password_hash, changed_at) VALUES ($1, 'x', now())",
    [manager.id],
  );
  const input = { ...account("olga", { role: "MANAGER", desk: [] }), reason: "Decides" };
  const proposed = value(await createPerson(register.admin, input)).proposal;
  if (!proposed) throw new Error(`made at once though ${name} is ${role}`);
  const { id } = proposed;
  value(await decideAccountProposal(manager, { id, decision: "APPROVE", note: null }));
  expect(await showLink(register.admin, { id })).toMatchObject({ refusal: { code: "no-such-step" } });
  expect((await delivered()).map(({ to }) => to.address)).toEqual(["olga@ministry.example"]);
});

test("a person who is given power is notified", async () => {
  const change = { id: register.auditor.id, ifMatch: 1, changes: { sealed: true, reason: "Needs them" } };
  const proposed = value(await changePerson(register.admin, change)).proposal;
  const decision = { id: proposed?.id ?? "", decision: "APPROVE" as const, note: null };
  value(await decideAccountProposal(register.manager, decision));
  const subjects = (await delivered()).map(({ subject, to }) => [to.name, subject]);
  expect(subjects).toContainEqual(["auditor", "Pledge Register: your account was given more power"]);
});
