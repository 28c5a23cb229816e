import { nodeCrypto, verifyPackage } from "@/lib/verifier/verify.mjs";
import type { Bag } from "./genuine";

export interface Held {
  keys: string[];
  witnesses?: string[];
  leastWitnesses?: number;
  checkpoint?: string;
  proof?: string;
}

/** What the verifier finds, as a few words: `bad entry-doubled data/events.jsonl:3 (pledge FR-3-001)`. */
export async function check(files: Bag, held: Held) {
  const opened = new Map([...files].map(([name, bytes]) => [name, () => inChunks(bytes)]));
  const verdict = await verifyPackage(opened, { ...held, crypto: nodeCrypto() });
  const found = verdict.steps
    .filter(({ outcome }) => outcome !== "ok" && outcome !== "skipped")
    .map(({ outcome, code, params: { file, line, name } }) => {
      const place = file === undefined ? "" : ` ${file}${line === undefined ? "" : `:${line}`}`;
      return `${outcome} ${code}${place}${name === undefined ? "" : ` (${name})`}`;
    });
  return { ...verdict, found };
}

/** In chunks that may end within a letter. */
async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 1_001) yield bytes.subarray(from, from + 1_001);
}
