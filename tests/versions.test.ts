// Versions below these have known holes, and `npm audit` cannot be asked in every network.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const FLOORS = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "next-auth": "4.24.15",
  zod: "4.6.7",
  sharp: "0.35.5",
  nodemailer: "10.6.1",
  // Prisma's command line pins them lower, and package.json overrides that.
  mysql2: "3.23.1",
  "deepmerge-ts": "8.0.0",
};
// Their holes are open, or they draw Crimea as Russian.
const NEVER = ["xlsx", "exceljs", "world-atlas"];

interface Lock {
  packages: Record<
    string,
    { version?: string; integrity?: string; inBundle?: boolean; engines?: { node?: string } }
  >;
}

/** The second is for the browser that a machine without one downloads. */
const LOCKS = ["package-lock.json", "scripts/testing/npm-browser/package-lock.json"];
const textOf = (lock: string): string => readFileSync(path.resolve(import.meta.dirname, "..", lock), "utf8");
const packagesIn = (lock: string) =>
  Object.entries((JSON.parse(textOf(lock)) as Lock).packages)
    .filter(([folder]) => folder !== "")
    .map(([folder, { version = "", integrity = "", inBundle = false, engines }]) => ({
      name: folder.replace(/^.*node_modules\//, ""),
      version,
      // What comes within another package is covered by the hash of that one.
      isHashed: inBundle || integrity.startsWith("sha512-"),
      node: engines?.node,
    }));
const packages = LOCKS.flatMap(packagesIn);

test.each(Object.entries(FLOORS))("%s is absent or at least %s", (name, floor) => {
  for (const found of packages.filter((one) => one.name === name)) {
    expect(found.version.localeCompare(floor, "en", { numeric: true }), found.version).toBeGreaterThanOrEqual(
      0,
    );
  }
});

test.each(NEVER)("%s is not here", (name) => {
  expect(packages.map((one) => one.name)).not.toContain(name);
});

test.each(LOCKS)("%s names no registry, so that any works, and has the hash of each package", (lock) => {
  expect(textOf(lock)).not.toContain('"resolved"');
  expect(textOf(lock)).not.toMatch(/registry\.|https?:\/\/[^"]*\.tgz/);
  expect(packagesIn(lock).filter(({ isHashed }) => !isHashed)).toEqual([]);
});

test("the browser that is downloaded is pinned, and needs only Node 20.11", () => {
  const found = packagesIn(LOCKS[1] ?? "").find(({ name }) => name === "@sparticuz/chromium");
  expect(found).toMatchObject({ version: "147.0.0", node: ">=20.11.0" });
});

test("TypeScript has the compiler API that lint and floors use", async () => {
  const { default: typescript } = await import("typescript");
  expect(typescript.version).toMatch(/^6\./);
});
