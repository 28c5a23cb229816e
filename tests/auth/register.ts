// A separate register for a file of tests: founded, with one person of each role who has a password.
import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { write } from "@/lib/db/write";
import { disconnect } from "@/lib/db/client";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import { answerAuth } from "@/lib/auth/sign-in/auth-routes";
import { noteNewDevice } from "@/lib/people/people/devices";
import { hashPassword } from "@/lib/auth/password";
import { france } from "../support/cast";
import { createTestDatabase } from "../support/registers/database";

export const PASSWORD = "a long enough pass phrase";
export const HERE = "192.0.2.10";

export interface TestRegister {
  id: Record<Role, string>;
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Lets time pass by moving what is remembered into the past. */
  timePasses: (minutes: number) => Promise<void>;
  close: () => Promise<void>;
}

/** `empty`: founded, and nobody in it. */
export async function openRegister({ empty = false } = {}): Promise<TestRegister> {
  const database = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.appUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    TRUSTED_PROXIES: "10.0.0.0/8",
  });
  await foundRegister({ demonstration: false, offsetMs: 0, timeZone: "Europe/Kyiv", marking: "" });
  const id = empty ? { OFFICER: "", MANAGER: "", AUDITOR: "", ADMIN: "" } : await people();
  const client = new pg.Client(database.appUrl);
  await client.connect();
  const sql: TestRegister["sql"] = async (text, values = []) =>
    (await client.query<Record<string, unknown>>(text, values)).rows;
  return {
    id,
    sql,
    timePasses: async (minutes) => {
      const by = `${minutes} minutes`;
      await sql(
        "UPDATE session SET created_at = created_at - $1::interval, last_seen_at = last_seen_at - $1::interval, proven_at = proven_at - $1::interval, expires_at = expires_at - $1::interval",
        [by],
      );
      await sql(
        "UPDATE throttle SET since = since - $1::interval, blocked_until = blocked_until - $1::interval",
        [by],
      );
      await sql("UPDATE password_token SET expires_at = expires_at - $1::interval", [by]);
    },
    close: async () => {
      await client.end();
      await disconnect();
      await database.drop();
    },
  };
}

async function people(): Promise<Record<Role, string>> {
  const hash = await hashPassword(PASSWORD);
  const ids = { OFFICER: randomUUID(), MANAGER: randomUUID(), AUDITOR: randomUUID(), ADMIN: randomUUID() };
  const open = async (by: Actor, roles: readonly Role[]) =>
    write(by, async (tx) => {
      if (by !== THE_REGISTER) await tx.save("participant", null, france, { action: "participant.recorded" });
      for (const role of roles) {
        const person = {
          id: ids[role],
          email: emailOf(role),
          name: role,
          role,
          desk: role === "OFFICER" ? ["FR"] : [],
          sealed: false,
          disabledAt: null,
          secondFactorAt: null,
          language: null,
          aloneAt: role === "MANAGER" ? tx.at : null,
          factorRemovedAt: null,
          version: 1,
          createdAt: tx.at,
          updatedAt: tx.at,
        };
        await tx.save("person", null, person, { action: "person.created" });
        await tx.setPasswordHash(person.id, hash);
      }
      return { ok: true, value: null };
    });
  await open(THE_REGISTER, ["ADMIN"]);
  const { id, email } = { id: ids.ADMIN, email: emailOf("ADMIN") };
  const admin: Actor = { id, email, name: "ADMIN", role: "ADMIN", desk: [], session: null, request: null };
  await open(admin, ["OFFICER", "MANAGER", "AUDITOR"]);
  return ids;
}

export const emailOf = (role: Role): string => `${role.toLowerCase()}@register.example`;

/** What a browser at an address sends, and the cookies it keeps. */
export class Browser {
  private readonly jar = new Map<string, string>();
  constructor(readonly address: string = HERE) {}

  headers(more: Record<string, string> = {}): Headers {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Headers({
      "x-peer-address": this.address,
      host: "localhost:3000",
      "sec-fetch-site": "same-origin",
      cookie,
      ...more,
    });
  }

  async post(
    path: string,
    fields: Record<string, string>,
    more: Record<string, string> = {},
  ): Promise<Response> {
    const request = new Request(`http://localhost:3000/api/auth/${path}`, {
      method: "POST",
      headers: this.headers(more),
      body: new URLSearchParams({ json: "true", ...fields }),
    });
    const answered = await answerAuth(request, path.split("/"), noteNewDevice);
    if (!answered.ok) return Response.json(answered.refusal, { status: 400 });
    this.keep(answered.value);
    return answered.value;
  }

  /** Answers "in", "wrong" or "slow". */
  async signIn(email: string, password: string = PASSWORD): Promise<string> {
    const response = await this.post("callback/credentials", { email, password });
    return { 200: "in", 401: "wrong", 429: "slow" }[response.status] ?? `status ${response.status}`;
  }

  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "") this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }

  set(name: string, value: string): void {
    this.jar.set(name, value);
  }
  forget(name: string): void {
    this.jar.delete(name);
  }
  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }
}
