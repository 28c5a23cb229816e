// Records what a logged pledge waits for. Each is a separate change; a failure is shown, and the pledge stays.
import { fillIn } from "@/components/form/fill";
import type { PassageWords } from "./words";
import { newKey, send, type Failure } from "@/lib/client/send";
import type { PassageTarget } from "./effect";

interface Logged {
  reference: string;
  version: number;
  participant: string;
}

/** One sentence for each change that failed. */
export async function recordTargets(
  { reference, version, participant }: Logged,
  { triggers, approvals }: PassageTarget,
  words: PassageWords,
): Promise<string[]> {
  const notes: string[] = [];
  if (triggers.length > 0) {
    const leaves = triggers.map((trigger) => ({ trigger }));
    const condition = leaves.length === 1 ? leaves[0] : { all: leaves };
    const sent = await send("PUT", `/pledges/${reference}/condition`, { condition }, { version });
    if (!sent.ok) notes.push(fillIn(words.andCondition, { why: reasonOf(sent.failure, words) }));
  }
  for (const { kind, body } of approvals) {
    const approval = { participant, kind, body, status: "REQUIRED", serves: [reference] };
    const sent = await send("POST", "/approvals", approval, { key: newKey() });
    if (!sent.ok) notes.push(fillIn(words.andApproval, { body, why: reasonOf(sent.failure, words) }));
  }
  return notes;
}

const reasonOf = (failure: Failure, words: PassageWords): string =>
  failure.is === "offline" ? words.offline : failure.refusal.detail;
