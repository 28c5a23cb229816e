// An alarm begins once, is mailed once to each administrator, and ends when its cause does.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { pool } from "@/lib/db/client";
import { noteSealing } from "@/lib/db/log/seal/copies";
import { ALARMS, alarmsAfter, type AlarmCode, type AlarmFacts } from "@/lib/domain/log/alarms";
import { LANGUAGES } from "@/lib/domain/base/language";
import { sendNextAccountMail } from "@/lib/inbox/mail/account-mail";
import type { Mail } from "@/lib/inbox/mail/post";
import { withLanguage } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { keepAlarms } from "@/lib/trust/alarms/keeping";
import { loadAlarms } from "@/lib/trust/alarms/queries";
import { staffedRegister, value, type StaffedRegister } from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
  env().SMTP_URL = "smtp://mail.example";
  vi.stubEnv("SMTP_URL", "smtp://mail.example");
  // Two administrators, and one who left.
  await register.open("ada", "ADMIN");
  await register.disable(await register.open("left", "ADMIN"));
});
afterAll(async () => {
  delete env().SMTP_URL;
  vi.unstubAllEnvs();
  await register.close();
});
beforeEach(async () => {
  await pool().query("DELETE FROM alarm");
  await pool().query("DELETE FROM account_mail");
});

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
const goingOn = async (): Promise<AlarmCode[]> =>
  value(await loadAlarms(register.admin)).flatMap(({ code, overAt }) => (overAt === null ? [code] : []));
const well: AlarmFacts = { unsealedSeconds: 8, sealingFault: null, witnessesRefusing: 0, failedSignIns: 3 };

test("if all is well, no alarm begins, and every alarm is over", () => {
  expect(alarmsAfter(well, [])).toEqual({ begin: [], over: [] });
  expect(alarmsAfter(well, [...ALARMS])).toEqual({ begin: [], over: [...ALARMS] });
});

test.each<[AlarmCode, Partial<AlarmFacts>, Partial<AlarmFacts>]>([
  ["sealing-late", { unsealedSeconds: 121 }, { unsealedSeconds: 31 }],
  ["sealing-behind", { sealingFault: "behind" }, { sealingFault: "behind" }],
  ["witness-disagrees", { witnessesRefusing: 1 }, { witnessesRefusing: 2 }],
  ["sign-ins-fail", { failedSignIns: 50 }, { failedSignIns: 10 }],
])("%s begins once, and goes on until it is well again", (code, begins, goes) => {
  expect(alarmsAfter({ ...well, ...begins }, [])).toEqual({ begin: [code], over: [] });
  expect(alarmsAfter({ ...well, ...begins }, [code])).toEqual({ begin: [], over: [] });
  expect(alarmsAfter({ ...well, ...goes }, [code])).toEqual({ begin: [], over: [] });
  expect(alarmsAfter(well, [code])).toEqual({ begin: [], over: [code] });
});

test("if the log doesn't match its checkpoint, waiting entries are no second alarm", () => {
  const behind: AlarmFacts = { ...well, sealingFault: "behind", unsealedSeconds: 900 };
  expect(alarmsAfter(behind, [])).toEqual({ begin: ["sealing-behind"], over: [] });
  expect(alarmsAfter(behind, ["sealing-late"])).toEqual({
    begin: ["sealing-behind"],
    over: ["sealing-late"],
  });
});

test("each administrator gets one mail of an alarm, however many workers check it, and how often", async () => {
  await noteSealing("behind", 3);
  await Promise.all([keepAlarms(), keepAlarms(), keepAlarms()]);
  await keepAlarms();
  expect(await goingOn()).toEqual(["sealing-behind"]);
  const mails = await delivered();
  const to = mails.map((mail) => mail.to.address);
  expect(to).toHaveLength(new Set(to).size);
  const { rows } = await pool().query<{ email: string }>(
    "SELECT email FROM person WHERE role = 'ADMIN' AND disabled_at IS NULL",
  );
  expect(to.sort()).toEqual(rows.map(({ email }) => email).sort());
  expect(mails[0]?.subject).toBe("Pledge Register: The log does not match the last signed checkpoint");
  expect(mails[0]?.text).toContain("npm run verify");
  expect(mails[0]?.text).toContain("https://register.example/");
});

test("an alarm ends without a mail, and can begin again", async () => {
  await noteSealing("behind", 3);
  await keepAlarms();
  await delivered();
  await noteSealing(null, null);
  await keepAlarms();
  expect(await goingOn()).toEqual([]);
  expect(value(await loadAlarms(register.admin))).toMatchObject([
    { code: "sealing-behind", overAt: expect.any(String) as string },
  ]);
  expect(await delivered()).toEqual([]);
  await noteSealing("behind", 3);
  await keepAlarms();
  expect(await goingOn()).toEqual(["sealing-behind"]);
  expect(await delivered()).not.toEqual([]);
  await noteSealing(null, null);
});

test("a witness that refuses, and sign-ins that fail, raise alarms that name no address", async () => {
  await pool().query(
    "INSERT INTO checkpoint_witness (verifier_key, address, tried_at, fault) VALUES ('w.example/a+1+x', 'https://w.example', now(), 'inconsistent')",
  );
  // Fewer from each address than the access log takes in a minute.
  const failures = Array.from({ length: 54 }, (_, n) => ({
    ...{ kind: "SIGN_IN_FAILED", code: "wrong", address: `192.0.2.${String(n % 6)}`, count: 1 },
  }));
  await pool().query("SELECT audit.note_access($1, now())", [JSON.stringify(failures)]);
  await keepAlarms();
  expect((await goingOn()).sort()).toEqual(["sign-ins-fail", "witness-disagrees"]);
  expect((await delivered()).map(({ text }) => text).join()).not.toContain("192.0.2.");
  await pool().query("DELETE FROM checkpoint_witness");
  await keepAlarms();
  expect(await goingOn()).toEqual(["sign-ins-fail"]);
});

test("without a mail server nothing is queued, and the alarm is still shown", async () => {
  delete env().SMTP_URL;
  await noteSealing("behind", 3);
  await keepAlarms();
  env().SMTP_URL = "smtp://mail.example";
  expect(await goingOn()).toContain("sealing-behind");
  expect((await pool().query("SELECT FROM account_mail")).rowCount).toBe(0);
  await noteSealing(null, null);
});

test("an officer sees no alarms", async () => {
  expect(await loadAlarms(register.officer)).toMatchObject({ refusal: { code: "role" } });
});

test("administrators are notified of a new administrator, but not of an officer", async () => {
  await register.open("olga", "OFFICER");
  expect(await delivered()).toEqual([]);
  const made = await register.open("nina", "ADMIN");
  const subject = "Pledge Register: there is a new administrator";
  const mails = (await delivered()).filter((mail) => mail.subject === subject);
  expect(mails.map((mail) => mail.to.address)).not.toContain(made.email);
  expect(mails.length).toBeGreaterThan(1);
  expect(mails[0]?.text).toContain("https://register.example/admin/people");
});

test("each alarm has texts in each language", () => {
  const say = translator("health");
  for (const language of LANGUAGES)
    for (const code of ALARMS)
      withLanguage(language, () => {
        expect(say(`alarm.${code}`)).toMatch(/\p{L}{3}/u);
        expect(say(`alarmTodo.${code}`)).toMatch(/\p{L}{3}/u);
      });
});
