// Each file of deploy/ is read by its program. One that isn't installed is named, and its test left out.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { validate } from "dockerfile-utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../support/processes/free-port";
import { plainAccount } from "../support/processes/pooler";

const ROOT = path.resolve(import.meta.dirname, "../..");
const DEPLOY = path.join(ROOT, "deploy");
const read = (file: string): string => readFileSync(path.join(DEPLOY, file), "utf8");

const isHere = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;
const needing = (program: string, ofPackage = program): readonly [boolean, string] => {
  const without = !isHere(program);
  return [without, without ? ` (left out: ${program} isn't here, Debian's package ${ofPackage})` : ""];
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "register-deploy-"));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy with these texts replaced, each of which has to be there. */
function copyOf(file: string, replaced: Readonly<Record<string, string>>): string {
  let text = read(file);
  for (const [from, to] of Object.entries(replaced)) {
    expect(text).toContain(from);
    text = text.replaceAll(from, to);
  }
  const copy = path.join(folder, path.basename(file));
  writeFileSync(copy, text);
  return copy;
}

const [noHaproxy, haproxy] = needing("haproxy");
test.skipIf(noHaproxy)(`HAProxy reads its file${haproxy}`, () => {
  const [key, certificate] = [path.join(folder, "key"), path.join(folder, "certificate")];
  const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  execFileSync("openssl", [...request, "-keyout", key, "-out", certificate], { stdio: "ignore" });
  const both = path.join(folder, "register.pem");
  writeFileSync(both, readFileSync(key, "utf8") + readFileSync(certificate, "utf8"));
  const file = copyOf("compose/haproxy.cfg", { "/etc/haproxy/register.pem": both });
  expect(spawnSync("haproxy", ["-c", "-f", file], { encoding: "utf8" })).toMatchObject({ status: 0 });
});

