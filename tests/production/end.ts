// What is on record in the end, compared with what people were answered; and what arrived at the neighbours.
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import { askDatabase } from "@/scripts/database/client.mjs";
import { disconnect } from "@/lib/db/client";
import { until } from "@/scripts/embedded/process.mjs";
import { findSealing } from "@/lib/db/log/seal/proofs";
import type { Ground } from "../long/clients/client";
import { faultsOf, type Fault } from "../long/faults";
import { readRecord } from "../long/record";
import type { Complaint } from "../long/traffic";
import type { Stack } from "./stack/stack";

const SEALED_MS = 30_000;

export interface Verdicts {
  faults: readonly Fault[];
  log: string;
  derived: string;
  around: string;
  complaints: readonly Complaint[];
}

export async function lookBack(stack: Stack, { attempts }: Ground, from: number): Promise<Verdicts> {
  const isSealed = await until(async () => (await findSealing()).unsealed === 0, SEALED_MS);
  const record = await readRecord(stack.ownerUrl, from);
  const verdict = await verifyRegister();
  const check = await checkRegister();
  const differing = [...check.differing, ...check.counters, ...check.cells];
  await disconnect();
  const { files, mails } = await stack.neighbours.given();
  const signed = await cosigned(stack.ownerUrl);
  return {
    faults: faultsOf(attempts, record),
    log: verdict.intact ? `intact, ${verdict.events} events, ${verdict.records} records` : verdict.fault,
    derived: `${check.items.length} items, ${differing.length} differ`,
    around: `${files} objects in the bucket, ${mails} mails, ${signed} checkpoints signed by the witness`,
    complaints: [
      ...(Math.min(files, mails, signed) > 0 ? [] : [{ kind: "a neighbour got nothing", what: "see above" }]),
      ...(isSealed ? [] : [{ kind: "not sealed", what: `${SEALED_MS / 1000} s after the last write` }]),
      ...(verdict.intact ? [] : [{ kind: "the log is not intact", what: verdict.fault }]),
      ...differing.map((what) => ({ kind: "derived otherwise", what })),
    ],
  };
}

async function cosigned(url: string): Promise<number> {
  const count = "SELECT count(DISTINCT checkpoint_id)::int AS n FROM audit.cosignature";
  const [found] = (await askDatabase(url, count)) as { n: number }[];
  return found?.n ?? 0;
}
