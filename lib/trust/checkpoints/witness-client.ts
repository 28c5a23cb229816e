// Asks one witness to sign one checkpoint (C2SP tlog-witness), within a time limit.
import "server-only";
import { findConsistency } from "@/lib/db/log/seal/proofs";
import { readNote, type Checkpoint } from "@/lib/domain/log/note";
import { askedOfWitness, type Witness, type WitnessFault } from "@/lib/domain/log/witness";
import { signatureOf } from "@/lib/db/log/seal/verify-signature";

export type WitnessAnswer =
  | { is: "signed"; line: string; seconds: number }
  /** It has signed a larger one meanwhile. */
  | { is: "ahead"; size: number }
  | { is: "fault"; fault: WitnessFault };

/** `before`: the size it last signed, as far as known. If it answers with another size, tries again from that. */
export async function askWitness(
  witness: Witness,
  { note, ...checkpoint }: Checkpoint & { note: string },
  before: number,
  patienceMs = PATIENCE_MS,
): Promise<WitnessAnswer> {
  const signal = AbortSignal.timeout(patienceMs);
  let from = Math.min(before, checkpoint.size);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const proof = await findConsistency(from, checkpoint.size);
    const answer = await post(witness, askedOfWitness(from, proof, note), signal).catch(() => null);
    if (!answer) return fault("unreachable");
    const { status, body } = answer;
    if (status === 200) return cosigned(witness, note, body);
    if (status !== 409) return fault(FAULTS.get(status) ?? "unexpected");
    const size = /^(0|[1-9]\d{0,15})\n?$/.exec(body)?.[1];
    if (size === undefined) return fault("unexpected");
    // It is at the size we sent and still refuses: its root is different.
    if (Number(size) === from) return fault("inconsistent");
    if (Number(size) > checkpoint.size) return { is: "ahead", size: Number(size) };
    from = Number(size);
  }
  return fault("unexpected");
}

const PATIENCE_MS = 5_000;
/** Allows for others advancing the witness in between. */
const TURNS = 4;
const MOST_BYTES = 10_000;

const FAULTS = new Map<number, WitnessFault>([
  [403, "unknown-key"],
  [404, "unknown-log"],
  [422, "inconsistent"],
]);
const fault = (code: WitnessFault): WitnessAnswer => ({ is: "fault", fault: code });

function cosigned({ key }: Witness, note: string, lines: string): WitnessAnswer {
  const read = readNote(note + lines);
  const found = read && signatureOf(read, key);
  if (!found || found.seconds === null) return fault("bad-answer");
  return { is: "signed", line: found.line, seconds: found.seconds };
}

async function post(
  { address }: Witness,
  body: string,
  signal: AbortSignal,
): Promise<{ status: number; body: string }> {
  const answer = await fetch(`${address}/add-checkpoint`, {
    method: "POST",
    headers: { "Content-Type": "text/plain; charset=utf-8" },
    body,
    redirect: "error",
    signal,
  });
  const decoder = new TextDecoder();
  let text = "";
  // Leaving the loop cancels the rest.
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_BYTES) break;
  }
  return { status: answer.status, body: text };
}
