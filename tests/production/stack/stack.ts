// All of production on one machine, on loopback, in one folder.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "@/scripts/base/paths.mjs";
import { verifierKeyOf, readKeys } from "@/lib/trust/checkpoints/keys";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { foundForClients } from "../../long/register";
import type { ServerAddress } from "../../long/clients/request";
import { openCluster, type Cluster } from "./cluster";
import { balancer, canLogIn, databaseFront, pooler, type Balancer } from "./fronts";
import { openRepository, type Repository } from "./backups";
import { releaseBefore } from "./before";
import { smallDisk } from "./disk";
import { databaseAccount, postgresBin } from "./needs";
import { openNeighbours, type Neighbours } from "./neighbours";
import type { Program } from "./program";
import { migrateInOwnProcess } from "./migration";
import { deployedSettings, webServer, worker, type Instance, type Release, type Web } from "./register";

const WEB = 3;
const WORKERS = 2;

export interface Stack {
  folder: string;
  dataDir: string;
  cluster: Cluster;
  databaseFront: Program;
  pooler: Program;
  balancer: Balancer;
  web: readonly Web[];
  workers: readonly Instance[];
  neighbours: Neighbours;
  release: Release;
  /** The release before it, or why it can't be had. */
  before: Release | string;
  repository: Repository;
  restoredPort: number;
  /** Whether a disk can be filled without harm. */
  disksAreSmall: boolean;
  /** Through the pooler. */
  appUrl: string;
  ownerUrl: string;
  /** The address that people use. */
  address: ServerAddress;
}

/** @param beginsOlder with the release before and its schema, where it can be had */
export async function openStack(
  folder: string,
  firstPort: number,
  beginsOlder: boolean,
  say: (what: string) => void,
): Promise<Stack> {
  const built = await releaseBefore();
  const isOlder = beginsOlder && typeof built !== "string";
  let ports = firstPort;
  const port = (): number => ports++;
  const databases = await openDatabases(folder, port, say);
  const { appUrl, ownerUrl, direct, secrets } = databases;
  const dataDir = path.join(folder, "register");
  const first = { DATA_DIR: dataDir, NEXTAUTH_SECRET: read(secrets, "nextauth_secret") };
  await migrateInOwnProcess(
    isOlder
      ? { folder: built.folder, env: { ...first, ...direct } }
      : { folder: ROOT, env: { ...first, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } },
  );
  process.env.DATABASE_URL = appUrl;
  await foundForClients();
  say(
    `the register is founded, through PgBouncer, on the schema of ${isOlder ? "the release before" : "this build"}`,
  );

  const [secure, plain, provider] = [port(), port(), port()];
  const home = `https://localhost:${secure}`;
  const neighbours = await openNeighbours(folder, home, provider, await firstSeal(dataDir));
  const env = { DATA_DIR: dataDir, CHANGES_AT_ONCE: "0", ...deployedSettings(home), ...neighbours.env };
  const release: Release = {
    name: "this build",
    folder: ROOT,
    env: {
      ...env,
      DATABASE_URL_FILE: path.join(secrets, "database_url"),
      NEXTAUTH_SECRET_FILE: path.join(secrets, "nextauth_secret"),
    },
  };
  const before: Release | string =
    typeof built === "string"
      ? built
      : { name: "the release before", folder: built.folder, env: { ...env, ...direct, ...first } };
  const begins = isOlder && typeof before !== "string" ? before : release;
  const web = Array.from({ length: WEB }, (_, n) => webServer(`web-${n + 1}`, port(), folder, begins));
  const workers = Array.from({ length: WORKERS }, (_, n) => worker(`worker-${n + 1}`, folder, begins));
  const balanced = balancer(
    folder,
    secure,
    plain,
    web.map((one) => one.port),
  );
  // The first one makes the mark of the store.
  await workers[0]?.start();
  await Promise.all([...web.map((one) => one.start()), ...workers.slice(1).map((one) => one.start())]);
  await balanced.start();
  for (const { name } of web) await balanced.sees(name, "UP");
  say("three web servers and two workers, behind HAProxy");
  return {
    ...databases,
    folder,
    dataDir,
    balancer: balanced,
    web,
    workers,
    neighbours,
    release,
    before,
    restoredPort: port(),
    address: {
      name: "the register",
      port: secure,
      certificate: balanced.certificate,
      isLeftAloneSince: () => true,
    },
  };
}

