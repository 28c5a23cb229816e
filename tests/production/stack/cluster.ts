// PostgreSQL as it is run where it matters: two servers under Patroni, the second synchronous, with etcd for agreement.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { until } from "@/scripts/embedded/process.mjs";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import { postgresBin, programAt } from "./needs";
import { answersAt, makeFolderOf, programOf, writeFor, type Account, type Program } from "./program";

/** Patroni's minimum; a machine that dies is given up after so long. */
const TTL_SECONDS = 20;
const AGREED_MS = 90_000;

export interface Member {
  name: string;
  port: number;
  /** Port of Patroni's REST interface. */
  rest: number;
  data: string;
  program: Program;
}

export interface Cluster {
  etcd: Program;
  members: readonly Member[];
  superPassword: string;
  primary(): Promise<Member>;
  standby(): Promise<Member>;
  /** Waits until one takes changes and the other follows it synchronously. */
  settled(): Promise<void>;
  switchOver(): Promise<void>;
}

export interface Room {
  folder: string;
  account: Account | null;
  port: () => number;
  members: readonly Omit<Member, "program">[];
  /** The command that archives a WAL file of this server. */
  archiveBy: (name: string) => string;
}

export async function openCluster(room: Room): Promise<Cluster> {
  const { folder, account } = room;
  const [client, peer] = [room.port(), room.port()];
  const etcd = etcdOf(room, client, peer);
  const passwords = {
    superuser: randomBytes(18).toString("hex"),
    replication: randomBytes(18).toString("hex"),
  };
  for (const name of ["sockets", "journals"]) makeFolderOf(path.join(folder, name), account);
  const members = room.members.map((member): Member => {
    const { name } = member;
    const config = path.join(folder, `${name}.yml`);
    // JSON is YAML.
    writeFor(account, config, JSON.stringify(configOf(member, room, client, passwords), null, 2));
    const program = programOf({
      name,
      command: [programAt("patroni"), config],
      folder,
      account,
      isUp: () => answersAt(`http://127.0.0.1:${member.rest}/health`),
      others: () => postmasterOf(member.data),
    });
    return { ...member, program };
  });
  const [first, second] = members;
  if (!first || !second) throw new Error("two members");
  await etcd.start();
  await first.program.start();
  await until(() => answersAt(`http://127.0.0.1:${first.rest}/primary`), AGREED_MS);
  await second.program.start();
  const cluster = clusterOf(etcd, members, passwords.superuser);
  await cluster.settled();
  return cluster;
}

const etcdOf = ({ folder, account }: Room, client: number, peer: number): Program => {
  const at = (port: number): string => `http://127.0.0.1:${port}`;
  const data = makeFolderOf(path.join(folder, "etcd"), account);
  return programOf({
    name: "etcd",
    command: [
      programAt("etcd"),
      ...["--name", "etcd", "--data-dir", data, "--log-level", "warn"],
      ...["--listen-client-urls", at(client), "--advertise-client-urls", at(client)],
      ...["--listen-peer-urls", at(peer), "--initial-advertise-peer-urls", at(peer)],
      ...["--initial-cluster", `etcd=${at(peer)}`],
    ],
    folder,
    account,
    isUp: () => answersAt(`${at(client)}/health`),
  });
};

type Passwords = Readonly<Record<"superuser" | "replication", string>>;

function configOf(
  { name, port, rest, data }: Omit<Member, "program">,
  { folder, archiveBy }: Room,
  etcd: number,
  passwords: Passwords,
): object {
  // Separate from the data, as is common: a full disk then leads to a refusal, and not a crash.
  const journal = path.join(folder, "journals", name);
  return {
    scope: "register",
    name,
    restapi: { listen: `127.0.0.1:${rest}`, connect_address: `127.0.0.1:${rest}` },
    etcd3: { host: `127.0.0.1:${etcd}` },
    bootstrap: {
      dcs: {
        ttl: TTL_SECONDS,
        loop_wait: 2,
        retry_timeout: 5,
        synchronous_mode: true,
        // Without etcd the primary continues as long as it reaches the other one.
        failsafe_mode: true,
        postgresql: {
          use_pg_rewind: true,
          parameters: {
            max_connections: 150,
            synchronous_commit: "on",
            archive_mode: "on",
            wal_keep_size: "256MB",
          },
        },
      },
      initdb: ["data-checksums", { encoding: "UTF8" }, { locale: "C.UTF-8" }, { waldir: journal }],
    },
    postgresql: {
      listen: `127.0.0.1:${port}`,
      connect_address: `127.0.0.1:${port}`,
      data_dir: data,
      bin_dir: postgresBin(),
      pgpass: path.join(folder, "sockets", `${name}.pgpass`),
      authentication: {
        superuser: { username: "postgres", password: passwords.superuser },
        replication: { username: "replicator", password: passwords.replication },
      },
      pg_hba: [
        "local all all trust",
        "host all all 127.0.0.1/32 scram-sha-256",
        "host replication replicator 127.0.0.1/32 scram-sha-256",
      ],
      parameters: { unix_socket_directories: path.join(folder, "sockets"), archive_command: archiveBy(name) },
      basebackup: [{ waldir: journal }, { checkpoint: "fast" }],
      remove_data_directory_on_rewind_failure: true,
      remove_data_directory_on_diverged_timelines: true,
    },
  };
}

/** PostgreSQL has its own process group; its other processes end when it does. */
function postmasterOf(data: string): number[] {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return [];
  return [Number(readFileSync(file, "utf8").split("\n")[0])].filter((pid) => pid > 0);
}

interface Seen {
  name: string;
  role: string;
  state: string;
}

function clusterOf(etcd: Program, members: readonly Member[], superPassword: string): Cluster {
  const is = async (what: string): Promise<Member> => {
    for (const until = Date.now() + AGREED_MS; Date.now() < until;)
      for (const member of members)
        if (await answersAt(`http://127.0.0.1:${member.rest}/${what}`)) return member;
    throw new PlainError(`no server is ${what}`);
  };
  const isSettled = async (): Promise<boolean> => {
    const seen = await seenBy(members);
    return (
      seen.some(({ role, state }) => role === "leader" && state === "running") &&
      seen.some(({ role, state }) => role === "sync_standby" && state === "streaming")
    );
  };
  const cluster: Cluster = {
    etcd,
    members,
    superPassword,
    primary: () => is("primary"),
    standby: () => is("replica"),
    settled: async () => {
      if (!(await until(isSettled, AGREED_MS))) throw new PlainError("the two servers don't agree");
    },
    switchOver: async () => {
      const [leader, candidate] = [await cluster.primary(), await cluster.standby()];
      const response = await fetch(`http://127.0.0.1:${leader.rest}/switchover`, {
        method: "POST",
        body: JSON.stringify({ leader: leader.name, candidate: candidate.name }),
      });
      if (!response.ok) throw new PlainError(`no switchover: ${await response.text()}`);
    },
  };
  return cluster;
}

async function seenBy(members: readonly Member[]): Promise<Seen[]> {
  for (const { rest } of members)
    try {
      const response = await fetch(`http://127.0.0.1:${rest}/cluster`, {
        signal: AbortSignal.timeout(2_000),
      });
      return ((await response.json()) as { members: Seen[] }).members;
    } catch {
      // The other one may know.
    }
  return [];
}
