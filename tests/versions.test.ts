// Below these versions are known holes, and `npm audit` cannot be asked in every network.
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
  nodemailer: "8.0.5",
};
// Their holes are open, or they draw Crimea as Russian.
const NEVER = ["xlsx", "exceljs", "world-atlas"];

interface Lock {
  packages: Record<string, { version?: string; resolved?: string }>;
}

const text = readFileSync(path.resolve(import.meta.dirname, "../package-lock.json"), "utf8");
const packages = Object.entries((JSON.parse(text) as Lock).packages).map(([folder, { version }]) => ({
  name: folder.replace(/^.*node_modules\//, ""),
  version: version ?? "",
}));

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

test("the lock file names no registry, so that any will do", () => {
  expect(text).not.toContain('"resolved"');
  expect(text).not.toMatch(/registry\.|https?:\/\/[^"]*\.tgz/);
});

test("TypeScript has the compiler API that lint and floors see through", async () => {
  const { default: typescript } = await import("typescript");
  expect(typescript.version).toMatch(/^6\./);
});
