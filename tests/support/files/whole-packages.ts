// The files in the exports folder with names reserved for complete packages, each checked by the packages' own
// verifier.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { check } from "../../verifier/check";

export interface Lying {
  name: string;
  reference: string;
  /** Null where it is complete. */
  fault: string | null;
  /** Without their common folder; empty where the zip can't be opened. */
  files: Map<string, Buffer>;
}

const FINAL = /^(EX-\d+)\.([0-9a-f]{16})\.zip$/;

/** `keys`: the register's; `only`: of one export; `but`: file names to skip. */
export async function packagesIn(
  dataDir: string,
  keys: string[],
  { only, but }: { only?: string; but?: ReadonlySet<string> } = {},
): Promise<Lying[]> {
  const home = path.join(dataDir, "exports");
  const found: Lying[] = [];
  for (const name of namesIn(home)) {
    const [, reference = "", hash = ""] = FINAL.exec(name) ?? [];
    const isMeant = reference !== "" && (only ?? reference) === reference && !but?.has(name);
    const bytes = !isMeant ? null : bytesOf(path.join(home, name));
    if (bytes) found.push({ name, reference, ...(await opened(bytes, { reference, hash, keys })) });
  }
  return found;
}

async function opened(
  bytes: Buffer,
  { reference, hash, keys }: { reference: string; hash: string; keys: string[] },
): Promise<Pick<Lying, "fault" | "files">> {
  if (!createHash("sha256").update(bytes).digest("hex").startsWith(hash))
    return { fault: "its name is another's", files: new Map() };
  try {
    const files = new Map(
      Object.entries(unzipSync(bytes)).map(([name, content]) => [
        name.replace(`${reference}/`, ""),
        Buffer.from(content),
      ]),
    );
    const { exit, found } = await check(files, { keys });
    return { fault: exit === 0 ? null : found.join("; "), files };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error), files: new Map() };
  }
}

const namesIn = (home: string): string[] => orNull(() => readdirSync(home)) ?? [];
/** Null where it was deleted meanwhile. */
const bytesOf = (file: string): Buffer | null => orNull(() => readFileSync(file));

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
