// Is the record what was recorded? First the log, entry by entry and against what was signed of it; then every live record against the hash in its
// last event; then the sealed numbers; then the access log. All of it in one snapshot, so that people may go on working.
import "server-only";
import type { Checkpoint } from "@/lib/domain/note";
import type { Queryable } from "../records/select";
import { inSnapshot } from "../snapshot";
import { accessFault } from "./access";
import { chainFault, type Chain } from "./chain";
import { recordsFault } from "./live";
import { sealedFault } from "./sealed";
import { ownCheckpoints, SealedSizes } from "./sealed-sizes";

export type Verdict = { intact: true; events: number; records: number } | { intact: false; fault: string };

/** `held`: checkpoints that were kept outside the database. */
export function verifyRegister(held: readonly Checkpoint[] = []): Promise<Verdict> {
  return inSnapshot((client) => verdictIn(client, held));
}

/** The same inside a transaction that is open already. */
export async function verdictIn(client: Queryable, held: readonly Checkpoint[] = []): Promise<Verdict> {
  const sealed = new SealedSizes([...held, ...(await ownCheckpoints(client))]);
  const chain: Chain = { seq: 0, leafHash: "", last: new Map(), commitments: new Set(), sealed };
  const fault =
    (await chainFault(client, chain)) ??
    (await recordsFault(client, chain.last)) ??
    (await sealedFault(client, chain.commitments)) ??
    (await accessFault(client));
  return fault === null
    ? { intact: true, events: chain.seq, records: chain.last.size }
    : { intact: false, fault };
}
