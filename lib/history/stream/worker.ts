// Sends the log and the access log to a log collector, for as long as this process runs: in order, each entry
// at least once. Positions move only after the entries were received, so nothing is lost if the collector is
// away or a worker dies.
import "server-only";
import { leaseStream, noteStreamed, noteUnstreamed } from "@/lib/db/log/stream";
import { syslogMessage, type StreamedLine } from "@/lib/domain/log/stream";
import { startLoop } from "@/lib/platform/background";
import { env, homeAddress, streamTarget, type StreamTarget } from "@/lib/platform/env";
import { isInstanceStopping } from "@/lib/platform/stopping";
import { loadBatch } from "./queries";
import { sendSyslog } from "./syslog";

/** Resolves once the lines are received. */
export type SendLines = (lines: readonly StreamedLine[]) => Promise<void>;

/** Returns at once; does nothing if no stream is configured. */
export function startLogStream(): void {
  const target = streamTarget(env().LOG_STREAM ?? "");
  if (target === null) return;
  const send = sendTo(target);
  startLoop("the stream of the log", LOOK_MS, async () => {
    while (!isInstanceStopping() && (await streamNext(send)));
  });
}

/** Returns whether something was sent. Throws if it wasn't received. */
export async function streamNext(send: SendLines): Promise<boolean> {
  const lease = await leaseStream(LEASE_MS);
  if (!lease) return false;
  try {
    const { lines, log, access } = await loadBatch(lease);
    await send(lines);
    await noteStreamed(lease, log, access);
    return true;
  } catch (error) {
    await noteUnstreamed(lease, AGAIN_MS);
    throw error;
  }
}

export const sendTo = (target: StreamTarget): SendLines => {
  if (target === "stdout") return writeLines;
  const { hostname } = new URL(homeAddress(env()));
  return (lines) =>
    sendSyslog(
      target,
      lines.map((line) => syslogMessage(line, hostname)),
    );
};

const writeLines: SendLines = (lines) =>
  new Promise((resolve, reject) => {
    const text = lines.map((line) => `${line.text}\n`).join("");
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });

const LOOK_MS = 1_000;
const AGAIN_MS = 5_000;
/** Longer than reading and sending take. */
const LEASE_MS = 60_000;
