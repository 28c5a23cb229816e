import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { witnessesIn } from "@/lib/domain/log/witness";
import { SECRETS } from "@/lib/platform/secret-files.mjs";
import { weakSecret } from "@/lib/platform/weak-secret.mjs";
import { behindFloor } from "@/scripts/embedded/security-floor.mjs";
import { production } from "@/scripts/start/application.mjs";
import { environment } from "@/scripts/start/environment.mjs";
import { readSettings } from "@/scripts/start/settings.mjs";
import { unencrypted } from "@/scripts/start/unencrypted.mjs";
import { workerCommand } from "@/scripts/start/worker.mjs";
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
    "WORKER",
    "WORKER_HEAP_MB",
    "DRAIN_SECONDS",
    "HSTS_SUBDOMAINS",
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
    "NEXTAUTH_SECRETS_BEFORE",
    ...SECRETS.map((name) => `${name}_FILE`),
  ])
    vi.stubEnv(name, settings[name] ?? "");
  return readSettings;
};
const URL = "postgresql://app:x@localhost/register";
const SECRET = "hD7s0vJ2mQx94LbPz1RtYw6KfNc8GaUe3Ti5";

test("witnesses are accepted as the application accepts them", () => {
  for (let n = 0; n < 20; n += 1) {
    const witnesses = `https://a.example/${n} ${signerCalled(`w${n}.example/w`).witnessKey}`;
    expect(given({ WITNESSES: witnesses })).not.toThrow();
    expect(witnessesIn(witnesses)).toHaveLength(1);
  }
});

test("no setting is required", () => {
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
  [{ NEXTAUTH_SECRET: SECRET, NEXTAUTH_SECRETS_BEFORE: `${SECRET} short` }, "shorter than 32"],
  [
    { NEXTAUTH_SECRET_FILE: "/nowhere" },
    "NEXTAUTH_SECRET_FILE names a file that can't be read (ENOENT): /nowhere",
  ],
  [{ NEXTAUTH_SECRET: SECRET, NEXTAUTH_SECRET_FILE: "/nowhere" }, "are both set"],
  [{ SMTP_URL_FILE: "/dev/null" }, "SMTP_URL_FILE names a file that is empty"],
  [{ DATABASE_OWNER_URL: URL }, "DATABASE_URL is not"],
  [{ DATABASE_URL: "mysql://x" }, "begin with postgresql://"],
  [{ DATABASE_URL: "postgresql://app:x@a.example,b.example/register" }, "name one host each"],
  [{ DATABASE_URL: "postgresql://app:x@a.example:5432,b.example:5432/register" }, "name one host each"],
  [{ DATABASE_URL: "postgresql://app:x@/register?host=a.example,b.example" }, "name one host each"],
  [{ DATABASE_URL: "postgresql://app:a/b#c@db.example/register" }, "cannot be read"],
  [{ HSTS_SUBDOMAINS: "yes" }, "HSTS_SUBDOMAINS must be 1 or 0"],
  [{ NEXTAUTH_URL: "register.example" }, "must begin with http"],
  [{ PORT: "80x" }, "PORT must be a number"],
  [{ PORT: "70000" }, "PORT must be a number"],
  [{ DEMO: "yes" }, "DEMO must be 1 or 0"],
  [{ DRAIN_SECONDS: "soon" }, "DRAIN_SECONDS must be a number"],
  [{ DRAIN_SECONDS: "301" }, "DRAIN_SECONDS must be a number"],
  [{ DATABASE_POOL: "1" }, "DATABASE_POOL must be a number"],
  [{ DATABASE_POOL: "1e2" }, "DATABASE_POOL must be a number"],
  [{ SECURITY_CONTACT: "security@ministry.example" }, "SECURITY_CONTACT must be mailto:"],
  [{ SECURITY_CONTACT: "mailto:a@b.example http://b.example" }, "not http://b.example"],
  [{ HEAP_MB: "128" }, "HEAP_MB must be a number"],
  [{ HEAP_MB: "1g" }, "HEAP_MB must be a number"],
  [{ WORKER_HEAP_MB: "128" }, "WORKER_HEAP_MB must be a number"],
  [{ WORKER: "no" }, "WORKER must be 1 or 0"],
  [{ WITNESSES: "witness.example" }, "an address and a witness's verifier key"],
  [{ WITNESSES: "https://a.example" }, "verifier key is missing"],
  [
    { WITNESSES: `https://a.example ${signerCalled("w").verifierKey}` },
    "an address and a witness's verifier key",
  ],
  [{ SMTP_URL: "mail.ministry.example", MAIL_FROM: "a@b.example" }, "SMTP_URL must begin with smtp"],
  [
    { SMTP_URL: "smtp://mail.ministry.example/?tls=no", MAIL_FROM: "a@b.example" },
    "SMTP_URL must begin with smtp",
  ],
  [{ SMTP_URL: "smtp://mail.ministry.example" }, "MAIL_FROM is required"],
  [{ SMTP_URL: "smtp://me:100%@mail.example", MAIL_FROM: "a@b.example" }, "write % as %25"],
  [{ SMTP_URL: "smtp://me:%ff@mail.example", MAIL_FROM: "a@b.example" }, "write % as %25"],
  [{ FILES_BUCKET: "s3://files" }, "FILES_BUCKET must begin with http"],
  [{ FILES_BUCKET: "https://s3.example/files" }, "FILES_KEY_ID and FILES_SECRET are required"],
])("%o is refused", (settings, why) => {
  expect(given(settings)).toThrow(why);
});

