// A sender that is killed again and again, at any point: no mail is lost, and one that arrives twice is the same mail.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { queueDigests } from "@/lib/inbox/mail/worker";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { setWatch } from "@/lib/inbox/watches/commands";
import { cases } from "../../support/cases";
import { entriesIn, openMailServer, type MailServer } from "../../support/processes/mail-server";
import {
  aSentPledge,
  LATER,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";
import { countWaiting } from "./waiting";

const KILLS = cases(6);
const ROUNDS = cases(10);
const SEED = Number(process.env["TEST_SEED"] ?? 20_261_126);

let register: StaffedRegister;
let server: MailServer;
const dataDir = mkdtempSync(path.join(os.tmpdir(), "register-killed-"));
/** By the seed: how long the server takes to accept a mail, and how long until a kill. */
let chance = SEED;
const next = (below: number): number => {
  chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
  return chance % below;
};

beforeAll(async () => {
  register = await staffedRegister();
  server = await openMailServer({ takes: () => pause(next(12)) });
});
afterAll(async () => {
  await server.close();
  await register.close();
  rmSync(dataDir, { recursive: true });
});

test(
  `a sender killed up to ${KILLS} times loses no mail, and sends each under one Message-ID`,
  async () => {
    const { officer, manager, manager2, auditor } = register;
    const watching = [manager, manager2, auditor];
    for (const who of watching) value(await setWatch(who, { topic: "participant:FR", watching: true }));
    const home = "https://register.example";
    await queueDigests({ home });
    for (let round = 0; round < ROUNDS; round += 1) {
      value(await logPledge(officer, aSentPledge({ title: `Troops ${round}` }), LATER));
      await pool().query("UPDATE inbox SET due_at = now() - interval '1 minute'");
      await queueDigests({ home });
    }
    const total = ROUNDS * watching.length;
    expect(await countWaiting()).toBe(total);

    let kills = 0;
    while (kills < KILLS && (await countWaiting()) > 1) {
      const before = server.mails.length;
      const sender = await startSender();
      // Somewhere between one mail and the next: while it connects, while the server has it, while it is marked.
      await expect.poll(() => server.mails.length > before, { interval: 1 }).toBe(true);
      await pause(next(25));
      sender.kill("SIGKILL");
      await once(sender, "exit");
      kills += 1;
    }
    const last = await startSender();
    expect((await once(last, "exit"))[0]).toBe(0);

    const { rows } = await pool().query<{ id: string; state: string; person: string }>(
      "SELECT message_id AS id, state, person_id AS person FROM digest",
    );
    expect(rows.every(({ state }) => state === "SENT")).toBe(true);
    expect(new Set(server.mails.map(({ messageId }) => messageId))).toEqual(
      new Set(rows.map(({ id }) => id)),
    );
    const doubled = server.mails.length - total;
    console.log(`seed ${SEED}: ${total} mails, ${kills} kills, ${doubled} doubled`);
    expect(doubled).toBeLessThanOrEqual(kills);
    for (const who of watching) {
      const mails = server.mails.filter(({ to }) => to.includes(who.email));
      const once = [...new Map(mails.map((mail) => [mail.messageId, mail])).values()];
      expect(once.flatMap(entriesIn).length).toBe(new Set(once.flatMap(entriesIn)).size);
      expect(new Set(once.flatMap(entriesIn)).size).toBe(ROUNDS);
    }
  },
  cases(60_000),
);

async function startSender(): Promise<ChildProcess> {
  const tsx = import.meta.resolve("tsx");
  const sender = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", tsx, path.join(import.meta.dirname, "sender.ts")],
    {
      env: {
        ...process.env,
        SMTP_URL: server.url,
        MAIL_FROM: "register@ministry.example",
        DATA_DIR: dataDir,
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [said] = (await once(sender.stdout, "data")) as [Buffer];
  expect(said.toString()).toBe("sending\n");
  return sender;
}
