// What strangers, browsers and scanners see: every kind of answer carries its security headers, and no
// address makes a page fail.
import { readdirSync } from "node:fs";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const PARTS: Record<string, string> = {
  "[reference]": "FR-3-001",
  "[code]": "FR",
  "[id]": NOBODY,
  "[field]": "quantity",
  "[token]": "x".repeat(43),
  "[...missing]": "nowhere",
  "[...nextauth]": "csrf",
  "[[...path]]": "nothing",
};

/** An address for each page or route file of the app. */
function addressesOf(file: RegExp): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => file.test(name) && !name.startsWith("bench/"))
    .map((name) => {
      const parts = name.split("/").slice(0, -1);
      return `/${parts
        .filter((part) => !part.startsWith("("))
        .map(inPlaceOf)
        .join("/")}`;
    });
}

const inPlaceOf = (part: string): string => PARTS[part] ?? (part.startsWith("[") ? "x" : part);

const PAGES = addressesOf(/(^|\/)page\.tsx$/);
const ROUTES = addressesOf(/(^|\/)route\.ts$/);

const FOREIGN = { host: "evil.example" };
type Asked = [method: string, path: string, headers?: Record<string, string>];

const ODD: Asked[] = [
  ["GET", "//pledges"],
  ["GET", "//evil.example/x"],
  ["GET", "/pledges/"],
  ["GET", "/api/v1//me"],
  ["GET", "/api/v1/me/"],
  ["GET", "/%ff"],
  ["GET", "/api/v1/pledges/%ff"],
  ["GET", "/nowhere/at/all"],
  ["GET", "/icon.svg"],
  ["GET", "/_next/static/nothing.js"],
  ["GET", "/_next/image?url=x&w=1&q=1"],
  ["GET", "/_next/data/x/y.json"],
  ["GET", "/_next/"],
  ["GET", "/favicon.ico"],
  ["GET", "/pledges", FOREIGN],
  ["GET", "/api/v1/me", FOREIGN],
  ["GET", "/sign-in", { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }],
  ["GET", "/sign-in", { RSC: "1" }],
  ["POST", "/pledges"],
  ["POST", "/pledges", { "Next-Action": "0".repeat(42) }],
  ["POST", "/sign-in", { "Content-Type": "multipart/form-data; boundary=x" }],
  ["PUT", "/pledges"],
  ["DELETE", "/nowhere"],
  ["OPTIONS", "/pledges"],
  ["POST", "/_next/static/x"],
  ["PUT", "/api/health/live"],
  ["POST", "/api/v1/me"],
  ["PATCH", "/api/auth/csrf"],
  ["POST", "/api/auth/callback/credentials"],
  ["OPTIONS", "/api/v1/pledges"],
  ["PROPFIND", "/api/v1/pledges"],
];

/** Parameters that no list, filter or page accepts. */
const HOSTILE = [
  "cursor=W10&limit=1e9&q=%00&participant=%ff&sort=x&group=y&class=z&code=&stage=,&priority=6,,7&kind=%5B%5D",
  `q=%F0%9F%92%A9%E2%80%AE&owner=%40&from=2026-02-30&since=-1&__proto__=1&a=1&a=2&cell=FR-9&error=a:b:c&as=${"x".repeat(5_000)}`,
  ["done", "error", "cell", "proposal", "activity", "to", "tab", "sort", "group", "cursor", "next"]
    .map((name) => `${name}=constructor`)
    .join("&"),
];

test("every answer carries its security headers and none is a server error, whatever is requested", async ({
  page,
  baseURL,
  playwright,
}) => {
  test.slow();
  await signIn(page, "manager");
  const stranger = await playwright.request.newContext();
  const nonces: string[] = [];
  const kinds = [...ROUTES.map((path): Asked => ["GET", path]), ...ODD];
  const hostile = PAGES.flatMap((path) => HOSTILE.map((query): Asked => ["GET", `${path}?${query}`]));
  for (const [who, request, all] of [
    ["manager", page.request, [...hostile, ...kinds]],
    ["a stranger", stranger, [...PAGES.slice(0, 5).map((path): Asked => ["GET", path]), ...kinds]],
  ] as const) {
    for (const [method, path, headers = {}] of all) {
      const answer = await ask(request, `${baseURL}${path}`, method, headers);
      const asked = `${who}: ${method} ${path} ${JSON.stringify(headers)} → ${answer.status()}`;
      expect(answer.status(), asked).toBeLessThan(500);
      nonces.push(...expectGuarded(answer, path, asked));
    }
  }
  expect(nonces.length).toBeGreaterThan(100);
  expect(new Set(nonces).size).toBe(nonces.length);
  await stranger.dispose();
});

test("every script and style of a page carries the nonce of its own answer", async ({ page }) => {
  await signIn(page, "manager");
  for (const path of ["/unresolved", "/pledges/FR-3-001", "/nowhere", "/profile"]) {
    const answer = await page.request.get(path);
    const nonce = nonceIn(answer.headers()["content-security-policy"] ?? "");
    expect(nonce, path).toMatch(/^[0-9a-f]{32}$/);
    const tags = (await answer.text()).match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(tags.length, path).toBeGreaterThan(0);
    for (const tag of tags) expect(tag, path).toContain(`nonce="${nonce}"`);
  }
});

/** Asks again, as a client does, while the register or its database is busy. */
async function ask(
  request: APIRequestContext,
  url: string,
  method: string,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  for (let turn = 1; ; turn += 1) {
    const answer = await request.fetch(url, { method, headers, maxRedirects: 0 });
    if (answer.status() !== 503 || turn === 20) return answer;
  }
}

/** Checks what all answers have in common; returns the nonce of an answer that may run scripts. */
function expectGuarded(answer: APIResponse, path: string, asked: string): string[] {
  const headers = answer.headers();
  const policy = headers["content-security-policy"] ?? "";
  expect(headers, asked).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
  });
  expect(headers["x-powered-by"], asked).toBeUndefined();
  expect(policy, asked).toContain("frame-ancestors 'none'");
  expect(policy, asked).toMatch(/^default-src 'none'|script-src 'nonce-[0-9a-f]{32}' 'strict-dynamic'/);
  expect(policy, asked).not.toMatch(/unsafe-|\*|http:/);
  if (path.startsWith("/api/")) expect(headers["cache-control"], asked).toContain("no-store");
  const nonce = nonceIn(policy);
  return nonce === null ? [] : [nonce];
}

const nonceIn = (policy: string): string | null => /script-src 'nonce-([0-9a-f]+)'/.exec(policy)?.[1] ?? null;