test.each([
  ["18.4", /is version 18\.4, which has security holes that 18\.6 fixes/],
  ["18.6", null],
  ["18.10 (Debian 18.10-1)", null],
  ["19.0", null],
])("PostgreSQL %s: %s", (version, says) => {
  const line = behindFloor(version);
  if (says === null) expect(line).toBeNull();
  else expect(line).toMatch(says);
});

test("each secret may come from a file, which nothing that is started reads again", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-secrets-"));
  const kept: Record<string, string> = {
    DATABASE_URL: URL,
    DATABASE_OWNER_URL: URL.replace("app", "owner"),
    NEXTAUTH_SECRET: SECRET,
    NEXTAUTH_SECRETS_BEFORE: `${SECRET}1\n${SECRET}2`,
    DEMO_PASSWORD: "a long enough pass phrase",
  };
  const files: Record<string, string> = {};
  for (const name of SECRETS.filter((one) => one in kept)) {
    files[`${name}_FILE`] = path.join(folder, name);
    writeFileSync(path.join(folder, name), `${kept[name] ?? ""}\n`);
  }
  expect(given(files)()).toMatchObject({
    databaseUrl: kept["DATABASE_URL"],
    ownerUrl: kept["DATABASE_OWNER_URL"],
    secret: SECRET,
    demoPassword: kept["DEMO_PASSWORD"],
  });
  for (const [name, value] of Object.entries(kept))
    expect([process.env[name], process.env[`${name}_FILE`]]).toEqual([value, undefined]);
  rmSync(folder, { recursive: true });
});

test("a comma in a password is no second host", () => {
  const address = "postgresql://app:a,b@db.example/register";
  expect(given({ DATABASE_URL: address, NEXTAUTH_SECRET: SECRET })).not.toThrow();
});

