// Sixteen clients that keep their connections, through three stops: nobody's connection is reset, nobody's answer lost.
import http, { type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { ConnectionDrain, type ClosingTimes } from "@/lib/http/health/connection-drain";

const TIMES: ClosingTimes = { drainMs: 600, mayBeShorter: false, idleMs: 500, longestMs: 20_000 };
const CLIENTS = 16;
/** Less than the wait for an idle client, as two seconds are with the real times. */
const ASKS_EVERY_MS = 300;

const open = new Set<Server>();
const agents = new Set<http.Agent>();
afterEach(() => {
  for (const server of open) server.close();
  for (const agent of agents) agent.destroy();
});

async function serve(
  answer: RequestListener,
  port = 0,
): Promise<{ server: Server; drain: ConnectionDrain; port: number }> {
  const server = http.createServer({ keepAliveTimeout: 75_000 }, answer);
  open.add(server);
  const drain = new ConnectionDrain().watch();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { server, drain, port: (server.address() as AddressInfo).port };
}

function client(): (
  port: number,
  path?: string,
) => Promise<{ status: number; connection: string | undefined }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  agents.add(agent);
  return (port, path = "/") =>
    new Promise((resolve, reject) => {
      http
        .get({ host: "127.0.0.1", port, path, agent }, (response) => {
          const { statusCode: status = 0, headers } = response;
          response.resume().once("end", () => resolve({ status, connection: headers.connection }));
          response.once("error", reject);
        })
        .once("error", reject);
    });
}

test("nobody who asks often is cut off, through three stops", async () => {
  const told: string[] = [];
  const acknowledged: string[] = [];
  const done = new Set<string>();
  const answer: RequestListener = (request, response) => {
    done.add(request.url ?? "");
    setTimeout(() => response.end("done"), 5 + Math.random() * 30);
  };
  let { server, drain, port } = await serve(answer);
  let isOver = false;
  const work = Array.from({ length: CLIENTS }, async (_, n) => {
    const ask = client();
    for (let turn = 0; !isOver; turn += 1) {
      const path = `/${n}/${turn}`;
      const { status } = await ask(port, path).catch((error: NodeJS.ErrnoException) => {
        told.push(error.code ?? error.message);
        return { status: 0 };
      });
      if (status === 200) acknowledged.push(path);
      await pause(Math.random() * ASKS_EVERY_MS);
    }
  });
  for (let stop = 0; stop < 3; stop += 1) {
    const before = acknowledged.length;
    await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 2 * CLIENTS);
    await drain.close(TIMES);
    expect(server.listening).toBe(false);
    ({ server, drain, port } = await serve(answer, port));
  }
  isOver = true;
  await Promise.all(work);
  await drain.close({ ...TIMES, drainMs: 0 });
  // A client that comes while no server listens is refused, and no change can be lost in that.
  expect(told.filter((code) => code !== "ECONNREFUSED")).toEqual([]);
  expect(acknowledged.filter((path) => !done.has(path))).toEqual([]);
});

test("a request that was begun is answered, however long it takes, and closes its connection", async () => {
  let begin: (finish: () => void) => void = () => undefined;
  const begun = new Promise<() => void>((resolve) => (begin = resolve));
  const { drain, port } = await serve((request, response) => {
    if (request.url === "/slow") begin(() => void response.end("at last"));
    else response.end();
  });
  const asked = client()(port, "/slow");
  const finish = await begun;
  const closed = drain.close({ ...TIMES, drainMs: 50 });
  await expect(client()(port)).resolves.toMatchObject({ status: 200, connection: "close" });
  await expect
    .poll(() => client()(port).catch((error: NodeJS.ErrnoException) => error.code))
    .toBe("ECONNREFUSED");
  finish();
  expect(await asked).toEqual({ status: 200, connection: "close" });
  await closed;
});

test("a request that doesn't end is cut off when its time is over", async () => {
  const { drain, port } = await serve((request, response) => {
    if (request.url !== "/endless") response.end();
  });
  const asked = client()(port, "/endless").catch((error: NodeJS.ErrnoException) => error.code);
  await client()(port);
  await drain.close({ ...TIMES, drainMs: 0, longestMs: 200 });
  expect(await asked).toBe("ECONNRESET");
});

test("without connections a stop doesn't wait", async () => {
  const { drain, port } = await serve((_, response) => void response.end());
  const ask = client();
  await ask(port);
  for (const agent of agents) agent.destroy();
  const began = performance.now();
  await drain.close({ drainMs: 60_000, mayBeShorter: true, idleMs: 60_000, longestMs: 60_000 });
  expect(performance.now() - began).toBeLessThan(20_000);
});
