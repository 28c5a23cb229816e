// A process that reads strangers' files, even if taken over, has no network, files or programs, and makes no code of text.
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { confined } from "@/lib/pledges/files/own-process";

let visitors = 0;
const server = createServer((_request, answer) => answer.end("here"));
server.on("connection", () => (visitors += 1));
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

const run = promisify(execFile);
const tried = (options: string[], code: string) =>
  run(process.execPath, [...options, "--no-warnings", "--input-type=module", "--eval", code], {
    env: { NODE_ENV: "production" },
  }).then(
    () => "done",
    () => "refused",
  );
const port = (): string => String((server.address() as AddressInfo).port);

const WAYS: Record<string, () => string> = {
  "fetch what a server has": () => `await fetch("http://127.0.0.1:${port()}/")`,
  "open a connection": () =>
    `const net = await import("node:net");
     await new Promise((done) => { const socket = net.connect(${port()}, "127.0.0.1", () => socket.destroy()); socket.on("close", done); })`,
  "send a packet": () =>
    `const { createSocket } = await import("node:dgram"); const socket = createSocket("udp4"); socket.send("x", 9, "127.0.0.1", () => socket.close())`,
  listen: () =>
    `const { createServer } = await import("node:net"); createServer().listen(0, "127.0.0.1").unref()`,
  "look up a name": () => `const dns = await import("node:dns/promises"); await dns.lookup("localhost")`,
  "read a file": () => `const fs = await import("node:fs"); fs.readFileSync("/etc/passwd")`,
  "write a file": () => `const fs = await import("node:fs"); fs.writeFileSync("/dev/null", "x")`,
  "start a program": () => `const { spawnSync } = await import("node:child_process"); spawnSync("true")`,
  "make code of text": () => `new Function("return 1")()`,
};

const READERS = [["unpdf"], ["parse5", "entities"]];

test.each(Object.entries(WAYS))("a reader cannot %s", async (_way, code) => {
  expect(await tried([], code())).toBe("done");
  const before = visitors;
  for (const libraries of READERS) expect(await tried(confined(libraries), code())).toBe("refused");
  expect(visitors).toBe(before);
});
