// Imports go down, never up. Rules that see nothing would pass, too, so each must find what is planted for it.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult, type IConfiguration } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, describe, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");
const HOUSE = [
  "app",
  "components",
  "lib",
  "prisma",
  "scripts",
  "bench",
  "e2e",
  "proxy.ts",
  "instrumentation.ts",
];

/** What breaks each rule: a file, and what it imports. */
const PLANTED: [rule: string, from: string, imports: string][] = [
  ["no-circles", "components/a.tsx", "@/components/b"],
  ["no-circles", "components/c.tsx", "@/components/d"],
  ["domain-stands-alone", "lib/domain/pledge/stage.ts", "@/lib/i18n/words/words"],
  ["domain-needs-no-package", "lib/domain/base/day.ts", "zod"],
  ["domain-needs-no-package", "lib/domain/base/time.ts", "node:fs"],
  ["district-base", "lib/domain/base/a.ts", "@/lib/domain/people/a"],
  ["district-people", "lib/domain/people/a.ts", "@/lib/domain/pledge/a"],
  ["district-pledge", "lib/domain/pledge/a.ts", "@/lib/domain/conditions/a"],
  ["district-conditions", "lib/domain/conditions/a.ts", "@/lib/domain/requirements/a"],
  ["district-requirements", "lib/domain/requirements/a.ts", "@/lib/domain/proposals/a"],
  ["district-proposals", "lib/domain/proposals/a.ts", "@/lib/domain/unresolved/a"],
  ["district-unresolved", "lib/domain/unresolved/a.ts", "@/lib/domain/import/a"],
  ["district-import", "lib/domain/import/a.ts", "@/lib/domain/passages/a"],
  ["district-passages", "lib/domain/passages/a.ts", "@/lib/domain/details/a"],
  ["district-details", "lib/domain/details/a.ts", "@/lib/domain/oversight/a"],
  ["district-oversight", "lib/domain/oversight/a.ts", "@/lib/domain/log/a"],
  ["district-log", "lib/domain/log/a.ts", "@/lib/domain/notices/a"],
  ["district-notices", "lib/domain/notices/a.ts", "@/lib/domain/history/a"],
  ["district-history", "lib/domain/history/a.ts", "@/lib/domain/exchange/a"],
  ["domain-has-districts", "lib/domain/exchange/a.ts", "@/lib/domain/annex/a"],
  ["schemas-stay-pure", "lib/pledges/pledges/schema.ts", "@/lib/platform/env"],
  ["components-are-given", "components/pledge/sheet.tsx", "@/lib/pledges/pledges/queries"],
  ["ui-knows-no-domain", "components/ui/button.tsx", "@/lib/domain/pledge/stage"],
  ["lib-below-app", "lib/figures/words.ts", "@/components/b"],
  ["app-asks-lib", "app/page.tsx", "@/lib/db/queries/pledge"],
  ["app-asks-lib", "app/api/route.ts", "pg"],
  ["refusals-are-noted", "app/sources/page.tsx", "@/components/shell/refused-page"],
  ["capabilities-are-strangers", "lib/pledges/pledges/queries.ts", "@/lib/people/people/queries"],
  ["capabilities-know-no-door", "lib/pledges/sources/queries.ts", "@/lib/auth/session"],
  ["operations-are-declared-below", "lib/api/operation.ts", "@/lib/pledges/pledges/queries"],
  ["words-know-only-the-domain", "lib/i18n/words/words.ts", "@/lib/platform/env"],
  ["db-knows-only-the-domain", "lib/db/queries/pledge.ts", "@/lib/i18n/words/words"],
  ["one-door-to-the-database", "lib/http/health.ts", "@prisma/client"],
  ["the-pool-is-private", "lib/auth/session.ts", "@/lib/db/client"],
  ["records-through-prisma", "lib/db/records/pledge.ts", "pg"],
  ["rows-through-prisma", "lib/db/accounts/sessions.ts", "pg"],
  ["rows-through-prisma", "lib/db/jobs/exports.ts", "@/lib/db/client"],
  ["queries-read", "lib/pledges/pledges/commands.ts", "@/lib/db/queries/pledge"],
  ["commands-write", "lib/unresolved/coverage/queries.ts", "@/lib/db/write"],
  ["state-is-for-the-doors", "lib/people/people/commands.ts", "@/lib/db/state"],
  ["state-is-for-the-doors", "lib/people/people/queries.ts", "@/lib/db/queries/workspace/sign-in"],
  ["state-is-for-the-doors", "lib/people/people/queries.ts", "@/lib/db/queries/workspace/valid-session"],
  ["state-is-for-the-doors", "lib/inbox/watches/commands.ts", "@/lib/db/statements/sign-in"],
  ["the-browser-gets-no-server", "lib/client/send.ts", "@/lib/platform/env"],
  ["the-verifier-stands-alone", "lib/verifier/verify.ts", "node:crypto"],
  ["nothing-needs-tests", "lib/unresolved/figures/queries.ts", "@/tests/cast"],
  ["nothing-needs-tests", "scripts/start.ts", "@/tests/cast"],
];

