import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import type { Action } from "@/lib/domain/base/audit";
import {
  mayNoteFindings,
  mayActOnFinding,
  withEntry,
  type Finding,
  type FindingAct,
} from "@/lib/domain/oversight/finding";
import { meantBy, type RecordKey } from "@/lib/domain/oversight/record-key";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import type { EntryInput, FindingInput } from "./schema";

/** On an existing record, which stays unchanged. */
export function noteFinding(actor: Actor, { about, text }: FindingInput): Promise<Result<Finding>> {
  return write(actor, async (tx) => {
    if (!mayNoteFindings(actor)) return refuse("role");
    const name = await onRecord(tx, meantBy(about));
    if (name === null) return invalid({ path: "about", code: "unknown" });
    const finding = {
      id: randomUUID(),
      reference: await tx.findings.nextReference(),
      about: name,
      text,
      authorId: actor.id,
      entries: [],
      version: 1,
      createdAt: tx.at,
      updatedAt: tx.at,
    };
    return ok(await tx.save("finding", null, finding, { action: "finding.noted" }));
  });
}

async function onRecord(tx: Tx, names: readonly RecordKey[]): Promise<RecordKey | null> {
  for (const name of names) if (await tx.findNamed(name)) return name;
  return null;
}

export interface Entry extends EntryInput {
  /** Reference or id. */
  finding: string;
  /** The version the client has. */
  ifMatch: number;
}

export const answerFinding = (actor: Actor, entry: Entry): Promise<Result<Finding>> =>
  written(actor, "answer", entry);

export const closeFinding = (actor: Actor, entry: Entry): Promise<Result<Finding>> =>
  written(actor, "close", entry);

export const reopenFinding = (actor: Actor, entry: Entry): Promise<Result<Finding>> =>
  written(actor, "reopen", entry);

function written(
  actor: Actor,
  does: FindingAct,
  { finding, ifMatch, text }: Entry,
): Promise<Result<Finding>> {
  return write(actor, async (tx) => {
    if (!mayActOnFinding(actor, does)) return refuse("role");
    const before = await tx.findings.lock(finding);
    if (!before) return refuse("not-found");
    if (before.version !== ifMatch)
      return refused({ code: "version", conflict: await tx.conflict("finding", before, ifMatch) });
    const after = withEntry(actor, before, { does, text }, tx.at);
    if (!after.ok) return after;
    // The reason for closing or reopening goes into the event; an answer is no reason.
    const reason = does === "answer" ? null : text;
    return ok(await tx.save("finding", before, after.value, { action: ACTIONS[does], reason }));
  });
}

const ACTIONS: Record<FindingAct, Action> = {
  answer: "finding.answered",
  close: "finding.closed",
  reopen: "finding.reopened",
};
