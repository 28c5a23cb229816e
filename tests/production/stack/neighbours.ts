// What a register has around it, each in a separate process: a bucket, an identity provider, a mail server, a witness.
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import { RUN_TS } from "@/scripts/base/paths.mjs";
import { startWitness, witnessFolder } from "../../support/processes/witness-process";

const MAILED_MS = 90_000;

export interface Neighbours {
  /** The register's settings that point to them. */
  env: Record<string, string>;
  /** How many files and mails they were given. */
  given(): Promise<{ files: number; mails: number }>;
  /** The link for setting a password that was mailed to this person. */
  mailedLink: (email: string) => Promise<string>;
}

interface Given {
  files?: number;
  mails?: number;
  links?: [to: string, link: string][];
}

interface Neighbour {
  address: Record<string, string>;
  given(): Promise<Given>;
  end(): void;
}

export async function openNeighbours(
  folder: string,
  home: string,
  port: number,
  log: { origin: string; keys: readonly string[] },
): Promise<Neighbours> {
  const [bucket, mail, provider, witness] = await Promise.all([
    openNeighbour(folder, "bucket"),
    openNeighbour(folder, "mail"),
    openNeighbour(folder, "provider", home, String(port)),
    startWitness(witnessFolder("witness.example/register", [log])),
  ]);
  process.once("exit", () => {
    for (const one of [bucket, mail, provider]) one.end();
    void witness.stop("SIGKILL");
    rmSync(witness.folder, { recursive: true });
  });
  return {
    env: {
      FILES_BUCKET: bucket.address["address"] ?? "",
      FILES_REGION: bucket.address["region"] ?? "",
      FILES_KEY_ID: bucket.address["keyId"] ?? "",
      FILES_SECRET: bucket.address["secret"] ?? "",
      SMTP_URL: mail.address["url"] ?? "",
      MAIL_FROM: "Pledge Register <register@ministry.example>",
      OIDC_ISSUER: provider.address["issuer"] ?? "",
      OIDC_CLIENT_ID: provider.address["clientId"] ?? "",
      OIDC_CLIENT_SECRET: provider.address["clientSecret"] ?? "",
      OIDC_SCOPE: "openid email groups",
      WITNESSES: `${witness.address} ${witness.key}`,
    },
    given: async () => {
      const [{ files = 0 }, { mails = 0 }] = await Promise.all([bucket.given(), mail.given()]);
      return { files, mails };
    },
    mailedLink: async (email) => {
      for (const until = Date.now() + MAILED_MS; Date.now() < until; await pause(250)) {
        const link = (await mail.given()).links?.find(([to, found]) => to === email && found !== "")?.[1];
        if (link !== undefined) return link;
      }
      throw new PlainError(`no mail for ${email}`);
    },
  };
}

async function openNeighbour(folder: string, kind: string, ...args: string[]): Promise<Neighbour> {
  const log = openSync(path.join(folder, `${kind}.log`), "a", 0o600);
  const child: ChildProcess = fork(path.join(import.meta.dirname, "neighbour.ts"), [kind, ...args], {
    execArgv: [...RUN_TS],
    stdio: ["ignore", log, log, "ipc"],
  });
  const ended = once(child, "exit").then(() => Promise.reject(new PlainError(`${kind} ended`)));
  ended.catch(() => undefined);
  const next = async (): Promise<unknown> => {
    const [message] = (await Promise.race([once(child, "message"), ended])) as [unknown];
    return message;
  };
  const address = (await next()) as Neighbour["address"];
  // Simultaneous callers share the answer.
  let asked: Promise<Given> | null = null;
  const ask = async (): Promise<Given> => {
    child.send("given");
    const given = (await next()) as Given;
    asked = null;
    return given;
  };
  return {
    address,
    given: () => (asked ??= ask()),
    end: () => child.kill("SIGKILL"),
  };
}
