// Is the record what was recorded? First the log, entry by entry; then every live record against the hash in its
// last event; then the sealed numbers; then the access log. All of it in one snapshot, so that people may go on working.
import "server-only";
import type { Queryable } from "../records/select";
import { inSnapshot } from "../snapshot";
import { accessFault } from "./access";
import { chainFault, type Chain } from "./chain";
import { recordsFault } from "./live";
import { sealedFault } from "./sealed";

export type Verdict = { intact: true; events: number; records: number } | { intact: false; fault: string };

export function verifyRegister(): Promise<Verdict> {
  return inSnapshot(verdictIn);
}

/** The same inside a transaction that is open already. */
export async function verdictIn(client: Queryable): Promise<Verdict> {
  const chain: Chain = { seq: 0, leafHash: "", last: new Map(), commitments: new Set() };
  const fault =
    (await chainFault(client, chain)) ??
    (await recordsFault(client, chain.last)) ??
    (await sealedFault(client, chain.commitments)) ??
    (await accessFault(client));
  return fault === null
    ? { intact: true, events: chain.seq, records: chain.last.size }
    : { intact: false, fault };
}
