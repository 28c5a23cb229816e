// The system in an image: the few packages of Debian that Node and PostgreSQL's client programs need. apt resolves and
// authenticates them, and they are unpacked, not installed: no shell, no package manager, nothing that runs as root.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { PlainError } from "../base/plain-error.mjs";

/** With what they depend on. */
const LIBRARIES = ["base-files", "libstdc++6", "libpq5", "libssl3t64", "liblz4-1", "libzstd1", "zlib1g"];
const RELEASE = "trixie";
/** Of these only the programs: their dependencies would bring Perl. */
const CLIENT = "postgresql-client-17";
const CLIENT_PROGRAMS = ["pg_dump", "pg_restore"].map((name) => `usr/lib/postgresql/17/bin/${name}`);

/** Left out of each package: needed neither to run nor as a licence. */
const LEFT_OUT = [
  "usr/share/man",
  "usr/share/locale",
  "usr/share/info",
  "usr/share/lintian",
  "usr/share/bug",
];

/** The account that the register runs as. */
export const UID = 10001;

const FILES = {
  "etc/passwd": `root:x:0:0:root:/:/none\nregister:x:${UID}:${UID}:register:/data:/none\n`,
  "etc/group": `root:x:0:\nregister:x:${UID}:\n`,
  "etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
};

/**
 * @param {string} root an empty folder
 * @returns {import("./sbom.mjs").Component[]}
 */
export function unpackDebian(root) {
  const archives = mkdtempSync(path.join(os.tmpdir(), "register-debian-"));
  chmodSync(archives, 0o755);
  mkdirSync(path.join(archives, "partial"));
  try {
    download(archives, ["install", "--download-only", "--yes", ...LIBRARIES]);
    const packages = readdirSync(archives).filter((name) => name.endsWith(".deb"));
    // Its symbolic links come first: what the others have below /lib belongs below /usr/lib.
    const isBase = (/** @type {string} */ name) => name.startsWith("base-files_");
    for (const name of packages.sort((a, b) => Number(isBase(b)) - Number(isBase(a))))
      run("dpkg-deb", ["--extract", path.join(archives, name), root]);
    const clientFolder = path.join(archives, "client");
    mkdirSync(clientFolder);
    download(clientFolder, ["download", CLIENT], clientFolder);
    const [client = ""] = readdirSync(clientFolder);
    run("dpkg-deb", ["--extract", path.join(clientFolder, client), path.join(clientFolder, "root")]);
    for (const file of [...CLIENT_PROGRAMS, `usr/share/doc/${CLIENT}/copyright`])
      cpSync(path.join(clientFolder, "root", file), path.join(root, file));
    tidy(root);
    for (const [file, text] of Object.entries(FILES)) writeFileSync(path.join(root, file), text);
    return [...packages.map((name) => path.join(archives, name)), path.join(clientFolder, client)]
      .map((file) => record(root, file))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } finally {
    rmSync(archives, { recursive: true, force: true });
  }
}

/**
 * Downloads as if nothing were installed here.
 * @param {string} archives
 * @param {string[]} args
 * @param {string} [cwd]
 */
function download(archives, args, cwd) {
  const options = {
    "Dir::State::status": "/dev/null",
    "Dir::Cache::archives": archives,
    "APT::Install-Recommends": "false",
    "APT::Default-Release": RELEASE,
    "APT::Sandbox::User": "",
    "Debug::NoLocking": "true",
  };
  const given = Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  run("apt-get", ["--quiet=2", ...given, ...args], cwd);
}

/** @param {string} root */
function tidy(root) {
  for (const folder of LEFT_OUT) rmSync(path.join(root, folder), { recursive: true, force: true });
  const docs = path.join(root, "usr/share/doc");
  for (const name of readdirSync(docs, { recursive: true, withFileTypes: true }))
    if (name.isFile() && name.name !== "copyright") rmSync(path.join(name.parentPath, name.name));
}

/**
 * Records the package where image scanners look for it.
 * @param {string} root @param {string} file @returns {import("./sbom.mjs").Component}
 */
function record(root, file) {
  const control = run("dpkg-deb", ["--field", file]);
  const field = (/** @type {string} */ name) => new RegExp(`^${name}: (.*)$`, "m").exec(control)?.[1] ?? "";
  const [name, version, arch] = [field("Package"), field("Version"), field("Architecture")];
  const notes = path.join(root, "var/lib/dpkg/status.d");
  if (!existsSync(notes)) mkdirSync(notes, { recursive: true });
  writeFileSync(path.join(notes, name), control);
  const purl = `pkg:deb/debian/${encodeURIComponent(name)}@${encodeURIComponent(version)}?arch=${arch}&distro=${RELEASE}`;
  return { type: "library", name, version, purl };
}

/** @param {string} program @param {string[]} args @param {string} [cwd] */
function run(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (error)
    throw new PlainError(
      `${program} is not installed. Make an image on Debian, or with the Dockerfile (deploy/README.md).`,
    );
  if (status !== 0) throw new PlainError(`${program} ${args.at(-1)} failed:\n${stderr.trim()}`);
  return stdout;
}
