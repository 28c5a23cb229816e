// Sends messages to a syslog server over TCP, each with its length before it (RFC 6587, RFC 5425). Syslog
// acknowledges nothing. So each batch has its own connection, and counts as received when the server has read
// it to the end and then closes too. A server that is away, or dies while reading, has received nothing of
// it; UDP wouldn't show that. Our end is closed a moment after writing: a balancer without a server closes on
// its own before that, and closing at the same time would look as if it had read everything.
import "server-only";
import net from "node:net";
import tls from "node:tls";
import type { StreamTarget } from "@/lib/platform/env";

export function sendSyslog(
  { host, port, encrypted }: Exclude<StreamTarget, "stdout">,
  messages: readonly string[],
  patienceMs = PATIENCE_MS,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = encrypted
      ? tls.connect({ host, port, servername: net.isIP(host) === 0 ? host : "" })
      : net.connect({ host, port });
    let isEnded = false;
    let isTaken = false;
    const timer = setTimeout(() => socket.destroy(new Error("syslog: too slow")), patienceMs);
    socket.on("end", () => (isTaken = isEnded));
    socket.on("error", reject);
    socket.on("close", () => {
      clearTimeout(timer);
      if (isTaken) resolve();
      else reject(new Error("syslog: closed before it had read all"));
    });
    // The server sends nothing, but without reading its end wouldn't be seen.
    socket.resume();
    const end = (): void => {
      isEnded = !socket.readableEnded;
      socket.end();
    };
    socket.write(Buffer.concat(messages.map(framed)), () => setTimeout(end, MOMENT_MS));
  });
}

const PATIENCE_MS = 20_000;
const MOMENT_MS = 100;

function framed(message: string): Buffer {
  const bytes = Buffer.from(message);
  return Buffer.concat([Buffer.from(`${String(bytes.length)} `), bytes]);
}