// Eleven seconds alone, minutes if others keep the machine busy.
test("imports go down", { timeout: 300_000 }, async () => {
  const { summary, modules } = await walk(ROOT, HOUSE);
  for (const folder of HOUSE.filter((one) => !one.endsWith(".ts")))
    expect(modules.filter(({ source }) => source.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(5);
  const lost = modules.flatMap(({ dependencies }) =>
    dependencies.filter(({ couldNotResolve }) => couldNotResolve),
  );
  expect(lost.map(({ module }) => module).filter((name) => /^[@.]\//.test(name))).toEqual([]);
  expect(
    summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    "see .dependency-cruiser.cjs for what each rule is about",
  ).toEqual([]);
});

describe("rows are stored only by Prisma's client", () => {
  const SQL =
    /\$(query|execute)Raw|Prisma\.(sql|raw)\b|\bsql`|\.query[(<]|\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\s/;
  test.each([
    ["records", 21],
    ["accounts", 7],
    ["jobs", 4],
  ])("lib/db/%s has no SQL", (folder, more) => {
    const files = textsIn(`lib/db/${folder}`);
    expect(files.length).toBeGreaterThan(more);
    expect(files.filter(({ text }) => SQL.test(text)).map(({ file }) => file)).toEqual([]);
  });
  test.each([
    "db.$queryRaw`SELECT`",
    "client.query(CLEAR)",
    "pool().query<Row>(FIND)",
    "Prisma.sql`id`",
    "sql`true`",
    'const CLEAR = "DELETE FROM session WHERE id = $1"',
  ])("planted, %s is found", (text) => {
    expect(text).toMatch(SQL);
  });
});

test("outside a transaction, nothing is asked without the probe for a silent database", () => {
  const files = ["records", "accounts", "jobs", "queries", "statements"].flatMap((folder) =>
    textsIn(`lib/db/${folder}`),
  );
  expect(files.filter(({ text }) => /\bprisma\(\)/.test(text)).map(({ file }) => file)).toEqual([]);
});

describe("a planted import is found", async () => {
  const house = plant();
  const { summary } = await walk(house, ["app", "components", "lib", "scripts"]);
  afterAll(() => rmSync(house, { recursive: true }));

  test.each(PLANTED)("%s: %s → %s", (rule, from) => {
    expect(
      summary.violations.filter((found) => found.from === from).map((found) => found.rule.name),
    ).toContain(rule);
  });
  test("and each rule has a planted import", async () => {
    const { forbidden = [] } = await rules();
    expect(new Set(PLANTED.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });
});

const textsIn = (folder: string): { file: string; text: string }[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, folder, file), "utf8") }));

async function walk(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { forbidden = [], options } = await rules();
  const tsConfig = extractTsConfig(path.join(baseDir, "tsconfig.json"));
  const { output } = await cruise(
    folders,
    {
      ...options,
      baseDir,
      validate: true,
      ruleSet: { forbidden },
      tsConfig: { fileName: path.join(baseDir, "tsconfig.json") },
    },
    {},
    { tsConfig },
  );
  if (typeof output === "string") throw new Error(output);
  return output;
}

const rules = (): Promise<IConfiguration> => extractConfig(path.join(ROOT, ".dependency-cruiser.cjs"));

/** A small project next to ours, in which every rule is broken. */
function plant(): string {
  const house = realpathSync(mkdtempSync(path.join(os.tmpdir(), "register-floors-")));
  const write = (file: string, text: string, flag = "w") => {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), text, { flag });
  };
  const packages = ["zod", "pg", "@prisma/client"];
  write(
    "package.json",
    JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, "*"])) }),
  );
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: {
        module: "esnext",
        moduleResolution: "bundler",
        jsx: "react-jsx",
        paths: { "@/*": ["./*"] },
      },
    }),
  );
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "module.exports = {};\n");
  }
  write("components/b.tsx", 'import "./a";\n');
  // Only of types.
  write("components/c.tsx", 'import type { D } from "./d";\nexport type C = D;\n');
  write("components/d.tsx", 'import type { C } from "./c";\nexport type D = C;\n');
  for (const file of [
    "components/shell/refused-page.tsx",
    "lib/platform/env.ts",
    "lib/domain/annex/a.ts",
    "lib/db/client.ts",
    "lib/db/write.ts",
    "lib/db/state.ts",
    "lib/db/queries/workspace/sign-in.ts",
    "lib/db/queries/workspace/valid-session.ts",
    "lib/db/statements/sign-in.ts",
    "tests/cast.ts",
  ])
    write(file, "");
  for (const [, from, imports] of PLANTED) write(from, `import "${seenFrom(from, imports)}";\n`, "a");
  return house;
}

/** The cruiser looks for @/ in the folder it runs in, which is not this project. */
function seenFrom(file: string, imports: string): string {
  if (!imports.startsWith("@/")) return imports;
  const way = path.relative(path.dirname(file), imports.slice(2));
  return way.startsWith(".") ? way : `./${way}`;
}
