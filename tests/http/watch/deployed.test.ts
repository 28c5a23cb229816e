// deploy/watch: /metrics answers each metric that an alert or the dashboard names, and the rules do what they say.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measure, metricsAnswer } from "@/lib/http/health/metrics";
import { env } from "@/lib/platform/env";
import { noteWorker } from "@/lib/db/statements/worker";
import { accesses, answeredRequests, jobRuns } from "@/lib/platform/watch/channels";
import { openRegister, type TestRegister } from "../../db/register";

const FOLDER = path.resolve(import.meta.dirname, "../../../deploy/watch");
const read = (name: string): string => readFileSync(path.join(FOLDER, name), "utf8");
/** `promtool` is Debian's package of this name. */
const without = spawnSync("promtool", ["--version"]).status === 0 ? null : "promtool isn't installed";

interface Dashboard {
  panels: { title: string; type: string; targets?: { expr: string }[] }[];
}
const panels = (JSON.parse(read("dashboard.json")) as Dashboard).panels.filter(({ type }) => type !== "row");
const dashboard = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
const alerts = [...read("alerts.yml").matchAll(/^ +expr: (.+)$/gm)].map(([, expr = ""]) => expr);

let register: TestRegister;
const answered = new Set<string>();

beforeAll(async () => {
  register = await openRegister({ demonstration: false });
  await noteWorker();
  env().METRICS_TOKEN = "a token of sixteen letters and more";
  env().LOG_STREAM = "stdout";
  for (const process of ["web", "worker"] as const) {
    await measure(process);
    const one = { request: "", method: "GET", route: "/pledges", status: 200, ms: 1 };
    for (const isWhole of [true, false]) answeredRequests.publish({ ...one, isWhole });
    accesses.publish({ kind: "SIGN_IN", code: null });
    jobRuns.publish({ kind: "an export", outcome: "done", ms: 1 });
    const text = await (await metricsAnswer(`Bearer ${env().METRICS_TOKEN}`))?.text();
    for (const [, name = ""] of (text ?? "").matchAll(/^([a-z_]\w*)/gm)) answered.add(name);
  }
});
afterAll(async () => {
  delete env().METRICS_TOKEN;
  delete env().LOG_STREAM;
  await register.close();
});

const OURS = /\b(?:register|nodejs|process)_\w+/g;
const namedIn = (expressions: readonly string[]): string[] => [
  ...new Set(expressions.flatMap((one) => one.replace(/"[^"]*"/g, "").match(OURS) ?? [])),
];

test("every metric that the alerts name is answered", () => {
  expect(alerts.length).toBeGreaterThan(15);
  expect(namedIn(alerts).filter((name) => !answered.has(name))).toEqual([]);
});

test("every metric that the dashboard names is answered", () => {
  expect(dashboard.length).toBeGreaterThan(25);
  expect(panels.filter(({ targets = [] }) => targets.length === 0)).toEqual([]);
  expect(namedIn(dashboard).filter((name) => !answered.has(name))).toEqual([]);
});

test("a planted metric that nobody answers is found", () => {
  expect(namedIn(['max(register_nothing{route="register_quoted"})'])).toEqual(["register_nothing"]);
  expect(answered.has("register_nothing")).toBe(false);
});

test("every metric of our own that we answer is on the dashboard", () => {
  const shown = namedIn(dashboard).map((name) => name.replace(/_(bucket|sum|count)$/, ""));
  const ours = [...answered].filter((name) => name.startsWith("register_"));
  expect(
    ours.map((name) => name.replace(/_(bucket|sum|count)$/, "")).filter((name) => !shown.includes(name)),
  ).toEqual([]);
});

test("each alert says how urgent it is, what is seen, and what to do", () => {
  const rules = read("alerts.yml")
    .split(/^ +- alert: /m)
    .slice(1);
  for (const rule of rules)
    expect(rule).toMatch(/severity: (page|ticket)[^]*summary: "[^"]+"\n +todo: "[^"]+"/);
});

test("each alert has a test in which it begins", () => {
  const named = (text: string, before: string): string[] =>
    [...text.matchAll(new RegExp(`${before}(Register\\w+)`, "g"))].map(([, name = ""]) => name);
  const begins = named(read("alerts.test.yml"), "labels: '\\{alertname=\"");
  expect(begins).toEqual(named(read("alerts.yml"), "alert: "));
});

const promtool = (...given: string[]) => {
  const { status, stdout, stderr } = spawnSync("promtool", given, { cwd: FOLDER, encoding: "utf8" });
  return { status, said: stdout + stderr };
};

test.skipIf(without !== null)(`promtool accepts the rules${without ? ` (${without})` : ""}`, () => {
  expect(promtool("check", "rules", "alerts.yml")).toMatchObject({ status: 0 });
  expect(promtool("check", "config", "--syntax-only", "scrape.yml")).toMatchObject({ status: 0 });
});

test.skipIf(without !== null)(
  `alerts begin and end when they should${without ? ` (${without})` : ""}`,
  () => {
    expect(promtool("test", "rules", "alerts.test.yml")).toMatchObject({ status: 0 });
  },
);
