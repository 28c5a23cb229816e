// `npm run test:image [-- ARCHIVE]`: makes the image, or takes one, and boots it as a plain user on a read-only root, against a
// PostgreSQL elsewhere: it migrates, serves, a person signs in, background work is done, it stops in order, and the log is intact.
// Exit 0 all right, 1 something is wrong, 2 it can't be tried here.
import { randomBytes } from "node:crypto";
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { until } from "@/scripts/embedded/process.mjs";
import { makeImage } from "@/scripts/build/image.mjs";
import { emptyDatabase, openTestServer } from "@/scripts/testing/databases.mjs";
import { freePort } from "../../support/processes/free-port";
import { start, unpack, whyNotHere, workFolder, type Running, type Unpacked } from "./boot";

const PATIENCE_MS = 300_000;
const PASSWORD = "correct-horse-battery-7431";

const why = whyNotHere();
if (why !== null) {
  console.log(`The image can't be booted here: ${why}.`);
  process.exit(2);
}
const folder = workFolder();
const running: Running[] = [];
const server = await openTestServer({ durable: true });
let relay: net.Server | undefined;
try {
  await tryImage();
  console.log("The image is as it should be.");
} catch (error) {
  console.error(error);
  for (const one of running) console.error(one.said());
  process.exitCode = 1;
} finally {
  for (const one of running) one.stop();
  await Promise.all(running.map(({ ended }) => ended));
  relay?.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function tryImage(): Promise<void> {
  const [, , given] = process.argv;
  const archive = given ?? (await timed("made twice, with the same digest", makeTwice));
  const image = await timed("unpacked", async () => unpack(archive, folder));
  console.log(`  ${megabytes(sizeOf(image.root))} unpacked`);

  const { ownerUrl, appUrl } = await emptyDatabase(server);
  const over = await listen(ownerUrl);
  const secrets = { NEXTAUTH_SECRET: randomBytes(36).toString("base64") };
  const owner = { DATABASE_URL: over(appUrl), DATABASE_OWNER_URL: over(ownerUrl) };
  const base = { ...secrets, DATABASE_URL: over(appUrl), DATA_DIR: "/data", DRAIN_SECONDS: "1" };

  await timed("migrates", () => succeeds(image, ["migrate"], owner, /^Applied /m));
  const port = String(await freePort());
  const demo = { DEMO: "1", DEMO_PASSWORD: PASSWORD, PORT: port, WORKER: "0" };
  const url = `http://127.0.0.1:${port}`;
  let web = boot(image, ["start"], { ...base, ...demo });
  await timed("loads the demonstration, and serves", () => ready(web, `${url}/api/health/live`));
  const worker = boot(image, ["worker"], base);
  await timed("works in the background", () => ready(worker, `${url}/api/health/ready`));
  isConfined(web.pid);
  await timed("a person signs in and reads", () => reads(url));
  await timed("packages are made", async () => {
    const packages = path.join(image.data, "exports");
    expect(await until(async () => isPackaged(packages), PATIENCE_MS), "no package was made");
  });
  await timed("the web server stops, and starts again", async () => {
    await stops(web);
    web = boot(image, ["start"], { ...base, ...demo });
    await ready(web, `${url}/api/health/ready`);
  });
  await timed("both stop in order", async () => {
    await stops(web);
    await stops(worker);
  });
  await timed("is intact", () => succeeds(image, ["verify"], { ...base, ...owner }, /^intact: \d/m));
  await timed("is as derived", () => succeeds(image, ["check:register"], base, /^as derived: \d/m));
  await timed("says what it lacks for a backup", async () => {
    const backup = start(image, ["backup", "--to", "/data"], { ...base, ...owner });
    expect((await backup.ended) === 1, "a backup of PostgreSQL 18 succeeded");
    expect(/pg_dump is version 17/.test(backup.said()), backup.said());
  });
}

async function makeTwice(): Promise<string> {
  const { archive, digest, size } = await makeImage();
  const again = await makeImage();
  expect(again.digest === digest, `${digest} and ${again.digest}`);
  console.log(`  ${digest}, ${megabytes(size)} packed`);
  return archive;
}

/** The embedded server listens on a socket in a folder that is closed to the image's account. */
async function listen(url: string): Promise<(url: string) => string> {
  const socket = `${new URL(url).searchParams.get("host") ?? ""}/.s.PGSQL.5432`;
  const made = net.createServer((client) => {
    const database = net.connect(socket);
    client.pipe(database).pipe(client);
    client.on("error", () => database.destroy());
    database.on("error", () => client.destroy());
  });
  relay = made;
  const port = await new Promise<number>((resolve) => {
    made.listen(0, "127.0.0.1", () => resolve((made.address() as net.AddressInfo).port));
  });
  return (given) => {
    const { username, password, pathname } = new URL(given);
    return `postgresql://${username}:${password}@127.0.0.1:${String(port)}${pathname}`;
  };
}

function boot(image: Unpacked, args: string[], env: Record<string, string>): Running {
  const one = start(image, args, env);
  running.push(one);
  return one;
}

async function succeeds(
  image: Unpacked,
  args: string[],
  env: Record<string, string>,
  says: RegExp,
): Promise<void> {
  const one = start(image, args, env);
  const code = await one.ended;
  expect(code === 0 && says.test(one.said()), `${args.join(" ")} ended with ${code}: ${one.said()}`);
}

async function ready(one: Running, url: string): Promise<void> {
  let ended = false;
  void one.ended.then(() => (ended = true));
  const answers = async (): Promise<boolean> => {
    const answer = await fetch(url).catch(() => null);
    const said = (await answer?.json().catch(() => null)) as { status?: string } | null;
    return answer?.ok === true && said?.status !== "degraded";
  };
  const isReady = await until(async () => ended || (await answers()), PATIENCE_MS);
  expect(isReady && !ended, `${url} isn't ready`);
}

async function stops(one: Running): Promise<void> {
  one.stop();
  expect((await one.ended) === 0, "it did not stop in order");
  const said = one.said().match(/^.*("level":[56]0|EROFS|EACCES|EPERM|read-only).*$/gm) ?? [];
  // The demonstration was loaded before the worker that seals: on a slow machine, that one reports being late.
  const wrong = said.filter((line) => !line.includes('"alarm":"sealing-late"'));
  expect(wrong.length === 0, `it complained: ${wrong.join("\n")}`);
}

/** The account and its rights, as the kernel reports them. */
function isConfined(pid: number): void {
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  for (const line of [/^Uid:\t10001\t10001\t10001\t10001$/m, /^NoNewPrivs:\t1$/m, /^CapEff:\t0+$/m])
    expect(line.test(status), status);
}

async function reads(url: string): Promise<void> {
  const jar = new Map<string, string>();
  const cookies = (): string => [...jar].map((one) => one.join("=")).join("; ");
  const ask = async (place: string, form?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(`${url}${place}`, {
      headers: { Cookie: cookies(), Origin: url },
      redirect: "manual",
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const { csrfToken } = (await (await ask("/api/auth/csrf")).json()) as { csrfToken: string };
  const person = { email: "manager@register.example", password: PASSWORD, csrfToken, json: "true" };
  await ask("/api/auth/callback/credentials", person);
  for (const place of ["/api/v1/what-matters", "/", "/conditions", "/pledges"]) {
    const answer = await ask(place);
    expect(answer.status === 200, `${place} answered ${String(answer.status)}: ${await answer.text()}`);
  }
}

function isPackaged(packages: string): boolean {
  try {
    return readdirSync(packages).some((name) => name.endsWith(".zip"));
  } catch {
    return false;
  }
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const done = await work();
  console.log(`✓ ${what} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  return done;
}

function expect(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}

function sizeOf(root: string): number {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);
}

function megabytes(size: number): string {
  return `${(size / 1e6).toFixed(0)} MB`;
}
