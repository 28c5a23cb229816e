// Sends messages to a syslog server over TCP, each with its length before it (RFC 6587, RFC 5425). Syslog acknowledges nothing: so each batch has a
// connection of its own, and counts as taken when the server has read it to its end and closes in turn. A server that is away,
// or dies while it reads, has taken none of it; UDP would say nothing of that. What is written is ended a moment later: a balancer without a
// server closes by itself meanwhile, and both ends at once would look like one that has read it.
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
    // Nothing is answered; read all the same, or its end wouldn't be seen.
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
