// One of several instances of the register, web server and worker: can be killed, paused and restarted at the same address.
import { WORKER, SERVER } from "@/scripts/build/build.mjs";
import { until } from "@/scripts/embedded/process.mjs";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import { answers, production } from "@/scripts/start/application.mjs";
import { startInstance, type Instance as Started } from "@/scripts/start/instance.mjs";
import { signalProcess } from "./database";
import type { ServerAddress } from "./clients/request";

/** Time for a killed instance to be there again, on a busy machine. */
const AGAIN_MS = 60_000;

export interface Instance extends ServerAddress {
  kill(): Promise<void>;
  start(): Promise<void>;
  pause(): void;
  wake(): void;
  stop(): Promise<void>;
}

/** `onEnd` is called when it ends without having been told to. */
export async function openInstance(given: {
  name: string;
  port: number;
  env: NodeJS.ProcessEnv;
  log: number;
  onEnd: (name: string) => void;
}): Promise<Instance> {
  const { name, port, env, log, onEnd } = given;
  let troubled = true;
  let trouble = Date.now();
  let running: Started | null = null;

  const start = async (): Promise<void> => {
    running ??= await startInstance({
      command: production(SERVER, env),
      worker: WORKER,
      host: "127.0.0.1",
      port,
      env,
      log,
      say: () => troubled || onEnd(name),
    });
    const { url } = running;
    // After a kill, its supervisor restarts it.
    if (!(await until(() => answers(`${url}/api/health/live`), AGAIN_MS)))
      throw new PlainError(`${name} did not come back`);
    rest();
  };
  const tellBoth = (signal: NodeJS.Signals): void => {
    for (const pid of [running?.webPid(), running?.workerPid()]) if (pid) signalProcess(pid, signal);
  };
  const disturb = (): void => {
    troubled = true;
  };
  const rest = (): void => {
    troubled = false;
    trouble = Date.now();
  };
  await start();
  return {
    name,
    port,
    isLeftAloneSince: (moment) => !troubled && trouble < moment,
    start,
    kill: async () => {
      disturb();
      tellBoth("SIGKILL");
      await until(async () => !running || !(await answers(`${running.url}/api/health/live`)), AGAIN_MS);
    },
    pause: () => {
      disturb();
      tellBoth("SIGSTOP");
    },
    wake: () => {
      tellBoth("SIGCONT");
      rest();
    },
    stop: async () => {
      disturb();
      await running?.stop();
      running = null;
    },
  };
}