test.each<[Record<string, string>, string[]]>([
  [{}, []],
  [{ FILES_BUCKET: "http://127.0.0.1:9000/files", DATABASE_URL: URL }, []],
  [{ FILES_BUCKET: "https://s3.example/files", CHECKPOINT_SINKS: "/mnt/a https://b.example" }, []],
  [{ FILES_BUCKET: "http://s3.example/files" }, ["FILES_BUCKET: files go to s3.example"]],
  [
    { CHECKPOINT_SINKS: "/mnt/a http://b.example/c http://d.example" },
    ["CHECKPOINT_SINKS: checkpoints go to b.example", "CHECKPOINT_SINKS: checkpoints go to d.example"],
  ],
  [{ WITNESSES: "http://w.example w.example+key" }, ["WITNESSES: requests go to w.example"]],
  [
    { DATABASE_URL: "postgresql://a:secret@db.example/r" },
    ["DATABASE_URL: db.example is reached without TLS"],
  ],
  [{ DATABASE_URL: "postgresql://a:x@db.example/r?sslmode=verify-full" }, []],
  [{ DATABASE_URL: "postgresql://a:x@db.example/r", PGSSLMODE: "verify-full" }, []],
  [{ DATABASE_URL: "postgresql://a:x@localhost/r?host=%2Frun%2Fpostgresql" }, []],
  [
    {
      DATABASE_URL: "postgresql://a:x@db.example/r?sslmode=disable",
      DATABASE_OWNER_URL: "postgresql://o@10.0.0.1/r",
    },
    ["DATABASE_URL: db.example is reached", "DATABASE_OWNER_URL: 10.0.0.1 is reached"],
  ],
])("with %o, what crosses the network unencrypted is named", (settings, lines) => {
  const said = unencrypted(settings);
  expect(said).toEqual(lines.map((line) => expect.stringContaining(line) as string));
  expect(said.join()).not.toContain("secret");
});

test.each(["x".repeat(40), "0123".repeat(10), "please-change-me-please-change-me-1234"])(
  "%s is too weak a secret",
  (secret) => {
    expect(weakSecret(secret)).not.toBeNull();
  },
);

test("the web server compiles regular expressions to machine code at once, and node knows the option", () => {
  const options = production("server.js", {}).slice(0, -1);
  expect(options).toContain("--no-regexp-tier-up");
  expect(spawnSync(process.execPath, [...options, "--eval", ""]).status).toBe(0);
});

test("web server and worker each have a limit of their heap", () => {
  expect(production("server.js", {})[0]).toBe("--max-old-space-size=1280");
  expect(production("server.js", { HEAP_MB: "2048" })[0]).toBe("--max-old-space-size=2048");
  expect(workerCommand("worker.mjs", {})[0]).toBe("--max-old-space-size=1280");
  expect(workerCommand("worker.mjs", { HEAP_MB: "1", WORKER_HEAP_MB: "512" })[0]).toBe(
    "--max-old-space-size=512",
  );
});

test("each setting that is read is in .env.example, and no other", () => {
  const read = (file: string): string =>
    readFileSync(path.resolve(import.meta.dirname, "../..", file), "utf8");
  const names = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, name = ""]) => name).sort();
  // The login that migrates, and settings of processes, are read only by the scripts.
  const taken = [
    ...["DATABASE_OWNER_URL", "HEAP_MB", "WORKER", "WORKER_HEAP_MB"],
    ...names(read("lib/platform/env.ts"), /^ {2}([A-Z_]+): /gm),
  ].sort();
  expect(names(read(".env.example"), /^#?([A-Z_]+)=/gm)).toEqual(taken);
});

test("a generated secret is strong enough", () => {
  expect(weakSecret(SECRET)).toBeNull();
});

test("a command that doesn't need the register's secret stores a generated one only if embedded", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-secret-"));
  try {
    given({ DATABASE_URL: URL });
    const settings = { ...readSettings({ secretRequired: false }), dataDir: folder };
    const secrets = [1, 2].map(() => environment(settings, URL).NEXTAUTH_SECRET);
    expect(new Set(secrets).size).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
    const embedded = { ...settings, databaseUrl: null };
    const kept = [1, 2].map(() => environment(embedded, URL).NEXTAUTH_SECRET);
    expect(new Set(kept).size).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
