// Runs commands of an image without a container runtime: its files on a read-only mount, as the account that it names. It
// needs root, and Linux with util-linux.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import path from "node:path";
import { PlainError } from "@/scripts/base/plain-error.mjs";

interface Settings {
  User: string;
  Env: string[];
  Entrypoint: string[];
}

export interface Unpacked {
  root: string;
  data: string;
  settings: Settings;
}

interface Descriptor {
  digest: string;
  size: number;
}

/** Compares each blob with its digest. */
export function unpack(archive: string, folder: string): Unpacked {
  const layout = path.join(folder, "layout");
  const [root, data] = [path.join(folder, "root"), path.join(folder, "data")];
  for (const one of [layout, root, data]) mkdirSync(one);
  run("tar", ["-xf", archive, "-C", layout]);
  const blob = ({ digest, size }: Descriptor): Buffer => {
    const content = readFileSync(path.join(layout, "blobs", digest.replace(":", "/")));
    const found = `sha256:${createHash("sha256").update(content).digest("hex")}`;
    if (found !== digest || content.length !== size) throw new Error(`${digest} is ${found}`);
    return content;
  };
  const index = JSON.parse(readFileSync(path.join(layout, "index.json"), "utf8")) as {
    manifests: Descriptor[];
  };
  const manifest = JSON.parse(String(blob(first(index.manifests)))) as {
    config: Descriptor;
    layers: Descriptor[];
  };
  const { config } = JSON.parse(String(blob(manifest.config))) as { config: Settings };
  for (const layer of manifest.layers) {
    blob(layer);
    const file = path.join(layout, "blobs", layer.digest.replace(":", "/"));
    run("tar", ["-xzf", file, "--numeric-owner", "-C", root]);
  }
  // A runtime makes these.
  for (const one of ["dev", "proc"]) mkdirSync(path.join(root, one), { recursive: true });
  const [uid = 0, gid = 0] = config.User.split(":").map(Number);
  chownSync(data, uid, gid);
  return { root, data, settings: config };
}

export interface Running {
  pid: number;
  said: () => string;
  ended: Promise<number | string>;
  stop: () => void;
}

const MOUNTED = `
mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" &&
mount --rbind /dev "$0/dev" && mount --rbind /proc "$0/proc" &&
mount --bind "$1" "$0/data" && mount -t tmpfs -o mode=1777 tmpfs "$0/tmp" || exit 125
shift && exec setpriv --no-new-privs env -i "$@"`;

/** A command of the image, as a runtime would start it. */
export function start(
  { root, data, settings }: Unpacked,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Running {
  const inside = [...settings.Env, ...Object.entries(env).map((one) => one.join("="))];
  const chroot = ["/usr/sbin/chroot", `--userspec=${settings.User}`, "--groups=", root];
  const command = [...inside, ...chroot, ...settings.Entrypoint, ...args];
  const child = spawn(
    "unshare",
    ["--mount", "--propagation", "private", "sh", "-c", MOUNTED, root, data, ...command],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => void (said += part));
  const ended = new Promise<number | string>((resolve) => {
    child.once("error", ({ message }) => resolve(message));
    child.once("close", (code, signal) => resolve(code ?? signal ?? 1));
  });
  return { pid: child.pid ?? 0, said: () => said, ended, stop: () => void child.kill("SIGTERM") };
}

export function whyNotHere(): string | null {
  if (process.getuid?.() !== 0) return "it takes root to mount an image";
  for (const program of ["unshare", "setpriv", "/usr/sbin/chroot", "dpkg-deb", "apt-get"])
    if (spawnSync(program, ["--version"]).error) return `${program} isn't here`;
  return spawnSync("unshare", ["--mount", "true"]).status === 0 ? null : "no mounts may be made here";
}

/** Readable by the image's account. */
export function workFolder(): string {
  const folder = mkdtempSync("/tmp/register-booted-");
  run("chmod", ["755", folder]);
  return folder;
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new PlainError(`${program} did not succeed: ${stderr}`);
}

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error("there is none");
  return one;
}
