import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";
import { config, proxy } from "@/proxy";

beforeAll(() => void Object.assign(process.env, { DATABASE_URL: "postgresql://nobody@127.0.0.1/nothing" }));

const answer = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { host: "localhost:3000", ...headers } }));

const nonceOf = (path: string): string =>
  /'nonce-([^']+)'/.exec(answer(path).headers.get("content-security-policy") ?? "")?.[1] ?? "";

test("scripts run by a nonce that is made anew for each answer", () => {
  const policy = answer("/pledges").headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'nonce-[0-9a-f]{32}' 'strict-dynamic';/);
  expect(policy).not.toMatch(/unsafe-|\*|http:/);
  for (const rule of [
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "connect-src 'self'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(new Set([1, 2, 3].map(() => nonceOf("/pledges"))).size).toBe(3);
});

test.each([
  "/",
  "/pledges",
  "/sign-in",
  "/api/v1/me",
  "/api/v1/pledges.csv",
  "/api/auth/csrf",
  "/nowhere",
  "/icon.svg",
])("%s is private and guarded by headers", (path) => {
  const { headers } = answer(path);
  expect(Object.fromEntries(headers)).toMatchObject({
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("x-powered-by")).toBeNull();
});

test("what never changes may be kept by a browser, and is no less guarded", () => {
  const { headers } = answer("/_next/static/chunks/a.js");
  expect([headers.get("cache-control"), headers.get("x-content-type-options")]).toEqual([null, "nosniff"]);
});

test("what computes beside a page can ask nobody for anything", () => {
  expect(answer("/exports/verify").headers.get("content-security-policy")).toContain("worker-src 'self'");
  const policy = answer("/_next/static/chunks/a.js").headers.get("content-security-policy");
  expect(policy).toBe("default-src 'none'; script-src 'self'; frame-ancestors 'none'");
});

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])("pages take no %s", (method) => {
  const sent = new NextRequest("http://localhost:3000/pledges", {
    method,
    headers: { host: "localhost:3000" },
  });
  const { status, headers } = proxy(sent);
  expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(proxy(new NextRequest("http://localhost:3000/api/v1/me", sent)).status).toBe(200);
});

test("a request's number and its page are the register's to say", () => {
  const { headers } = answer("/pledges?q=a", { "x-request-id": "forged", "x-page": "/forged" });
  expect(headers.get("x-middleware-request-x-page")).toBe("/pledges?q=a");
  expect(headers.get("x-middleware-request-x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("a name that was made to resolve here gets nothing", () => {
  for (const host of ["evil.example", "localhost.evil.example", "10.0.0.1:3000"])
    expect(answer("/sign-in", { host }).status).toBe(421);
  expect(answer("/sign-in", { host: "127.0.0.1:3000" }).status).toBe(200);
});

test("a health check doesn't pass here: it may come by address, and every second", () => {
  const passes = (path: string): boolean =>
    config.matcher.some((one) => typeof one === "string" && new RegExp(`^${one}$`).test(path));
  expect(["/api/health/live", "/api/health/ready"].filter(passes)).toEqual([]);
  expect(["/", "/api/v1/me", "/api/healthy", "/sign-in"].filter((path) => !passes(path))).toEqual([]);
});
