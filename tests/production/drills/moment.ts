// The database as of a moment, restored elsewhere while people go on writing: what was acknowledged before it is there, it is
// intact by a checkpoint of that time, and not by a later one, which covers more.
import { execFile } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { askDatabase } from "@/scripts/database/client.mjs";
import { until } from "@/scripts/embedded/process.mjs";
import { readExternalCheckpoints } from "@/lib/trust/checkpoints/external-checkpoint";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import type { Attempt } from "../../long/clients/attempt";
import { faultsOf } from "../../long/faults";
import { lastEntry, readRecord } from "../../long/record";
import type { Stack } from "../stack/stack";
import type { Drill } from "./drill";

const BEFORE_MS = 2_000;
/** The exit code of `npm run verify` without a verdict. */
const COULD_NOT = 2;
/** Until what came after it is sealed, too. */
const SEALED_MS = 60_000;

export const MOMENT: Drill = {
  name: "restored to a moment",
  kills: false,
  run: async (stack, { ground, from }) => {
    const { cluster, repository, dataDir, folder, appUrl, ownerUrl } = stack;
    const { name } = await cluster.primary();
    await repository.backUp(name);
    await pause(BEFORE_MS);
    const then = outcomesOf(ground.attempts);
    const restoredDir = path.join(folder, "register-then");
    cpSync(dataDir, restoredDir, { recursive: true });
    const [{ moment }] = (await askDatabase(ownerUrl, "SELECT clock_timestamp()::text AS moment")) as [
      { moment: string },
    ];
    const last = await lastEntry(ownerUrl);
    const later = path.join(folder, "later.note");
    const isSealed = (): boolean => {
      cpSync(path.join(dataDir, "checkpoints", "latest.note"), later);
      return (readExternalCheckpoints(readFileSync(later, "utf8"), [])[0]?.size ?? 0) > last;
    };
    if (!(await until(isSealed, SEALED_MS))) throw new PlainError("what came after the moment isn't sealed");
    await repository.caughtUp(name);
    const server = await repository.restored(name, moment, stack.restoredPort);
    await server.start();
    try {
      const at = (url: string): string => Object.assign(new URL(url), { port: stack.restoredPort }).href;
      const record = await readRecord(at(ownerUrl), from);
      const [fault, ...more] = faultsOf(
        ground.attempts.map((attempt) => then.get(attempt) ?? inDoubt(attempt)),
        record,
      );
      if (fault) throw new PlainError(`${fault.kind}: ${fault.what}, and ${more.length} more`);
      const env = { ...stack.release.env, DATA_DIR: restoredDir, ...addressed(at(appUrl), at(ownerUrl)) };
      await expectVerified(stack, env, [], 0, /^intact/m);
      await expectVerified(stack, env, ["--checkpoint", later], 1, /^not intact/m);
    } finally {
      await server.kill();
    }
  },
};

/** The outcomes known then: what came later may be there or not. */
function outcomesOf(attempts: readonly Attempt[]): Map<Attempt, Attempt> {
  const decided = attempts.filter(({ outcome }) => outcome !== "in doubt");
  return new Map(
    decided.map((attempt) => [attempt, { ...attempt, acknowledgements: [...attempt.acknowledgements] }]),
  );
}

const inDoubt = (attempt: Attempt): Attempt => ({ ...attempt, outcome: "in doubt", acknowledgements: [] });

const addressed = (appUrl: string, ownerUrl: string): Record<string, string | undefined> => ({
  // The bucket has the last checkpoint, which is later.
  FILES_BUCKET: undefined,
  DATABASE_URL_FILE: undefined,
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
});

async function expectVerified(
  { release }: Stack,
  env: NodeJS.Dict<string>,
  args: string[],
  code: number,
  says: RegExp,
): Promise<void> {
  const command = ["scripts/register/with-register.mjs", "scripts/verify/main.ts", ...args];
  const verified = (): Promise<[code: number, said: string]> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        command,
        { cwd: release.folder, env: { NODE_ENV: "production", PATH: process.env["PATH"], ...env } },
        (error, stdout, stderr) => {
          resolve([error === null ? 0 : Number(error.code), `${stdout}${stderr}`]);
        },
      );
    });
  let [ended, output] = await verified();
  // It waits two seconds for a connection, and then could not verify: everyone else writes here, too.
  for (let again = 0; ended === COULD_NOT && again < 3; again += 1) [ended, output] = await verified();
  if (ended !== code || !says.test(output))
    throw new PlainError(`npm run verify ${args.join(" ")} ended with ${ended}, and said:\n${output}`);
}
