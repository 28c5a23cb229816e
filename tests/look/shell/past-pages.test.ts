// Whether a page shows the past is listed once, by its path; whether it reads it is in the page. Both must agree.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pastOf } from "@/app/(register)/past-pages";

const APP = path.resolve(import.meta.dirname, "../../../app/(register)");
const EXAMPLES: Record<string, string> = {
  "/briefing/[code]": "FR",
  "/participants/[code]": "FR",
  "/conditions/[code]": "CEASEFIRE_IN_FORCE",
  "/requirements/[reference]": "DEMO-1",
  "/pledges/[reference]": "US-3-001",
};
const ID = "0a8b1c2d-0a8b-4c2d-8a8b-0a8b1c2d3e4f";

const PAGES = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx" && file !== "page.tsx" && !file.includes("[..."))
  .map((file) => `/${path.dirname(file)}`);

test.each(PAGES)("%s reads the past if and only if its path is listed so", (route) => {
  const text = readFileSync(path.join(APP, route, "page.tsx"), "utf8");
  const tells = /\breadAt\(\)/.test(text);
  expect(pastOf(addressOf(route)) === "tells").toBe(tells);
  // A page never mixes the present with the past.
  if (tells) expect(text).not.toContain("requireActorPage");
});

test.each([
  ["/pledges/new", "/pledges"],
  ["/pledges/US-3-001/edit", "/pledges/US-3-001"],
  ["/pledges/US-3-001/deliveries/new", "/pledges/US-3-001"],
  [`/pledges/US-3-001/approvals/${ID}`, "/pledges/US-3-001"],
  ["/requirements/new", "/requirements"],
  ["/requirements/DEMO-1/offer", "/requirements/DEMO-1"],
  ["/conditions/new", "/conditions"],
  ["/conditions/CEASEFIRE_IN_FORCE/edit", "/conditions/CEASEFIRE_IN_FORCE"],
  ["/participants/CZ/edit", "/participants/CZ"],
  [`/sources/${ID}/attach`, `/sources/${ID}`],
  [`/sources/${ID}/files/${ID}`, `/sources/${ID}`],
])("%s, which changes the record, leads to %s", (page, leadsTo) => {
  expect(pastOf(page)).toEqual({ leadsTo });
  expect(pastOf(leadsTo)).toBe("tells");
});

function addressOf(route: string): string {
  const known = Object.entries(EXAMPLES).find(([pattern]) => route.startsWith(pattern));
  const filled = known ? route.replace(known[0], known[0].replace(/\[\w+\]/, known[1])) : route;
  return filled.replaceAll(/\[\w+\]/g, ID);
}