test.skipIf(noHaproxy)(
  `while no web server is ready, HAProxy answers 503 with Retry-After${haproxy}`,
  async () => {
    const port = await freePort();
    const file = copyOf("compose/haproxy.cfg", {
      "  bind :8443 ssl crt /etc/haproxy/register.pem alpn h2,http/1.1\n": "",
      "  http-request redirect scheme https code 301 unless { ssl_fc }\n": "",
      "bind :8080": `bind 127.0.0.1:${String(port)}`,
      // Nothing listens there.
      "web-1:3000": "127.0.0.1:1",
      "web-2:3000": "127.0.0.1:1",
      "web-3:3000": "127.0.0.1:1",
    });
    const child = spawn("haproxy", ["-db", "-f", file], { ...plainAccount(), stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const answer = async (): Promise<string> => {
      const { status, headers } = await fetch(`http://127.0.0.1:${String(port)}/`);
      return `${String(status)}, Retry-After ${headers.get("retry-after") ?? "missing"}`;
    };
    try {
      await expect.poll(() => answer().catch(() => "none"), { timeout: 20_000 }).toBe("503, Retry-After 5");
    } finally {
      child.kill("SIGKILL");
      await ended;
    }
  },
);

const [noPooler, pooler] = needing("pgbouncer");
test.skipIf(noPooler)(`PgBouncer starts with its file${pooler}`, async () => {
  const port = await freePort();
  const users = path.join(folder, "users.txt");
  writeFileSync(users, '"register_app" "a password"\n');
  const file = copyOf("compose/pgbouncer.ini", {
    "listen_addr = *": "listen_addr = 127.0.0.1",
    "listen_port = 6432": `listen_port = ${String(port)}`,
    "/etc/pgbouncer/users.txt": users,
  });
  const child = spawn("pgbouncer", [file], { ...plainAccount(), stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => void (said += part));
  try {
    await expect.poll(() => said).toMatch(/process up|FATAL/);
    expect(said).not.toMatch(/WARNING|ERROR|FATAL/);
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
});

const [noSystemd, systemd] = needing("systemd-analyze", "systemd");
test.skipIf(noSystemd)(`systemd finds nothing wrong with its unit${systemd}`, () => {
  const file = copyOf("systemd/register@.service", { "/opt/node/bin/node": process.execPath });
  const { status, stdout, stderr } = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
  expect(`${stdout}${stderr}`).toBe("");
  expect(status).toBe(0);
});

describe("compose", () => {
  const [noCompose, compose] = needing("docker-compose");
  test.skipIf(noCompose)(
    `reads its file, in which none of our containers may write or gain rights${compose}`,
    () => {
      cpSync(path.join(DEPLOY, "compose"), path.join(folder, "compose"), { recursive: true });
      const env = { ...process.env, NEXTAUTH_URL: "https://register.example" };
      const args = ["-f", path.join(folder, "compose/compose.yml"), "config", "--format", "json"];
      const { services } = JSON.parse(execFileSync("docker-compose", args, { env, encoding: "utf8" })) as {
        services: Record<string, Service>;
      };
      const ours = Object.entries(services).filter(([, { image }]) => image.startsWith("pledge-register:"));
      expect(ours.map(([name]) => name)).toEqual(["migrate", "web-1", "web-2", "web-3", "worker"]);
      for (const [, service] of ours)
        expect(service).toMatchObject({
          user: "10001:10001",
          read_only: true,
          cap_drop: ["ALL"],
          security_opt: ["no-new-privileges:true"],
        });
      const withOwner = ours.filter(([, { secrets }]) =>
        secrets.some(({ source }) => source === "database_owner_url"),
      );
      expect(withOwner.map(([name]) => name)).toEqual(["migrate"]);
      expect(services["worker"]?.deploy?.replicas).toBe(2);
    },
  );

  interface Service {
    image: string;
    secrets: { source: string }[];
    deploy?: { replicas: number };
  }

  test("names the version of this build", () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
      version: string;
    };
    expect(read("compose/compose.yml")).toContain(`pledge-register:${version}}`);
  });
});

test("the Dockerfile has no fault, and ends as a plain user", () => {
  const text = readFileSync(path.join(ROOT, "Dockerfile"), "utf8");
  const faults = validate(text);
  expect(faults).toEqual([]);
  expect(text.match(/^USER .*$/gm)?.at(-1)).toBe("USER 10001:10001");
});

describe("scripts", () => {
  const scripts = readdirSync(DEPLOY).filter((name) => name.endsWith(".sh"));
  test("have no error of syntax", () => {
    expect(scripts.length).toBeGreaterThan(1);
    for (const name of scripts) execFileSync("sh", ["-n", path.join(DEPLOY, name)]);
  });

  test("make all secrets that compose asks for, and never twice", () => {
    const secrets = path.join(folder, "secrets");
    const make = () => spawnSync("sh", [path.join(DEPLOY, "secrets.sh"), secrets, "db.example", "6432"]);
    expect(make().status).toBe(0);
    const asked = [...read("compose/compose.yml").matchAll(/file: secrets\/(\w+)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(5);
    // The organisation brings its own certificate.
    for (const name of asked.filter((one) => one !== "certificate"))
      expect(readFileSync(path.join(secrets, name ?? ""), "utf8")).not.toBe("");
    const url = new URL(readFileSync(path.join(secrets, "database_url"), "utf8"));
    expect(url.host).toBe("db.example:6432");
    expect(make().status).not.toBe(0);
  });
});

test("every setting in deploy is a setting of the register", () => {
  const known = readFileSync(path.join(ROOT, ".env.example"), "utf8");
  const texts = [read("systemd/settings"), read("compose/compose.yml"), read("systemd/register@.service")];
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\b([A-Z][A-Z_]{3,})(?:=|: )/g)].map(([, name = ""]) => name),
  );
  const ours = new Set(names.filter((name) => !/^(POSTGRES_|NODE_ENV$)/.test(name)));
  expect(ours.size).toBeGreaterThan(8);
  for (const name of ours) expect(known, name).toContain(name);
});

test("this file knows everything in deploy", () => {
  const looked = /^(README\.md|logins\.sh|secrets\.sh|compose|systemd|watch)$/;
  expect(readdirSync(DEPLOY).filter((name) => !looked.test(name))).toEqual([]);
  expect(
    readdirSync(path.join(DEPLOY, "compose"))
      .filter((name) => name !== "secrets")
      .sort(),
  ).toEqual(["compose.yml", "haproxy.cfg", "pgbouncer.ini"]);
  expect(existsSync(path.join(ROOT, ".dockerignore"))).toBe(true);
});
