import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { recordKey, type TitledRecord } from "@/lib/domain/oversight/record-key";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { drawSample, SAMPLED, type Sampled } from "@/lib/domain/oversight/sample";
import { findHead, findPositionAt } from "@/lib/db/past/position";
import { findAllNamed, findKeysUpTo } from "@/lib/db/queries/named";
import type { SampleAsked } from "./filter";

export interface DrawnRecord {
  record: TitledRecord;
  digest: string;
}

export interface Sample {
  of: Sampled;
  n: number;
  seed: string;
  /** The sample is drawn as of the log after this event; with the event's hash. */
  position: number;
  leafHash: string;
  /** The number of records drawn from. */
  population: number;
  items: DrawnRecord[];
}

/**
 * Draws from every record at that position in the log, including void and closed ones: nothing leaves the
 * record.
 */
export async function loadSample(actor: Actor, request: SampleAsked): Promise<Result<Sample>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const head = await findHead();
  const { of, n, seed, position } = request;
  if (position !== null && position > head.seq)
    return invalid({ path: "position", code: "no-position", params: { max: head.seq } });
  const place = position === null ? head : await findPositionAt(position);
  const kind = SAMPLED[of];
  const keys = await findKeysUpTo(kind, place.seq);
  const sown = seed ?? randomBytes(8).toString("hex");
  const draws = drawSample(keys, { seed: sown, n }, sha256);
  const named = await findAllNamed(draws.map(({ key }) => ({ kind, key })));
  return ok({
    of,
    n,
    seed: sown,
    position: place.seq,
    leafHash: place.hash,
    population: keys.length,
    items: draws.flatMap(({ key, digest }) => {
      const record = named.get(recordKey({ kind, key }));
      return record ? [{ record, digest }] : [];
    }),
  });
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
