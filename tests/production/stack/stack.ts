// All of production on one machine, on loopback, in one folder.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { migrate } from "@/scripts/database/migrate.mjs";
import { ROOT } from "@/scripts/base/paths.mjs";
import { verifierKeyOf, readKeys } from "@/lib/trust/checkpoints/keys";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { foundForClients } from "../../long/register";
import type { Asked } from "../../long/clients/request";
import { openCluster, type Cluster } from "./cluster";
import { balancer, canLogIn, databaseFront, pooler, type Balancer } from "./fronts";
import { openRepository, type Repository } from "./backups";
import { releaseBefore } from "./before";
import { smallDisk } from "./disk";
import { databaseAccount, postgresBin } from "./needs";
import { openNeighbours, type Neighbours } from "./neighbours";
import type { Program } from "./program";
import { deployedSettings, webServer, worker, type Release, type Web } from "./register";

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
  workers: readonly Program[];
  neighbours: Neighbours;
  release: Release;
  /** The release before it, or why it can't be had. */
  before: Release | string;
  repository: Repository;
  restoredPort: number;
  /** Whether one can be filled without harm. */
  disksAreSmall: boolean;
  /** Through the pooler. */
  appUrl: string;
  ownerUrl: string;
  /** What people ask. */
  address: Asked;
}

export async function openStack(
  folder: string,
  firstPort: number,
  say: (what: string) => void,
): Promise<Stack> {
  const built = await releaseBefore();
  let ports = firstPort;
  const port = (): number => ports++;
  const account = databaseAccount();
  const members = ["pg-1", "pg-2"].map((name) => {
    const disk = smallDisk(path.join(folder, "disks", name), account);
    return { name, port: port(), rest: port(), data: path.join(disk.folder, "data"), isSmall: disk.isSmall };
  });
  const repository = openRepository(folder, account, members);
  const cluster = await openCluster({ folder, account, port, members, archiveBy: repository.archiveBy });
  await repository.begin((await cluster.primary()).name);
  say("PostgreSQL: one server takes changes, the other follows synchronously");
  const [front, pool, plain, secure, provider] = [port(), port(), port(), port(), port()];
  const through = databaseFront(folder, front, cluster);
  await through.start();
  const secrets = makeSecrets(folder, pool);
  const read = (name: string): string => readFileSync(path.join(secrets, name), "utf8");
  makeLogins(secrets, front, cluster.superPassword);
  const [appUrl, ownerUrl] = [read("database_url"), read("database_owner_url")];
  const pooled = pooler({
    folder,
    account,
    port: pool,
    database: front,
    users: path.join(secrets, "pgbouncer_users"),
    isUp: () => canLogIn(appUrl),
  });
  await pooled.start();
  await migrate({ ownerUrl, appUrl });
  process.env.DATABASE_URL = appUrl;
  await foundForClients();
  say("the register is founded, through PgBouncer");

  const dataDir = path.join(folder, "register");
  const home = `https://localhost:${secure}`;
  const neighbours = await openNeighbours(folder, home, provider, await firstSeal(dataDir));
  const release: Release = {
    name: "this build",
    folder: ROOT,
    env: {
      DATA_DIR: dataDir,
      DATABASE_URL_FILE: path.join(secrets, "database_url"),
      NEXTAUTH_SECRET_FILE: path.join(secrets, "nextauth_secret"),
      CHANGES_AT_ONCE: "0",
      ...deployedSettings(home),
      ...neighbours.env,
    },
  };
  const web = Array.from({ length: WEB }, (_, n) => webServer(`web-${n + 1}`, port(), folder, release));
  const workers = Array.from({ length: WORKERS }, (_, n) => worker(`worker-${n + 1}`, folder, release));
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
    folder,
    dataDir,
    cluster,
    databaseFront: through,
    pooler: pooled,
    balancer: balanced,
    web,
    workers,
    neighbours,
    release,
    before: typeof built === "string" ? built : before(built, release, secrets, front),
    repository,
    restoredPort: port(),
    disksAreSmall: members.every(({ isSmall }) => isSmall),
    appUrl,
    ownerUrl,
    address: {
      name: "the register",
      port: secure,
      certificate: balanced.certificate,
      isLeftAloneSince: () => true,
    },
  };
}

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

/** It asks the database itself, which has one address: it sends limits with each connection, which PgBouncer refuses. */
function before(built: { folder: string }, release: Release, secrets: string, port: number): Release {
  const read = (name: string): string => readFileSync(path.join(secrets, name), "utf8");
  const direct = (name: string): string => Object.assign(new URL(read(name)), { port }).href;
  const { DATABASE_URL_FILE: _url, NEXTAUTH_SECRET_FILE: _secret, ...env } = release.env;
  const given = {
    DATABASE_URL: direct("database_url"),
    DATABASE_OWNER_URL: direct("database_owner_url"),
    NEXTAUTH_SECRET: read("nextauth_secret"),
  };
  return { name: "the release before", ...built, env: { ...env, ...given } };
}

/** Makes the log's key, by which a witness knows it. */
async function firstSeal(dataDir: string): Promise<{ origin: string; keys: string[] }> {
  const sealed = await sealLog({ dataDir, sinks: [] });
  if (sealed.is !== "sealed") throw new Error(`the log could not be sealed: ${sealed.is}`);
  const { origin } = sealed.checkpoint;
  return { origin, keys: readKeys({ dataDir }).map((key) => verifierKeyOf(key, origin)) };
}
