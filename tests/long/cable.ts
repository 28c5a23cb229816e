// What lies between the application and the database: a socket beside the database's own, that can be cut.
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const NAME = ".s.PGSQL.5432";

export interface Cable {
  /** The folder of the socket that the application connects to. */
  folder: string;
  /** Every connection breaks off, whatever is on its way. */
  cut(): void;
  /**
   * While this holds, whoever commits never hears about it: the connection breaks off before the answer arrives, for
   * `lost` of them even before the COMMIT does.
   */
  swallow(commits: ((lost: number) => boolean) | null): void;
  close(): void;
}

export async function layCable(database: string): Promise<Cable> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-cable-"));
  const open = new Set<() => void>();
  let swallows: ((lost: number) => boolean) | null = null;

  const server = net.createServer((near) => {
    const far = net.connect(path.join(database, NAME));
    let deaf = false;
    const breakOff = (): void => {
      open.delete(breakOff);
      near.destroy();
      far.destroy();
    };
    open.add(breakOff);
    for (const end of [near, far]) end.on("error", breakOff).on("close", breakOff);
    near.on("data", (data) => {
      if (swallows && data.includes("COMMIT")) {
        if (swallows(0.5)) return breakOff();
        deaf = true;
      }
      if (!far.write(data)) pauseUntilDrained(near, far);
    });
    far.on("data", (data) => {
      if (deaf) return breakOff();
      if (!near.write(data)) pauseUntilDrained(far, near);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(path.join(folder, NAME), resolve);
  });
  const cut = (): void => {
    for (const breakOff of [...open]) breakOff();
  };
  return {
    folder,
    cut,
    swallow: (commits) => {
      swallows = commits;
    },
    close: () => {
      cut();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pauseUntilDrained(from: net.Socket, to: net.Socket): void {
  from.pause();
  to.once("drain", () => from.resume());
}
