// A server that accepts requests before their observers are there: each that still waits is announced again, once.
import { channel } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import "@/scripts/start/early-requests.mjs";

test("a request that waits is announced again; one that was answered or given up is not", async () => {
  const answers = new Map<string, ServerResponse>();
  const server = createServer((request: IncomingMessage, response) => {
    if (request.url === "/answered") response.end("early");
    else answers.set(request.url ?? "", response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  await (await fetch(`${url}/answered`)).text();
  const [givenUp, waits] = [new AbortController(), fetch(`${url}/waits`)];
  const aborted = fetch(`${url}/given-up`, { signal: givenUp.signal }).catch(() => undefined);
  await expect.poll(() => answers.size).toBe(2);
  const closed = once(answers.get("/given-up") ?? server, "close");
  givenUp.abort();
  await Promise.all([aborted, closed]);

  const announced: string[] = [];
  channel("http.server.request.start").subscribe((message) => {
    announced.push((message as { request: IncomingMessage }).request.url ?? "");
  });
  const { registerEarlyRequests } = globalThis as typeof globalThis & { registerEarlyRequests?: () => void };
  registerEarlyRequests?.();
  registerEarlyRequests?.();
  expect(announced).toEqual(["/waits"]);

  answers.get("/waits")?.end("late");
  expect(await (await waits).text()).toBe("late");
  server.close();
});
