// One server of the register among several: killed, paused, brought back, always at the same address.
import { production, startApplication } from "@/scripts/start/application.mjs";
import { SERVER } from "@/scripts/build.mjs";
import { tell } from "./database";

export interface Instance {
  name: string;
  port: number;
  /** Has nobody laid hands on it since then? */
  isLeftAloneSince(moment: number): boolean;
  kill(): Promise<void>;
  start(): Promise<void>;
  pause(): void;
  wake(): void;
  stop(): Promise<void>;
}

/** `onEnd` hears of it when it ends without having been told to. */
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
  let application: Awaited<ReturnType<typeof startApplication>>;

  const start = async (): Promise<void> => {
    const started = await startApplication({
      command: production(SERVER, env),
      host: "127.0.0.1",
      port,
      env,
      log,
    });
    application = started;
    rest();
    void started.gone.then(() => {
      if (!troubled && application === started) onEnd(name);
    });
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
      tell(application.pid, "SIGKILL");
      await application.gone;
    },
    pause: () => {
      disturb();
      tell(application.pid, "SIGSTOP");
    },
    wake: () => {
      tell(application.pid, "SIGCONT");
      rest();
    },
    stop: async () => {
      disturb();
      await application.stop();
    },
  };
}