interface Databases extends Pick<
  Stack,
  "cluster" | "databaseFront" | "pooler" | "repository" | "disksAreSmall" | "appUrl" | "ownerUrl"
> {
  secrets: string;
  /**
   * For the release before, which connects to the database directly, by one address: with each connection it sends
   * limits, which PgBouncer refuses.
   */
  direct: { DATABASE_URL: string; DATABASE_OWNER_URL: string };
}

/** Two servers, the one that takes changes behind HAProxy, and PgBouncer before it. */
async function openDatabases(
  folder: string,
  port: () => number,
  say: (what: string) => void,
): Promise<Databases> {
  const account = databaseAccount();
  const members = ["pg-1", "pg-2"].map((name) => {
    const disk = smallDisk(path.join(folder, "disks", name), account);
    return { name, port: port(), rest: port(), data: path.join(disk.folder, "data"), isSmall: disk.isSmall };
  });
  const repository = openRepository(folder, account, members);
  const cluster = await openCluster({ folder, account, port, members, archiveBy: repository.archiveBy });
  await repository.begin((await cluster.primary()).name);
  say("PostgreSQL: one server takes changes, the other follows synchronously");
  const [front, pool] = [port(), port()];
  const through = databaseFront(folder, front, cluster);
  await through.start();
  const secrets = makeSecrets(folder, pool);
  makeLogins(secrets, front, cluster.superPassword);
  const [appUrl, ownerUrl] = [read(secrets, "database_url"), read(secrets, "database_owner_url")];
  const pooled = pooler({
    folder,
    account,
    port: pool,
    database: front,
    users: path.join(secrets, "pgbouncer_users"),
    isUp: () => canLogIn(appUrl),
  });
  await pooled.start();
  const at = (url: string): string => Object.assign(new URL(url), { port: front }).href;
  return {
    cluster,
    databaseFront: through,
    pooler: pooled,
    repository,
    disksAreSmall: members.every(({ isSmall }) => isSmall),
    appUrl,
    ownerUrl,
    secrets,
    direct: { DATABASE_URL: at(appUrl), DATABASE_OWNER_URL: at(ownerUrl) },
  };
}

const read = (secrets: string, name: string): string => readFileSync(path.join(secrets, name), "utf8");

const deploy = (file: string): string => path.join(ROOT, "deploy", file);

function makeSecrets(folder: string, port: number): string {
  const secrets = path.join(folder, "secrets");
  execFileSync("sh", [deploy("secrets.sh"), secrets, "127.0.0.1", String(port)]);
  return secrets;
}

function makeLogins(secrets: string, port: number, password: string): void {
  execFileSync("sh", [deploy("logins.sh")], {
    env: {
      ...process.env,
      PATH: `${postgresBin()}:${process.env["PATH"] ?? ""}`,
      PGHOST: "127.0.0.1",
      PGPORT: String(port),
      PGPASSWORD: password,
      OWNER_PASSWORD_FILE: path.join(secrets, "owner_password"),
      APP_PASSWORD_FILE: path.join(secrets, "app_password"),
    },
  });
}

/** Makes the log's key, which its witness has to know. */
async function firstSeal(dataDir: string): Promise<{ origin: string; keys: string[] }> {
  const sealed = await sealLog({ dataDir, sinks: [] });
  if (sealed.is !== "sealed") throw new Error(`the log could not be sealed: ${sealed.is}`);
  const { origin } = sealed.checkpoint;
  return { origin, keys: readKeys({ dataDir }).map((key) => verifierKeyOf(key, origin)) };
}
