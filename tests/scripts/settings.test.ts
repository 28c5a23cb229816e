import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { witnessesIn } from "@/lib/domain/log/witness";
import { weakSecret } from "@/lib/platform/weak-secret.mjs";
import { production } from "@/scripts/start/application.mjs";
import { readSettings } from "@/scripts/start/settings.mjs";
import { signerCalled } from "../verifier/tree";

afterEach(() => void vi.unstubAllEnvs());

const given = (settings: Record<string, string>) => {
  for (const name of [
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "NEXTAUTH_SECRET",
    "NEXTAUTH_URL",
    "DATABASE_POOL",
    "HEAP_MB",
    "DRAIN_SECONDS",
    "WITNESSES",
    "SECURITY_CONTACT",
    "SMTP_URL",
    "MAIL_FROM",
    "FILES_BUCKET",
    "FILES_KEY_ID",
    "FILES_SECRET",
    "DEMO",
    "PORT",
    "HOST",
  ])
    vi.stubEnv(name, settings[name] ?? "");
  return readSettings;
};
const URL = "postgresql://app:x@localhost/register";
const SECRET = "hD7s0vJ2mQx94LbPz1RtYw6KfNc8GaUe3Ti5";

test("witnesses are taken as the application takes them", () => {
  for (let n = 0; n < 20; n += 1) {
    const witnesses = `https://a.example/${n} ${signerCalled(`w${n}.example/w`).witnessKey}`;
    expect(given({ WITNESSES: witnesses })).not.toThrow();
    expect(witnessesIn(witnesses)).toHaveLength(1);
  }
});

test("nothing needs to be set", () => {
  expect(given({})()).toMatchObject({
    host: "127.0.0.1",
    port: 3000,
    databaseUrl: null,
    secret: null,
    demo: true,
  });
});

test("with a database of one's own there is no demonstration unless one is asked for", () => {
  expect(given({ DATABASE_URL: URL, NEXTAUTH_SECRET: SECRET })()).toMatchObject({
    demo: false,
    ownerUrl: URL,
  });
  expect(given({ DATABASE_URL: URL, NEXTAUTH_SECRET: SECRET, DEMO: "1" })()).toMatchObject({ demo: true });
});

test.each([
  [{ DATABASE_URL: URL }, "NEXTAUTH_SECRET is required"],
  [{ NEXTAUTH_SECRET: "short" }, "shorter than 32"],
  [{ DATABASE_OWNER_URL: URL }, "DATABASE_URL is not"],
  [{ DATABASE_URL: "mysql://x" }, "begin with postgresql://"],
  [{ NEXTAUTH_URL: "register.example" }, "begins with http"],
  [{ PORT: "80x" }, "PORT is a number"],
  [{ PORT: "70000" }, "PORT is a number"],
  [{ DEMO: "yes" }, "DEMO is 1 or 0"],
  [{ DRAIN_SECONDS: "soon" }, "DRAIN_SECONDS is a number"],
  [{ DRAIN_SECONDS: "301" }, "DRAIN_SECONDS is a number"],
  [{ DATABASE_POOL: "1" }, "DATABASE_POOL is a number"],
  [{ DATABASE_POOL: "1e2" }, "DATABASE_POOL is a number"],
  [{ SECURITY_CONTACT: "security@ministry.example" }, "SECURITY_CONTACT is mailto:"],
  [{ SECURITY_CONTACT: "mailto:a@b.example http://b.example" }, "and not http://b.example"],
  [{ HEAP_MB: "128" }, "HEAP_MB is a number"],
  [{ HEAP_MB: "1g" }, "HEAP_MB is a number"],
  [{ WITNESSES: "witness.example" }, "an address and a witness's verifier key"],
  [{ WITNESSES: "https://a.example" }, "verifier key is missing"],
  [
    { WITNESSES: `https://a.example ${signerCalled("w").verifierKey}` },
    "an address and a witness's verifier key",
  ],
  [{ SMTP_URL: "mail.ministry.example", MAIL_FROM: "a@b.example" }, "SMTP_URL begins with smtp"],
  [
    { SMTP_URL: "smtp://mail.ministry.example/?tls=no", MAIL_FROM: "a@b.example" },
    "SMTP_URL begins with smtp",
  ],
  [{ SMTP_URL: "smtp://mail.ministry.example" }, "MAIL_FROM is required"],
  [{ SMTP_URL: "smtp://me:100%@mail.example", MAIL_FROM: "a@b.example" }, "is written %25"],
  [{ SMTP_URL: "smtp://me:%ff@mail.example", MAIL_FROM: "a@b.example" }, "is written %25"],
  [{ FILES_BUCKET: "s3://files" }, "FILES_BUCKET begins with http"],
  [{ FILES_BUCKET: "https://s3.example/files" }, "FILES_KEY_ID and FILES_SECRET are required"],
])("%o is refused", (settings, why) => {
  expect(given(settings)).toThrow(why);
});

test.each(["x".repeat(40), "0123".repeat(10), "please-change-me-please-change-me-1234"])(
  "%s signs nothing",
  (secret) => {
    expect(weakSecret(secret)).not.toBeNull();
  },
);

test("the application has a limit to its heap", () => {
  expect(production("server.js", {})).toEqual(["--max-old-space-size=1280", "server.js"]);
  expect(production("server.js", { HEAP_MB: "2048" })).toEqual(["--max-old-space-size=2048", "server.js"]);
});

test("each setting that is read stands in .env.example, and no other", () => {
  const read = (file: string): string =>
    readFileSync(path.resolve(import.meta.dirname, "../..", file), "utf8");
  const names = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, name = ""]) => name).sort();
  // The login that migrates and the limit to the heap are the scripts' alone.
  const taken = [
    "DATABASE_OWNER_URL",
    "HEAP_MB",
    ...names(read("lib/platform/env.ts"), /^ {2}([A-Z_]+): /gm),
  ].sort();
  expect(names(read(".env.example"), /^#?([A-Z_]+)=/gm)).toEqual(taken);
});

test("a generated secret does", () => {
  expect(weakSecret(SECRET)).toBeNull();
});
