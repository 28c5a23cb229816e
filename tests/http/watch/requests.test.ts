// The log line of each request: what it contains, and what it never contains.
import { once } from "node:events";
import {
  createServer,
  request,
  type RequestOptions,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { serve } from "@/lib/http/serve";
import { normalizeRequests } from "@/lib/http/request-fixes";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { answeredRequests, begunRequests, type Answered } from "@/lib/platform/watch/channels";
import { pageRoutes } from "@/lib/platform/watch/page-routes";
import { logRequests } from "@/lib/platform/watch/request-lines";
import { watchRequests } from "@/lib/platform/watch/requests";
import { OPERATIONS } from "@/app/api/v1/operations";

const folder = mkdtempSync(path.join(os.tmpdir(), "register-routes-"));
const heard: Answered[] = [];
const lines = vi.spyOn(logger, "info");
let trusted: string;

beforeAll(() => {
  process.env["DATABASE_URL"] ??= "postgresql://nobody@localhost/none";
  trusted = env().TRUSTED_PROXIES;
  writeFileSync(
    path.join(folder, "routes-manifest.json"),
    JSON.stringify({
      staticRoutes: [{ page: "/pledges" }, { page: "/pledges/new" }, { page: "/api/health/live" }],
      dynamicRoutes: [
        { page: "/api/v1/[[...path]]", regex: "^/api/v1(?:/(.+?))?(?:/)?$" },
        { page: "/pledges/[reference]", regex: "^/pledges/([^/]+?)(?:/)?$" },
      ],
    }),
  );
  normalizeRequests();
  watchRequests({ idHeader: "x-request-id", routeOf: pageRoutes(folder) });
  logRequests();
  answeredRequests.subscribe((answered) => heard.push(answered));
});
beforeEach(() => {
  heard.length = 0;
  lines.mockClear();
  env().TRUSTED_PROXIES = "";
});
afterAll(() => {
  env().TRUSTED_PROXIES = trusted;
  lines.mockRestore();
  rmSync(folder, { recursive: true });
});

const ours = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test("a page is named by its route, with the id that its answer carries", async () => {
  const { headers } = await asked("/pledges/FR-3-001?q=Jeanne%20Dupont");
  const [line] = lines.mock.lastCall ?? [];
  expect(headers["x-request-id"]).toMatch(ours);
  expect(line).toEqual({
    request: headers["x-request-id"],
    method: "GET",
    route: "/pledges/[reference]",
    status: 200,
    ms: expect.any(Number) as number,
  });
});

test("no line holds what was asked for, or who asked", async () => {
  await asked("/pledges/secret-reference?q=Jeanne", {
    headers: {
      Cookie: "next-auth.session-token=abc",
      Authorization: "Bearer prt_xyz",
      "User-Agent": "Jeanne",
    },
  });
  await asked("/nowhere/Jeanne");
  expect(lines.mock.calls).toHaveLength(2);
  expect(JSON.stringify(lines.mock.calls)).not.toMatch(/secret-reference|Jeanne|abc|prt_/);
  expect(heard.map(({ route }) => route)).toEqual(["/pledges/[reference]", "other"]);
});

test("an operation is named as it is declared", async () => {
  const handlers = serve(OPERATIONS);
  await asked("/api/v1/pledges/FR-3-001/stage", { method: "POST" }, (path_) =>
    handlers.POST(new Request(`http://localhost:3000${path_}`, { method: "POST" }), {
      params: Promise.resolve({ path: path_.split("/").slice(3) }),
    }),
  );
  expect(heard).toMatchObject([
    { method: "POST", route: "/api/v1/pledges/{reference}/stage", status: 401, isWhole: true },
  ]);
});

test("requests at once keep their own names", async () => {
  const handlers = serve(OPERATIONS);
  const paths = ["/api/v1/pledges", "/api/v1/nothing/here", "/api/v1/me", "/api/v1/pledges/FR-3-001"];
  await Promise.all(
    paths.map((one) =>
      asked(one, {}, (path_) =>
        handlers.GET(new Request(`http://localhost:3000${path_}`), {
          params: Promise.resolve({ path: path_.split("/").slice(3) }),
        }),
      ),
    ),
  );
  expect(heard.map(({ route }) => route).sort()).toEqual([
    "/api/v1",
    "/api/v1/me",
    "/api/v1/pledges",
    "/api/v1/pledges/{reference}",
  ]);
});

test("scripts and probes that are well have no line, and a probe that isn't well has one", async () => {
  await asked("/_next/static/chunks/a.js");
  await asked("/api/health/live");
  expect(lines).not.toHaveBeenCalled();
  await asked("/api/health/live", {}, () => Promise.resolve(new Response(null, { status: 503 })));
  expect(lines).toHaveBeenCalledOnce();
});

test("a method that nobody knows is `other`", async () => {
  await asked("/pledges", { method: "PROPFIND" });
  expect(heard).toMatchObject([{ method: "other" }]);
});

test("without a build, all pages have one name", () => {
  expect(pageRoutes(path.join(folder, "nothing"))("/pledges/FR-3-001")).toBe("page");
});

const EDGE = { headers: { "X-Request-Id": "0197f3a0-edge.7" } };
test("a request takes the id of a trusted proxy in front", async () => {
  env().TRUSTED_PROXIES = "127.0.0.0/8, ::1";
  const { headers } = await asked("/pledges", EDGE);
  expect([headers["x-request-id"], heard[0]?.request]).toEqual(["0197f3a0-edge.7", "0197f3a0-edge.7"]);
});

test("the trace of a trusted proxy is taken, and that of a stranger isn't", async () => {
  const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const begun: (string | null)[] = [];
  begunRequests.subscribe((one) => begun.push(one.traceparent));
  await asked("/pledges", { headers: { traceparent } });
  env().TRUSTED_PROXIES = "127.0.0.1";
  await asked("/pledges", { headers: { traceparent } });
  expect(begun).toEqual([null, traceparent]);
});

test.each([
  ["of a stranger", "10.0.0.0/8", "0197f3a0-edge.7"],
  ["where no proxy is named", "", "0197f3a0-edge.7"],
  ["too short to be one", "127.0.0.1", "7"],
  ["longer than the access log keeps", "127.0.0.1", "a".repeat(41)],
  ["with what no id has in it", "127.0.0.1", "0197 <script>"],
])("an id %s is replaced", async (_, proxies, id) => {
  env().TRUSTED_PROXIES = proxies;
  const { headers } = await asked("/pledges", { headers: { "X-Request-Id": id } });
  expect(headers["x-request-id"]).toMatch(ours);
});

test("a client that leaves is logged as having left", async () => {
  const left = new Promise<Answered>((resolve) =>
    answeredRequests.subscribe((answered) => answered.isWhole || resolve(answered)),
  );
  const server = createServer((_, response) => void response.write("a part of it"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const asking = request({ host: "127.0.0.1", port, path: "/pledges", headers: { Host: "localhost:3000" } });
  asking.on("error", () => undefined).end();
  await once(asking, "response");
  asking.destroy();
  server.close();
  expect(await left).toMatchObject({ route: "/pledges", isWhole: false });
  expect(lines.mock.lastCall?.[0]).toMatchObject({ left: true });
});

async function asked(
  at: string,
  options: RequestOptions = {},
  answer: (at: string) => Promise<Response> = () => Promise.resolve(new Response("ok")),
): Promise<IncomingMessage> {
  const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    void answer(incoming.url ?? "").then(async (made) => {
      response.writeHead(made.status);
      response.end(await made.text());
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const before = heard.length;
  const headers = { Host: "localhost:3000", ...options.headers };
  const asking = request({ host: "127.0.0.1", port, path: at, agent: false, ...options, headers }).end();
  const [answered] = (await once(asking, "response")) as [IncomingMessage];
  answered.resume();
  await once(answered, "end");
  server.close();
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before));
  return answered;
}
