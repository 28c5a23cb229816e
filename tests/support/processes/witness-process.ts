// A witness as its operator runs it: its own process and folder.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

export const WITNESS = path.resolve(import.meta.dirname, "../../../scripts/witness/witness.mjs");

export interface RunningWitness {
  address: string;
  key: string;
  folder: string;
  /** All its output so far. */
  output: () => string;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

export interface Trusted {
  origin: string;
  keys: readonly string[];
}

export function witnessFolder(name: string, logs: readonly Trusted[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-witness-"));
  configure(folder, { name, port: 0, logs });
  return folder;
}

export const configure = (folder: string, config: unknown): void =>
  writeFileSync(path.join(folder, "witness.json"), JSON.stringify(config));

/** In an empty environment; resolves once it listens. */
export async function startWitness(folder: string): Promise<RunningWitness> {
  const process_ = spawn(process.execPath, [WITNESS, folder], { env: {} as NodeJS.ProcessEnv });
  const ended = once(process_, "exit");
  let output = "";
  for (const stream of [process_.stdout, process_.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const address = (): string | undefined => / listens on (\S+)\n/.exec(output)?.[1];
  while (address() === undefined) {
    const [first] = (await Promise.race([once(process_.stdout, "data"), ended])) as unknown[];
    if (typeof first !== "string") throw new Error(`it ended: ${output}`);
  }
  return {
    address: address() ?? "",
    key: /^Verifier key: (\S+)$/m.exec(output)?.[1] ?? "",
    folder,
    output: () => output,
    stop: async (signal = "SIGTERM") => {
      process_.kill(signal);
      await ended;
    },
  };
}

/** And deletes its folder. */
export async function endWitness({ stop, folder }: RunningWitness): Promise<void> {
  await stop();
  rmSync(folder, { recursive: true });
}
